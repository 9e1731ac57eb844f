import Foundation
import Testing

/// The wrapper has every method of the generated interface, and is the only one to use the generated object.
struct SurfaceTests {
  @Test func everyMethodOfTheCoreHasItsOwnOnThePhone() throws {
    let generated = try read("build/AlongsideCore/AlongsideCore.swift")
    let begin = try #require(generated.range(of: "public protocol CompanionProtocol"))
    let end = try #require(generated.range(of: "\n}", range: begin.upperBound..<generated.endIndex))
    let core = methods(in: String(generated[begin.upperBound..<end.lowerBound]), after: "    func ")
    let files = try swiftFiles(below: "Sources/Alongside").filter { $0.contains("Phone+") }
    let phone = try files.flatMap { file in
      let text = try read(file).replacingOccurrences(of: "public nonisolated func", with: "public func")
      return methods(in: text, after: "  public func ")
    }
    #expect(core.count > 150, "the generated interface was not found")
    #expect(Set(core).subtracting(phone) == [], "methods of the core that the phone does not have")
    #expect(Set(phone).subtracting(core) == ["changes()", "syncStates()"], "methods that only the phone has")
  }

  @Test func nobodyButThePhoneUsesTheGeneratedObject() throws {
    let files = try ["Sources", "App"].flatMap { try swiftFiles(below: $0) }
    #expect(files.contains("Sources/Alongside/Phone.swift"))
    let users = try files.filter { file in
      let lines = try read(file).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      return lines.contains { !$0.hasPrefix("//") && $0.firstMatch(of: /\bCompanion(Protocol)?\b/) != nil }
    }
    #expect(users == ["Sources/Alongside/Phone.swift"])
  }

  /// Names with their arguments' labels: `note(id:)`.
  private func methods(in text: String, after lead: String) -> [String] {
    text.components(separatedBy: "\n" + lead).dropFirst().compactMap { method in
      guard let open = method.firstIndex(of: "("), let close = closing(open, in: method) else { return nil }
      let labels = method[method.index(after: open)..<close].matches(of: /(?:^|,)\s*`?(\w+)`?:/).map { "\($0.1):" }
      return method[..<open] + "(" + labels.joined() + ")"
    }
  }

  private func closing(_ open: String.Index, in text: String) -> String.Index? {
    var depth = 0
    for index in text[open...].indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

/// The folder `ios`.
private let ios = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private func read(_ file: String) throws -> String {
  try String(contentsOf: ios.appendingPathComponent(file), encoding: .utf8)
}

private func swiftFiles(below folder: String) throws -> [String] {
  let all = FileManager.default.enumerator(atPath: ios.appendingPathComponent(folder).path)?.allObjects ?? []
  return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
}
