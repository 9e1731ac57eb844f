// A client's goals in their words, for their link worker.

import Alongside
import Observation

/// What the screen of goals shows.
public struct GoalsState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// The goals, newest first; nothing before they were read.
  public internal(set) var goals: [GoalView]?
  /// The goal that was just agreed.
  public internal(set) var agreed: EntityId?
  public internal(set) var doing = Doing()
  public var loaded: Bool { goals != nil }

  /// Those that are put forward, worked on or set aside for a while.
  public var current: [GoalView] { goals?.filter(\.isCurrent) ?? [] }
  /// Those that were reached, let go or changed.
  public var settled: [GoalView] { goals?.filter { !$0.isCurrent } ?? [] }
}

extension GoalView {
  /// Whether the goal is put forward, worked on or set aside for a while.
  public var isCurrent: Bool { [.proposed, .active, .parked].contains(goal.status) }
  /// The photos of the goal, and then those of how it was going.
  public var allPhotos: [PhotoView] { photos + checkIns.flatMap(\.photos) }
}

/// A client's goals.
@MainActor
@Observable
public final class GoalsModel: KeptModel {
  public internal(set) var state: GoalsState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId

  /// The goals of `case`.
  public init(phone: Phone, case: CaseId) {
    (self.phone, self.case) = (phone, `case`)
    state = GoalsState(case: `case`)
  }

  /// Agrees a goal, in words that are kept as they are.
  @discardableResult
  public func agreeGoal(_ wording: String, by: WordingBy, category: NeedCategory? = nil) async -> Bool {
    let goal = NewGoal(wording: wording, wordingBy: by, category: category)
    return await act { state.agreed = try await phone.agreeGoal(case: `case`, new: goal) }
  }

  /// Keeps that the client said yes to it.
  public func confirmGoal(_ goal: EntityId) async {
    await act { try await phone.confirmGoal(goal: goal) }
  }

  /// Says it in the worker's words, beside the client's.
  @discardableResult
  public func paraphraseGoal(_ goal: EntityId, words: String) async -> Bool {
    await act { try await phone.paraphraseGoal(goal: goal, words: words) }
  }

  /// Writes it in other words.
  @discardableResult
  public func rewordGoal(_ goal: EntityId, wording: String, by: WordingBy) async -> Bool {
    await act { try await phone.rewordGoal(goal: goal, wording: wording, by: by) }
  }

  /// Lets it become another goal; both stay.
  @discardableResult
  public func changeGoal(_ goal: EntityId, wording: String, by: WordingBy, why: String) async -> Bool {
    await act { _ = try await phone.changeGoal(goal: goal, wording: wording, by: by, why: why) }
  }

  /// Says where it stands; a goal that is parked or let go says why.
  @discardableResult
  public func setGoalStatus(_ goal: EntityId, _ status: GoalStatus, why: String? = nil) async -> Bool {
    await act { try await phone.setGoalStatus(goal: goal, status: status, why: why) }
  }

  /// Adds a step to the end.
  @discardableResult
  public func addStep(_ goal: EntityId, title: String, by: StepBy) async -> Bool {
    await act { _ = try await phone.addStep(goal: goal, title: title, by: by) }
  }

  /// Ticks a step, or takes the tick back.
  public func tickStep(_ step: EntityId, done: Bool) async {
    await act { try await phone.tickStep(step: step, done: done) }
  }

  /// Says how it is going: from 0 to 10, in words, or both.
  @discardableResult
  public func checkIn(_ goal: EntityId, score: Int64?, words: String?) async -> Bool {
    await act { _ = try await phone.checkIn(goal: goal, score: score, words: words) }
  }

  func read() async throws {
    state.goals = try await phone.goals(case: `case`)
  }

  func emptied() -> GoalsState { GoalsState(case: `case`) }
}
