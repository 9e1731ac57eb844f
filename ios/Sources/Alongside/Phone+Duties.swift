import AlongsideCore

// What is owed to a client.
extension Phone {
  /// Writes down what is owed to a client, in this person's name.
  ///
  /// Fails with `Invalid` without words.
  public func makeDuty(case: CaseId, new: NewDuty) throws(AlongsideError) -> EntityId {
    try call { try core.makeDuty(case: `case`, new: new) }
  }

  /// Takes a duty, from the team's queue or from a colleague.
  ///
  /// Fails with `NotFound`.
  public func takeDuty(duty: EntityId) throws(AlongsideError) {
    try call { try core.takeDuty(duty: duty) }
  }

  /// Hands a duty to the team's queue, where somebody else takes it.
  ///
  /// Fails with `NotFound`.
  public func handDutyToTeam(duty: EntityId) throws(AlongsideError) {
    try call { try core.handDutyToTeam(duty: duty) }
  }

  /// Settles a duty: done, or not owed any more. What came of it is said in words.
  ///
  /// Fails with `Invalid` without an outcome, or when it is settled already, or with `NotFound`.
  public func settleDuty(duty: EntityId, status: DutyStatus, outcome: String) throws(AlongsideError) {
    try call { try core.settleDuty(duty: duty, status: status, outcome: outcome) }
  }

  /// Settles a promise that was written in a signed note: kept, or not owed any more.
  ///
  /// Fails with `Invalid` without an outcome, when nothing was promised in the note, or when it is settled already, or
  /// with `NotFound`.
  public func settlePromise(note: EntityId, status: DutyStatus, outcome: String) throws(AlongsideError) {
    try call { try core.settlePromise(note: note, status: status, outcome: outcome) }
  }

  /// The duties of a case: open ones first, the earliest due on top.
  public func duties(case: CaseId) throws(AlongsideError) -> [DutyView] {
    try call { try core.duties(case: `case`) }
  }
}
