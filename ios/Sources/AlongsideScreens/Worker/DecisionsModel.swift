// What waits for a person: texts to choose between, and work of this phone that did not simply apply.

import Alongside
import Observation

/// What the screen of decisions shows.
public struct DecisionsState: KeptState, Equatable {
  /// What waits, oldest first; nothing before it was read.
  public internal(set) var waiting: [PendingDecision]?
  /// Whose case each is about, by the case.
  public internal(set) var names: [CaseId: String] = [:]
  public internal(set) var doing = Doing()
  public var loaded: Bool { waiting != nil }
}

/// Shows what differs and settles it as it was shown; what has arrived since is not settled with it.
@MainActor
@Observable
public final class DecisionsModel: KeptModel {
  public internal(set) var state = DecisionsState()
  let phone: Phone
  let turn = Turn()

  /// What waits on this phone.
  public init(phone: Phone) {
    self.phone = phone
  }

  /// This choice stands, by its place in the list.
  public func choose(_ decision: PendingDecision, place: Int) async {
    await settle(decision, .choose(UInt32(clamping: place)))
  }

  /// None of them; these words stand.
  public func write(_ decision: PendingDecision, words: String) async {
    await settle(decision, .write(words))
  }

  /// It was read, and there is nothing to choose.
  public func note(_ decision: PendingDecision) async {
    await settle(decision, .noted)
  }

  func read() async throws {
    let waiting = try await phone.pendingDecisions()
    let people = waiting.isEmpty ? [] : try await phone.caseload()
    state.names = Dictionary(people.map { ($0.case, $0.name) }, uniquingKeysWith: { first, _ in first })
    state.waiting = waiting
  }

  private func settle(_ decision: PendingDecision, _ how: Settlement) async {
    await act { try await phone.resolveDecision(id: decision.id, how: how) }
  }
}
