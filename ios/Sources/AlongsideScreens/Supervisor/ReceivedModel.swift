// Assessments that a supervisor received, each once and sealed.

import Alongside
import Observation

/// A received assessment that is read.
public struct ReceivedSheet: Equatable, Sendable {
  /// Whom it is about, who sent it, and when it came.
  public let line: ReceivedAssessment
  /// The assessment, as it was sealed.
  public let view: AssessmentView
}

/// The state of the screen of received assessments. It counts nothing.
public struct ReceivedState: KeptState, Equatable {
  /// The assessments, those received last first; nothing before they were read.
  public internal(set) var received: [ReceivedAssessment]?
  /// Whether there are older ones.
  public internal(set) var hasOlder = false
  /// The one that was opened.
  public internal(set) var reading: EntityId?
  /// That one, once it was read; nothing while the list is on the screen.
  public internal(set) var open: ReceivedSheet?
  public internal(set) var doing = Doing()
  public var loaded: Bool { received != nil }
}

/// Lists what was received and opens one of them.
@MainActor
@Observable
public final class ReceivedModel: KeptModel {
  public internal(set) var state = ReceivedState()
  let phone: Phone
  let turn = Turn()

  /// What this phone received.
  public init(phone: Phone) {
    self.phone = phone
  }

  /// Opens one to read.
  public func open(_ assessment: EntityId) async {
    await act { state.reading = assessment }
  }

  /// Goes back to the list.
  public func close() {
    state.reading = nil
    state.open = nil
  }

  /// Lists older ones as well.
  public func showOlder() async {
    await act {
      guard let last = state.received?.last else { return }
      state.received? += try await phone.receivedAssessments(after: last.id).assessments
    }
  }

  /// Asks the service for what was submitted since.
  public func synchronise() async {
    await act { _ = try await unlessUnderWay { try await phone.synchronise(deadlineMs: 60_000) } }
  }

  func read() async throws {
    let listed = state.received?.count ?? 0
    var page = try await phone.receivedAssessments()
    var received = page.assessments
    while page.hasOlder, received.count < listed, let last = received.last {
      page = try await phone.receivedAssessments(after: last.id)
      received += page.assessments
    }
    let line = received.first { $0.id == state.reading }
    var sheet: ReceivedSheet?
    if let line { sheet = ReceivedSheet(line: line, view: try await phone.assessment(id: line.id)) }
    state.received = received
    state.hasOlder = page.hasOlder
    state.open = state.reading == sheet?.line.id ? sheet : nil
  }

  func emptied() -> ReceivedState { ReceivedState() }
}
