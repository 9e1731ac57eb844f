import Foundation

/// Stands in for the service behind a preview: it enrols whoever asks, and is out of reach for everything else.
final class PreviewService: SyncTransport {
  func send(request: HttpRequest) async throws -> HttpReply {
    guard request.url.hasSuffix("/enrol/v1") else { throw SyncTransportError.Unreachable }
    return HttpReply(status: 200, contentType: "application/json", body: Data(Self.welcome.utf8))
  }

  private static let welcome = """
    {"v": 1, "token": "preview", "device": "00000000-0000-4000-8000-000000000001", "replica": 1,
     "person": {"id": "00000000-0000-4000-8000-000000000002", "name": "Sana Iqbal"}, "role": "link_worker",
     "organisation": {"id": "00000000-0000-4000-8000-000000000003", "name": "Riverside Link Workers"}, "now": 0}
    """
}

/// Keeps the key of a preview's file in memory, and it is gone with the preview.
final class PreviewKeys: KeyStore {
  private let lock = NSLock()
  private nonisolated(unsafe) var key: Data?

  func load() throws -> Data? { lock.withLock { key } }

  func save(key: Data) throws { lock.withLock { self.key = key } }
}
