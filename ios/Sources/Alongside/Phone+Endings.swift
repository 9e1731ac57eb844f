import AlongsideCore

// Ending the support.
extension Phone {
  /// Looks at an ending before it is made: what stands open, and what stands against it.
  ///
  /// Fails with `NotFound` when no support is under way.
  public func checkEnding(case: CaseId, ending: NewEnding) throws(AlongsideError) -> EndingCheck {
    try call { try core.checkEnding(case: `case`, ending: ending) }
  }

  /// Ends the support. What stood open is written down with it.
  ///
  /// Fails with `Invalid` when `checkEnding` names something against it, or with `NotFound`.
  public func endEpisode(case: CaseId, ending: NewEnding) throws(AlongsideError) -> EntityId {
    try call { try core.endEpisode(case: `case`, ending: ending) }
  }

  /// Writes down that the support goes on, pauses, or is looked at by a second person, after an ending was thought of.
  ///
  /// Fails with `Invalid` without a reason, or when the decision is to end, or with `NotFound`.
  public func decideClosure(
    case: CaseId, decision: ClosureDecision, why: String, clientView: String? = nil
  ) throws(AlongsideError) -> EntityId {
    try call { try core.decideClosure(case: `case`, decision: decision, why: why, clientView: clientView) }
  }

  /// What was decided each time somebody looked at an ending, newest first.
  public func closureChecks(case: CaseId) throws(AlongsideError) -> [ClosureView] {
    try call { try core.closureChecks(case: `case`) }
  }
}
