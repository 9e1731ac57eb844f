// Attempts in a small file of the app's own.

import Foundation

/// Keeps attempts in a file. Put it into the app's private container; there is nothing in it of a person.
public struct FileLockStore: LockStore {
  private let file: URL

  /// Attempts in `file`, whose folder must exist.
  public init(file: URL) {
    self.file = file
  }

  /// What was kept; none where the file was never written. A file that cannot be read is no reason to open: it throws.
  public func load() throws -> LockAttempts {
    guard FileManager.default.fileExists(atPath: file.path) else { return LockAttempts() }
    return try JSONDecoder().decode(LockAttempts.self, from: Data(contentsOf: file))
  }

  /// Keeps it, whole or not at all.
  public func save(_ attempts: LockAttempts) throws {
    try JSONEncoder().encode(attempts).write(to: file, options: .atomic)
  }
}
