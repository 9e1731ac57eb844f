import AlongsideCore

// Goals, steps and check-ins, shared by client and link worker.
extension Phone {
  /// Agrees a goal. The client's words are kept as they are.
  ///
  /// Fails with `Invalid` without words.
  public func agreeGoal(case: CaseId, new: NewGoal) throws(AlongsideError) -> EntityId {
    try call { try core.agreeGoal(case: `case`, new: new) }
  }

  /// Writes a goal in other words.
  ///
  /// Fails with `Invalid` without words, or with `NotFound`.
  public func rewordGoal(goal: EntityId, wording: String, by: WordingBy) throws(AlongsideError) {
    try call { try core.rewordGoal(goal: goal, wording: wording, by: by) }
  }

  /// Keeps that the client said "yes, that is my goal". Until then it is a proposal.
  ///
  /// Fails with `NotFound`.
  public func confirmGoal(goal: EntityId) throws(AlongsideError) {
    try call { try core.confirmGoal(goal: goal) }
  }

  /// Says a goal in the worker's words beside the client's, which stay as they are.
  ///
  /// Fails with `NotFound`, or with `NotAllowed` for a client.
  public func paraphraseGoal(goal: EntityId, words: String) throws(AlongsideError) {
    try call { try core.paraphraseGoal(goal: goal, words: words) }
  }

  /// Lets a goal become another one, in new words; both stay. Gives the new goal.
  ///
  /// Fails with `Invalid` without words or without a reason, or with `NotFound`.
  public func changeGoal(
    goal: EntityId, wording: String, by: WordingBy, why: String
  ) throws(AlongsideError) -> EntityId {
    try call { try core.changeGoal(goal: goal, wording: wording, by: by, why: why) }
  }

  /// Says where a goal stands. A goal that is parked, let go or changed says why.
  ///
  /// Fails with `Invalid` without a reason where one is owed, or with `NotFound`.
  public func setGoalStatus(goal: EntityId, status: GoalStatus, why: String? = nil) throws(AlongsideError) {
    try call { try core.setGoalStatus(goal: goal, status: status, why: why) }
  }

  /// Adds a step to the end of a goal's steps.
  ///
  /// Fails with `Invalid` without a title, or with `NotFound`.
  public func addStep(goal: EntityId, title: String, by: StepBy) throws(AlongsideError) -> EntityId {
    try call { try core.addStep(goal: goal, title: title, by: by) }
  }

  /// Ticks a step, or takes the tick back.
  ///
  /// Fails with `NotFound`.
  public func tickStep(step: EntityId, done: Bool) throws(AlongsideError) {
    try call { try core.tickStep(step: step, done: done) }
  }

  /// Says how a goal is going: from 0 to 10, in words, or both.
  ///
  /// Fails with `Invalid` with neither, or outside 0 to 10, or with `NotFound`.
  public func checkIn(goal: EntityId, score: Int64? = nil, words: String? = nil) throws(AlongsideError) -> EntityId {
    try call { try core.checkIn(goal: goal, score: score, words: words) }
  }

  /// Puts a check-in that is being entered on the disk as it is now, as when its screen is left; with neither number nor
  /// words there is none any more.
  ///
  /// Fails with `Invalid` when the words are too long or the number is outside 0 to 10, or with `NotFound`.
  public func keepCheckIn(goal: EntityId, score: Int64?, words: String) throws(AlongsideError) {
    try call { try core.keepCheckIn(goal: goal, score: score, words: words) }
  }

  /// The check-in on this goal that was begun and not said; nothing when there is none.
  public func begunCheckIn(goal: EntityId) throws(AlongsideError) -> BegunCheckIn? {
    try call { try core.begunCheckIn(goal: goal) }
  }

  /// The goals of a case, newest first.
  public func goals(case: CaseId) throws(AlongsideError) -> [GoalView] {
    try call { try core.goals(case: `case`) }
  }
}
