import Alongside
import Foundation

/// The platform's network stack, with an aeroplane-mode switch.
public final class Line: SyncTransport {
  private let inner = URLSessionTransport()
  private let lock = NSLock()
  private nonisolated(unsafe) var on = true

  public init() {}

  /// Whether there is a signal.
  public var isOn: Bool {
    get { lock.withLock { on } }
    set { lock.withLock { on = newValue } }
  }

  public func send(request: HttpRequest) async throws -> HttpReply {
    guard isOn else { throw SyncTransportError.Unreachable }
    return try await inner.send(request: request)
  }
}
