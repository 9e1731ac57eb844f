import Foundation

/// Hands what happens to everybody who listens, from any thread.
final class Broadcast<Element: Sendable>: Sendable {
  private let lock = NSLock()
  /// Only ever touched with the lock held.
  private nonisolated(unsafe) var listeners: [UUID: AsyncStream<Element>.Continuation] = [:]
  /// How many unread elements a slow listener keeps, the newest of all.
  private let kept: Int

  init(keeping kept: Int) {
    self.kept = kept
  }

  func tell(_ element: Element) {
    let listening = lock.withLock { Array(listeners.values) }
    for listener in listening { listener.yield(element) }
  }

  /// What happens from now on, for one listener. It is forgotten when it stops.
  func listen() -> AsyncStream<Element> {
    let (stream, continuation) = AsyncStream.makeStream(of: Element.self, bufferingPolicy: .bufferingNewest(kept))
    let name = UUID()
    lock.withLock { listeners[name] = continuation }
    continuation.onTermination = { [weak self] _ in self?.forget(name) }
    return stream
  }

  private func forget(_ name: UUID) {
    lock.withLock { listeners[name] = nil }
  }
}
