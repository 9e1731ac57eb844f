// A client words a goal of their own.

import Alongside
import Observation

/// What the screen of a client's new goal shows.
public struct OwnGoalState: KeptState, Equatable {
  /// The words, as typed.
  public internal(set) var words = ""
  /// How safe they are.
  public internal(set) var kept = Kept.untouched
  /// Whether the goal is there.
  public internal(set) var done = false
  public internal(set) var doing = Doing()
  public internal(set) var loaded = false

  /// Whether there is a goal to keep.
  public var canAdd: Bool { filled(words) != nil && !done && !doing.busy }
}

/// A goal that is being worded. What was typed and not kept is there again, also after the phone was off.
@MainActor
@Observable
public final class OwnGoalModel: KeptModel, KeepsWords {
  public internal(set) var state = OwnGoalState()
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  @ObservationIgnored private var isAdding = false
  @ObservationIgnored private var save: Autosave?

  /// A new goal of the client whose case it is.
  public init(phone: Phone, case: CaseId, clock: ScreenClock = .system) {
    (self.phone, self.case) = (phone, `case`)
    save = Autosave(
      clock: clock,
      handOver: { try await phone.typeGoal(case: `case`, words: $0) },
      keep: { try await phone.keepGoal(case: `case`, words: $0) },
      tell: { [weak self] kept, refusal in self?.hear(kept, refusal) })
  }

  /// The words were typed.
  public func typeWords(_ words: String) {
    guard !isAdding, !state.done, words != state.words else { return }
    state.words = words
    save?.type(words)
  }

  /// Writes the goal as it was typed.
  public func add() async {
    guard state.canAdd, let wording = filled(state.words) else { return }
    await act {
      isAdding = true
      defer { isAdding = false }
      // None of the words is on its way any more when the goal is there.
      if let refusal = await save?.keepNow() { throw refusal.error }
      _ = try await phone.agreeGoal(case: `case`, new: NewGoal(wording: wording, wordingBy: .client))
      (state.done, state.words) = (true, "")
    }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await save?.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let begun = try await phone.begunGoal(case: `case`)
    if !state.loaded, state.words.isEmpty, let begun { (state.words, state.kept) = (begun, .saved) }
    state.loaded = true
  }

  private func hear(_ kept: Kept, _ refusal: Refusal?) {
    state.kept = kept
    if let refusal { state.doing.refusal = refusal }
  }

  func emptied() -> OwnGoalState { OwnGoalState() }
}
