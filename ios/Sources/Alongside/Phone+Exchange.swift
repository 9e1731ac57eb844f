import AlongsideCore

// Handing a person's record on, as files.
extension Phone {
  /// One export of the person's record as a file, with marked passages left out. Needs no network.
  ///
  /// Fails with `Invalid` (`sharing`, `NotShared`) when the person said no to the practice, with `NotAllowed` for
  /// anybody but a link worker, or with `NotFound`.
  public func export(case: CaseId, form: ExportForm) throws(AlongsideError) -> ExportFile {
    try call { try core.export(case: `case`, form: form) }
  }

  /// The marked passages that somebody must decide about before `subjectAccess`.
  ///
  /// Fails with `NotAllowed` or `NotFound`.
  public func passages(case: CaseId) throws(AlongsideError) -> [Passage] {
    try call { try core.passages(case: `case`) }
  }

  /// Everything this phone holds about the person, for the person: a page, and the records as a file.
  ///
  /// Fails with `Invalid` (`decisions`, `Undecided`) while a marked passage waits for a decision, with `NotAllowed` or
  /// `NotFound`.
  public func subjectAccess(case: CaseId, decisions: [PassageDecision]) throws(AlongsideError) -> [ExportFile] {
    try call { try core.subjectAccess(case: `case`, decisions: decisions) }
  }

  /// Marks words of a record as not simply to be passed on.
  ///
  /// Fails with `Invalid` when the record is a draft or does not hold these words, or with `NotFound`.
  public func markPassage(record: EntityId, passage: String, why: PassageReason) throws(AlongsideError) -> EntityId {
    try call { try core.markPassage(record: record, passage: passage, why: why) }
  }

  /// Takes a mark back.
  ///
  /// Fails with `NotFound`.
  public func liftPassageMark(mark: EntityId) throws(AlongsideError) {
    try call { try core.liftPassageMark(mark: mark) }
  }
}
