import Alongside
import Foundation

/// The platform's network stack, with an aeroplane-mode switch.
public final class Line: SyncTransport {
  private let inner = URLSessionTransport()
  private let lock = NSLock()
  private nonisolated(unsafe) var on = true
  private nonisolated(unsafe) var elsewhere: String?

  public init() {}

  /// Whether there is a signal.
  public var isOn: Bool {
    get { lock.withLock { on } }
    set { lock.withLock { on = newValue } }
  }

  /// An address that answers in the server's place, as in a guest network.
  public var detour: String? {
    get { lock.withLock { elsewhere } }
    set { lock.withLock { elsewhere = newValue } }
  }

  public func send(request: HttpRequest) async throws -> HttpReply {
    guard isOn else { throw SyncTransportError.Unreachable }
    let sent = HttpRequest(
      url: detour ?? request.url, headers: request.headers, body: request.body, withinMs: request.withinMs,
      mostBytes: request.mostBytes)
    return try await inner.send(request: sent)
  }
}
