import Alongside
import Foundation

/// A place on the way that can be closed: whoever comes to it waits there until it is opened, or is lost.
final class Crossing: Sendable {
  private let lock = NSLock()
  /// Only ever touched with the lock held.
  private nonisolated(unsafe) var closed = false
  private nonisolated(unsafe) var waiting: [CheckedContinuation<Void, any Error>] = []
  private nonisolated(unsafe) var watching: [CheckedContinuation<Void, Never>] = []

  func close() {
    lock.withLock { closed = true }
  }

  func open(lost: Bool) {
    let waited = lock.withLock {
      closed = false
      defer { waiting = [] }
      return waiting
    }
    for one in waited { one.resume(with: lost ? .failure(SyncTransportError.CutOff) : .success(())) }
  }

  /// Returns at once when it is open.
  func cross() async throws {
    try await withCheckedThrowingContinuation { one in
      let (open, watched) = lock.withLock {
        guard closed else { return (true, watching) }
        waiting.append(one)
        defer { watching = [] }
        return (false, watching)
      }
      if open { return one.resume() }
      for watch in watched { watch.resume() }
    }
  }

  /// Returns when somebody waits here.
  func somebodyWaits() async {
    await withCheckedContinuation { watch in
      let isThere = lock.withLock {
        if waiting.isEmpty { watching.append(watch) }
        return !waiting.isEmpty
      }
      if isThere { watch.resume() }
    }
  }
}
