// A client's own goals, in their words, with steps to tick.

import Alongside
import Observation

/// What the screen of a client's goals shows.
public struct MyGoalsState: KeptState, Equatable {
  /// The goals, newest first; nothing before they were read.
  public internal(set) var goals: [GoalView]?
  public internal(set) var doing = Doing()
  public var loaded: Bool { goals != nil }

  /// Those that are put forward, worked on or set aside for a while.
  public var current: [GoalView] { goals?.filter(\.isCurrent) ?? [] }
  /// Those that were reached, let go or changed.
  public var settled: [GoalView] { goals?.filter { !$0.isCurrent } ?? [] }
}

/// A client's goals. A new one is ``OwnGoalModel``'s.
@MainActor
@Observable
public final class MyGoalsModel: KeptModel {
  public internal(set) var state = MyGoalsState()
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId

  /// The goals of the client whose case it is.
  public init(phone: Phone, case: CaseId) {
    (self.phone, self.case) = (phone, `case`)
  }

  /// Ticks a step, or takes the tick back.
  public func tickStep(_ step: EntityId, done: Bool) async {
    await act { try await phone.tickStep(step: step, done: done) }
  }

  /// "Yes, that is my goal."
  public func confirm(_ goal: EntityId) async {
    await act { try await phone.confirmGoal(goal: goal) }
  }

  /// A step of the client's own.
  @discardableResult
  public func addStep(_ goal: EntityId, title: String) async -> Bool {
    await act { _ = try await phone.addStep(goal: goal, title: title, by: .client) }
  }

  /// Sets a goal aside for a while, and says why.
  @discardableResult
  public func park(_ goal: EntityId, why: String) async -> Bool {
    await act { try await phone.setGoalStatus(goal: goal, status: .parked, why: why) }
  }

  /// Takes a goal up again.
  public func takeUp(_ goal: EntityId) async {
    await act { try await phone.setGoalStatus(goal: goal, status: .active) }
  }

  /// The goal is reached.
  public func reach(_ goal: EntityId) async {
    await act { try await phone.setGoalStatus(goal: goal, status: .reached) }
  }

  func read() async throws {
    state.goals = try await phone.goals(case: `case`)
  }

  func emptied() -> MyGoalsState { MyGoalsState() }
}
