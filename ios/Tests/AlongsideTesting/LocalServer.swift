import Foundation

/// A real server of the tests' own: a fresh database, a free port, and its administrator at the command line.
///
/// It knows the program and its words, and no phone. One test uses it at a time. It stops with its last user.
public final class LocalServer: @unchecked Sendable {
  private let program: URL
  private let folder: URL
  private var listen = "127.0.0.1:0"
  private var process: Child?

  /// A service with one organisation, listening.
  public init(in folder: URL) throws {
    guard let program = ProcessInfo.processInfo.environment["ALONGSIDE_SERVER"] else {
      throw ServerFault("ALONGSIDE_SERVER does not name the server program: run ios/scripts/test.sh")
    }
    self.program = URL(fileURLWithPath: program)
    self.folder = folder.appendingPathComponent("server")
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    _ = try admin("organisation", "Riverside Link Workers")
    try start()
  }

  deinit {
    stop()
  }

  /// Where it listens. It keeps its address when it is stopped and started again.
  public var url: String { "http://\(listen)" }

  /// Starts it, and waits until it says where it listens.
  public func start() throws {
    let (process, said) = try Child.start {
      let (process, said) = (command("serve"), Pipe())
      process.standardOutput = said
      return (process, said)
    }
    self.process = process
    Running.add(process.number)
    let line = readLine(from: said.fileHandleForReading)
    guard let address = line.components(separatedBy: "http://").dropFirst().first else {
      throw ServerFault("the server did not say where it listens: \(line)")
    }
    listen = address
  }

  /// Stops it as a service manager would, and waits until it has.
  public func stop() {
    guard let process else { return }
    self.process = nil
    process.terminate()
    _ = process.end()
    // Its number may be another program's by the end of the run.
    Running.remove(process.number)
  }

  /// What the administrator's command answers.
  @discardableResult
  public func admin(_ words: String...) throws -> String {
    let (process, (said, complained)) = try Child.start {
      let (process, said, complained) = (command(["admin"] + words), Pipe(), Pipe())
      process.standardOutput = said
      process.standardError = complained
      return (process, (said, complained))
    }
    let answer = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: complained.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    guard process.end() == 0 else { throw ServerFault(complaint) }
    return answer
  }

  /// A new person's id. `role` is `link_worker` or `client`.
  public func makePerson(_ role: String, _ name: String) throws -> String {
    try find("person", in: admin("person", role, name))
  }

  /// A new supervisor's password for the web pages.
  public func makeSupervisor(_ name: String, login: String) throws -> String {
    try find("password", in: admin("person", "supervisor", name, "--login", login))
  }

  /// A one-time code with which this person's phone enrols.
  public func makeCode(_ person: String) throws -> String {
    try find("code", in: admin("code", person, "--minutes", "10"))
  }

  private func command(_ words: String...) -> Process { command(words) }

  private func command(_ words: [String]) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    // Ours, with no settings of another server in it.
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ALONGSIDE_") }
    environment["ALONGSIDE_SERVER_LISTEN"] = listen
    environment["ALONGSIDE_STORE_PATH"] = folder.appendingPathComponent("server.db").path
    process.environment = environment
    let log = folder.appendingPathComponent("server.log")
    if !FileManager.default.fileExists(atPath: log.path) { try? Data().write(to: log) }
    process.standardError = try? FileHandle(forWritingTo: log)
    return process
  }
}

/// What a test's server could not do.
public struct ServerFault: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// The first line of what a program says.
private func readLine(from handle: FileHandle) -> String {
  var said = Data()
  while !said.contains(UInt8(ascii: "\n")) {
    let more = handle.availableData
    if more.isEmpty { break }
    said.append(more)
  }
  return String(decoding: said.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
}

/// What stands behind `word` at the beginning of a line of what the administrator's command answered.
private func find(_ word: String, in answer: String) throws -> String {
  let found = answer.split(separator: "\n").filter { $0.hasPrefix("\(word) ") }.map { $0.dropFirst(word.count + 1) }
  guard found.count == 1 else { throw ServerFault("the answer names \(found.count) of `\(word)`") }
  return String(found[0])
}
