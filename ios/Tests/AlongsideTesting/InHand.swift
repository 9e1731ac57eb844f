import Alongside
import Foundation

/// A phone in somebody's hand: the real core with a folder of its own, and what an app brings to it.
///
/// One test uses it at a time.
public final class InHand: @unchecked Sendable {
  public let folder: URL
  public let keys = MemoryKeys()
  public let line = Line()
  /// Whose it is, by the server's id; empty until it was enrolled.
  public private(set) var person = ""
  private var opened: Phone?
  /// Where it was enrolled: it listens for as long as the phone is in hand.
  private var server: LocalServer?

  /// A phone that belongs to nobody yet.
  public init(in folder: URL, named name: String = "phone") async throws {
    self.folder = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    try await start()
  }

  /// What the app's screens talk to.
  public var phone: Phone {
    guard let opened else { preconditionFailure("the app is not running: call start()") }
    return opened
  }

  /// The app starts.
  public func start() async throws {
    opened = try await Phone.open(folder: folder, keyStore: keys, transport: line)
    Running.endFirst()
  }

  /// The app is gone, without a chance to say goodbye. Nobody else may hold the phone.
  public func stop() {
    opened = nil
  }

  /// Enrols it for a new person of the service, and syncs.
  @discardableResult
  public func enrol(at service: LocalServer, as role: String, named name: String) async throws -> Me {
    try await enrol(at: service, for: service.makePerson(role, name))
  }

  /// Enrols it for a person the service knows, and syncs.
  @discardableResult
  public func enrol(at service: LocalServer, for person: String) async throws -> Me {
    let me = try await phone.enrol(server: service.url, code: service.makeCode(person), platform: "swift")
    self.person = person
    server = service
    _ = try await phone.synchronise()
    return me
  }
}

/// A folder of a test's own, gone with the test.
public final class Scratch: Sendable {
  public let folder: URL

  public init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("alongside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }
}
