import Alongside
import Foundation

/// A key store that keeps the key in memory: a test's phone loses it with the test.
public final class MemoryKeys: KeyStore {
  private let lock = NSLock()
  private nonisolated(unsafe) var key: Data?
  private nonisolated(unsafe) var locked = false

  public init() {}

  /// Whether the platform hands out nothing now, as before the first unlock of a device.
  public func setLocked(_ locked: Bool) {
    lock.withLock { self.locked = locked }
  }

  public func load() throws -> Data? {
    try lock.withLock {
      if locked { throw KeyStoreError.Unavailable }
      return key
    }
  }

  public func save(key: Data) throws {
    lock.withLock { self.key = key }
  }
}
