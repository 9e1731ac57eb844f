import AlongsideCore

// Needs, in the client's words, and what became of them.
extension Phone {
  /// Writes down a need as the client said it.
  ///
  /// Fails with `Invalid` without words.
  public func raiseNeed(case: CaseId, category: NeedCategory, words: String) throws(AlongsideError) -> EntityId {
    try call { try core.raiseNeed(case: `case`, category: category, words: words) }
  }

  /// Says what became of a need, and what stood in the way where something did.
  ///
  /// Fails with `NotFound`.
  public func resolveNeed(need: EntityId, resolution: NeedResolution, barrier: String? = nil) throws(AlongsideError) {
    try call { try core.resolveNeed(need: need, resolution: resolution, barrier: barrier) }
  }

  /// The needs of a case that nothing nearby serves.
  public func unservedNeeds(case: CaseId) throws(AlongsideError) -> [NeedView] {
    try call { try core.unservedNeeds(case: `case`) }
  }

  /// The needs of a case, newest first.
  public func needs(case: CaseId) throws(AlongsideError) -> [NeedView] {
    try call { try core.needs(case: `case`) }
  }
}
