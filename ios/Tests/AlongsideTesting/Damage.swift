import Foundation

/// Damages a phone's file as a bad storage does: a few hundred bytes in the middle of it are not what they were.
public enum Damage {
  private static let page: UInt64 = 4096
  private static let within: UInt64 = 100
  private static let bytes = 800

  /// Damages the first page, from the middle of the file outwards, whose damage is `noticed`.
  @MainActor
  public static func inTheMiddle(
    of folder: URL, noticed: @MainActor () async throws -> Bool
  ) async throws {
    let path = folder.appendingPathComponent("alongside.db")
    let pages = Int(try Data(contentsOf: path).count) / Int(page)
    for place in (0...pages).flatMap({ [pages / 2 + $0, pages / 2 - $0] }) where (1..<pages).contains(place) {
      let before = try swap(path, place, Data(repeating: 0xa5, count: bytes))
      if try await noticed() { return }
      _ = try swap(path, place, before)
    }
    throw NothingMatters()
  }

  private static func swap(_ path: URL, _ place: Int, _ new: Data) throws -> Data {
    let file = try FileHandle(forUpdating: path)
    defer { try? file.close() }
    let offset = UInt64(place) * page + within
    try file.seek(toOffset: offset)
    let before = try file.read(upToCount: new.count) ?? Data()
    try file.seek(toOffset: offset)
    try file.write(contentsOf: new)
    return before
  }

  private struct NothingMatters: Error {}
}
