import AlongsideCore

// Drafts to finish.
extension Phone {
  /// This person's drafts: notes not yet signed and assessments not yet submitted, newest first.
  public func drafts() throws(AlongsideError) -> [DraftSummary] {
    try call { try core.drafts() }
  }

  /// Throws a draft away: its form closes, and what was saved of it is put away.
  ///
  /// Fails with `Invalid` when it was signed or submitted, or with `NotFound`.
  public func discardDraft(id: EntityId) throws(AlongsideError) {
    try call { try core.discardDraft(id: id) }
  }
}
