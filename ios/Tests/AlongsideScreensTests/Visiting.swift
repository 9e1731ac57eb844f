import Alongside
import AlongsideTesting
import Foundation

@testable import AlongsideScreens

/// A service, a link worker with a phone, and their clients: what most screens need. Everybody is invented.
///
/// Not on the main actor: waiting for a program there would let other tests in, which then wait for each other.
final class Visiting: Sendable {
  let scratch: Scratch
  let service: LocalServer
  let worker: InHand

  /// The worker is enrolled and has no client yet.
  init() async throws {
    scratch = try Scratch()
    service = try LocalServer(in: scratch.folder)
    worker = try await InHand(in: scratch.folder, named: "worker")
    try await worker.enrol(at: service, as: "link_worker", named: "Sana Iqbal")
  }

  var phone: Phone { worker.phone }

  /// A case of the worker's, whose support has begun.
  func aCase(of name: String = "Delyth Vaughan-Okoro") async throws -> CaseId {
    let opened = try await phone.addClient(new: NewClient(name: name, knownAs: "Del"))
    if try await phone.episodes(case: opened).isEmpty { _ = try await phone.beginEpisode(case: opened) }
    return opened
  }

  /// The client's own phone, with everything that is shared so far.
  func phone(ofClient case: CaseId, named name: String = "Delyth Vaughan-Okoro") async throws -> InHand {
    _ = try await phone.synchronise()
    let person = try service.makePerson("client", name)
    try service.admin("case", "--case", `case`, "--client", person)
    let hand = try await InHand(in: scratch.folder, named: "client")
    try await hand.enrol(at: service, for: person)
    return hand
  }

  /// A phone that is nobody's yet.
  static func newPhone() async throws -> (Scratch, InHand) {
    let scratch = try Scratch()
    return (scratch, try await InHand(in: scratch.folder))
  }

  /// A code for a new person.
  func code(for role: String, named name: String) async throws -> String {
    try service.makeCode(service.makePerson(role, name))
  }

  /// Another phone of the same worker.
  func anotherPhone() async throws -> InHand {
    let hand = try await InHand(in: scratch.folder, named: "second")
    try await hand.enrol(at: service, for: worker.person)
    return hand
  }
}

/// A clock that a test holds in its hand. Whoever pauses waits until it is let go.
@MainActor
final class HeldClock {
  nonisolated(unsafe) private(set) var now: Timestamp
  private var pausing: [CheckedContinuation<Void, Never>] = []
  private(set) var asked: [UInt64] = []

  init(at now: Timestamp = Timestamp(Date().timeIntervalSince1970 * 1000)) {
    self.now = now
  }

  var clock: ScreenClock {
    ScreenClock(now: { self.now }, pause: { await self.pause($0) })
  }

  var isPausing: Bool { !pausing.isEmpty }

  func move(by milliseconds: Timestamp) {
    now += milliseconds
  }

  private func pause(_ milliseconds: UInt64) async {
    asked.append(milliseconds)
    await withCheckedContinuation { pausing.append($0) }
  }

  func letGo() {
    let waiting = pausing
    pausing = []
    for continuation in waiting { continuation.resume() }
  }
}

/// Returns when it is so. A test that waits for what never comes fails here.
@MainActor
func until(_ what: String, _ isSo: () -> Bool) async throws {
  let end = ContinuousClock.now + .seconds(30)
  while !isSo() {
    guard ContinuousClock.now < end else { throw NeverCame(what: what) }
    try await Task.sleep(for: .milliseconds(2))
  }
}

struct NeverCame: Error {
  let what: String
}

extension Refusal {
  /// The field that was refused, and why.
  var field: String? { if case .correct(let field, _) = next { field } else { nil } }
  var reason: InvalidReason? { if case .correct(_, let reason) = next { reason } else { nil } }
}

let day: Timestamp = 86_400_000
