import AlongsideCore

// Stretches of support: begun, paused with the door open, taken up again.
extension Phone {
  /// Begins to support a client, or begins again after an ending.
  ///
  /// Fails with `Invalid` while a stretch of support has not ended, or with `NotFound`.
  public func beginEpisode(case: CaseId) throws(AlongsideError) -> EntityId {
    try call { try core.beginEpisode(case: `case`) }
  }

  /// The client asks for a pause. Somebody looks at it again on the day they said, or after four weeks.
  ///
  /// Fails with `Invalid` when the support is paused or has ended, or with `NotFound` before it began.
  public func pauseForClient(case: CaseId, words: String? = nil, reviewAt: Timestamp? = nil) throws(AlongsideError) {
    try call { try core.pauseForClient(case: `case`, words: words, reviewAt: reviewAt) }
  }

  /// What is still to be tried before a client counts as out of reach. Empty when enough was.
  public func checkLostContact(case: CaseId) throws(AlongsideError) -> [Finding] {
    try call { try core.checkLostContact(case: `case`) }
  }

  /// Nobody could be reached, and enough was tried: the support pauses with the door open. What got in the way is said
  /// in words; it is never the client.
  ///
  /// Fails with `Invalid` without words, or while `checkLostContact` names something to try, or with `NotFound`.
  public func pauseWithDoorOpen(case: CaseId, barrier: String) throws(AlongsideError) {
    try call { try core.pauseWithDoorOpen(case: `case`, barrier: barrier) }
  }

  /// The client is back: a pause ends, or after an ending a new stretch of support begins.
  ///
  /// Fails with `Invalid` when the support is under way, or with `NotFound` before it began.
  public func welcomeBack(case: CaseId) throws(AlongsideError) -> EntityId {
    try call { try core.welcomeBack(case: `case`) }
  }

  /// The stretches of support of a case, newest first.
  public func episodes(case: CaseId) throws(AlongsideError) -> [EpisodeView] {
    try call { try core.episodes(case: `case`) }
  }
}
