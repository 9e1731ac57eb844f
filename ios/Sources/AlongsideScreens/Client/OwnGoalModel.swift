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
  @ObservationIgnored private let half: HalfSaid

  /// A new goal of the client whose case it is.
  public init(phone: Phone, case: CaseId, clock: ScreenClock = .system) {
    (self.phone, self.case) = (phone, `case`)
    half = HalfSaid(phone: phone, case: `case`, clock: clock)
    half.tell = { [weak self] kept, refusal in self?.hear(kept, refusal) }
  }

  /// The words were typed.
  public func typeWords(_ words: String) {
    guard !half.isSaying, !state.done, words != state.words else { return }
    state.words = words
    half.type(.goal, words)
  }

  /// Writes the goal as it was typed.
  public func add() async {
    guard state.canAdd, let wording = filled(state.words) else { return }
    await act {
      try await half.said {
        _ = try await phone.agreeGoal(case: `case`, new: NewGoal(wording: wording, wordingBy: .client))
      }
      (state.done, state.words) = (true, "")
    }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await half.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let begun = try await half.begun([.goal])[.goal]
    if !state.done, state.words.isEmpty, let begun { (state.words, state.kept) = (begun, .saved) }
    state.loaded = true
  }

  private func hear(_ kept: Kept, _ refusal: Refusal?) {
    state.kept = kept
    if let refusal { state.doing.refusal = refusal }
  }

  func emptied() -> OwnGoalState { OwnGoalState() }
}
