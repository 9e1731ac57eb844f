import AlongsideCore

// What waits for a person, in two steps: show the choices, then settle what was shown.
extension Phone {
  /// What waits for a person, oldest first: texts and values to choose between that this person may settle, and work of
  /// this phone that did not simply apply. None of it is lost while it waits.
  public func pendingDecisions() throws(AlongsideError) -> [PendingDecision] {
    try call { try core.pendingDecisions() }
  }

  /// Settles one of the pending decisions as it was shown; what has arrived since is not settled with it.
  ///
  /// Fails with `Invalid` when `how` is none of the choices or an empty text, `NotAllowed`, `NotFound`, or `Storage`.
  public func resolveDecision(id: String, how: Settlement) throws(AlongsideError) {
    try call { try core.resolveDecision(id: id, how: how) }
  }

  /// Declares a signed note or a submitted assessment void, with a reason. It counts nowhere from then on and can still
  /// be read.
  ///
  /// Fails with `Invalid` without a reason, `NotFound`, `NotAllowed` or `Storage`.
  public func voidRecord(id: EntityId, reason: String) throws(AlongsideError) {
    try call { try core.voidRecord(id: id, reason: reason) }
  }
}
