import AlongsideTesting
import Foundation
import Testing

/// An app whose library and generated code were not made together is refused with a clean error, and does not crash. It runs
/// as a program of its own, the one with the first lines of an app.
struct DriftTests {
  let scratch: Scratch
  let server: LocalServer

  init() throws {
    scratch = try Scratch()
    server = try LocalServer(in: scratch.folder)
  }

  @Test func anAppWithItsOwnLibraryRuns() throws {
    let ended = try run(with: [:])
    #expect(ended == Ended(status: 0, said: "Sana Iqbal: 3 changes sent, 1 client\n"))
  }

  @Test func anAppWithAnotherLibraryIsToldSo() throws {
    let ended = try run(with: ["LD_PRELOAD": built("libDrift.so").path])
    #expect(ended == Ended(status: 1, said: "refused: Unexpected(reference: \"library_differs\")\n"))
  }

  private struct Ended: Equatable {
    let status: Int32
    let said: String
  }

  private func run(with more: [String: String]) throws -> Ended {
    let code = try server.makeCode(server.makePerson("link_worker", "Sana Iqbal"))
    let program = try built("FirstLines")
    let (process, said) = try Child.start {
      let (process, said) = (Process(), Pipe())
      process.executableURL = program
      process.arguments = [scratch.folder.appendingPathComponent("phone").path, server.url, code]
      process.environment = ProcessInfo.processInfo.environment.merging(more) { $1 }
      process.standardOutput = said
      return (process, said)
    }
    let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return Ended(status: process.end(), said: text)
  }

  /// What the package built, beside the tests themselves.
  private func built(_ name: String) throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name)
  }
}
