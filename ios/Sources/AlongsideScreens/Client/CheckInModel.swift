// A client says how a goal is going: a number, words, or both.

import Alongside
import Observation

/// What the screen of a check-in shows.
public struct CheckInState: KeptState, Equatable {
  /// The goal; nothing before it was read.
  public internal(set) var goal: GoalView?
  /// From 0, nowhere near, to 10, all the way there; nothing while none was chosen, which is not nought.
  public internal(set) var score: Int64?
  /// The words, as typed.
  public internal(set) var words = ""
  /// Whether it was said. It is on this phone then, and goes with the next sync.
  public internal(set) var done = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { goal != nil }

  /// Whether there is something to say.
  public var canSend: Bool { (score != nil || filled(words) != nil) && !done && !doing.busy }
}

/// A check-in on one goal.
@MainActor
@Observable
public final class CheckInModel: KeptModel {
  public internal(set) var state = CheckInState()
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  private let goal: EntityId

  /// A check-in on `goal`, by the client whose case it is.
  public init(phone: Phone, case: CaseId, goal: EntityId) {
    (self.phone, self.case, self.goal) = (phone, `case`, goal)
  }

  /// A number was chosen; chosen again, it is taken back.
  public func choose(_ score: Int64) {
    state.score = state.score == score ? nil : score
  }

  /// The words were typed.
  public func typeWords(_ words: String) {
    state.words = words
  }

  /// Says it. What was typed stays on the screen when it is refused.
  public func send() async {
    guard state.canSend else { return }
    let (score, words) = (state.score, filled(state.words))
    await act {
      _ = try await phone.checkIn(goal: goal, score: score, words: words)
      (state.done, state.score, state.words) = (true, nil, "")
    }
  }

  func read() async throws {
    let view = try await phone.goals(case: `case`).first { $0.id == goal }
    guard let view else { throw AlongsideError.NotFound }
    state.goal = view
  }

  func emptied() -> CheckInState { CheckInState() }
}
