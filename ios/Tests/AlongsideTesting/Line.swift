import Alongside
import Foundation

/// The platform's network stack, with an aeroplane-mode switch, and a place where photos can be held on their way.
public final class Line: SyncTransport {
  private let inner = URLSessionTransport()
  private let lock = NSLock()
  private nonisolated(unsafe) var on = true
  private nonisolated(unsafe) var elsewhere: String?
  private let photos = Crossing()

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

  /// From here on photos stand still on their way to the service, until they go on or are lost. Text goes past them.
  public func holdPhotos() {
    photos.close()
  }

  /// Returns when a photo stands still.
  public func aPhotoIsHeld() async {
    await photos.somebodyWaits()
  }

  /// Photos go on, or those that stood still are lost.
  public func letPhotosGo(lost: Bool = false) {
    photos.open(lost: lost)
  }

  public func send(request: HttpRequest) async throws -> HttpReply {
    guard isOn else { throw SyncTransportError.Unreachable }
    if request.url.contains("/upload/") { try await photos.cross() }
    let sent = HttpRequest(
      url: detour ?? request.url, headers: request.headers, body: request.body, withinMs: request.withinMs,
      mostBytes: request.mostBytes)
    return try await inner.send(request: sent)
  }
}
