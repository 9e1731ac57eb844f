import AlongsideCore

// The first screen and the screen of a visit.
extension Phone {
  /// The day of this link worker that `at` lies in.
  public func today(at: Timestamp) throws(AlongsideError) -> Today {
    try call { try core.today(at: at) }
  }

  /// What a worker sees first at a visit: the client's own words, what was promised, how to reach them safely, and what
  /// the rules found.
  ///
  /// Fails with `NotFound` when this phone does not have the case.
  public func caseOverview(case: CaseId) throws(AlongsideError) -> CaseOverview {
    try call { try core.caseOverview(case: `case`) }
  }
}
