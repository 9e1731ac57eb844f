// Assessments that a supervisor received, each once and sealed.

import Alongside
import Observation

/// An assessment that was received.
public struct ReceivedLine: Equatable, Sendable {
  /// The assessment, as it was sealed.
  public let view: AssessmentView
  /// Who submitted it.
  public let author: String
}

/// The state of the screen of received assessments. It counts nothing.
public struct ReceivedState: KeptState, Equatable {
  /// The assessments, those submitted last first; nothing before they were read.
  public internal(set) var received: [ReceivedLine]?
  /// The one that is read now; nothing while the list is.
  public internal(set) var open: ReceivedLine?
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
  public func open(_ assessment: EntityId) {
    state.open = state.received?.first { $0.view.id == assessment }
  }

  /// Goes back to the list.
  public func close() {
    state.open = nil
  }

  /// Asks the service for what was submitted since.
  public func synchronise() async {
    await act { _ = try await phone.synchronise(deadlineMs: 60_000) }
  }

  func read() async throws {
    // A supervisor's phone has no caseload to go by: what it was sent is found among its records.
    let sealed = try await phone.records().filter { $0.kind == "assessment" && $0.stream.hasPrefix("submitted:") }
    var received: [ReceivedLine] = []
    for record in sealed {
      received.append(ReceivedLine(view: try await phone.assessment(id: record.id), author: record.authorName))
    }
    received.sort { ($0.view.submittedAt ?? $0.view.at, $0.view.id) > ($1.view.submittedAt ?? $1.view.at, $1.view.id) }
    let reading = state.open?.view.id
    state.received = received
    state.open = received.first { $0.view.id == reading }
  }

  func emptied() -> ReceivedState { ReceivedState() }
}
