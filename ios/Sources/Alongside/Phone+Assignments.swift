import AlongsideCore

// Who the link worker of a case is, and how much each carries.
extension Phone {
  /// Writes down who the link worker of a case is. The person's account is put on the case by whoever runs the service.
  ///
  /// Fails with `Invalid` while another is, or when it ends before it begins.
  public func assignWorker(case: CaseId, new: NewAssignment) throws(AlongsideError) -> EntityId {
    try call { try core.assignWorker(case: `case`, new: new) }
  }

  /// Ends an assignment, at a moment that may lie ahead.
  ///
  /// Fails with `Invalid` when that is before it began, or with `NotFound`.
  public func endAssignment(assignment: EntityId, to: Timestamp) throws(AlongsideError) {
    try call { try core.endAssignment(assignment: assignment, to: to) }
  }

  /// The link workers of a case, the latest first.
  public func assignments(case: CaseId) throws(AlongsideError) -> [AssignmentView] {
    try call { try core.assignments(case: `case`) }
  }

  /// How much this link worker carries today, against a ceiling that the organisation set, if it did.
  public func myLoad(ceiling: Int64? = nil) throws(AlongsideError) -> LoadView {
    try call { try core.myLoad(ceiling: ceiling) }
  }
}
