import AlongsideCore

// Handing a client over to another link worker.
extension Phone {
  /// Begins a pack drawn from the record of `case`, to go over before it is given. Without a next worker it is for the
  /// team's queue. Only its author sees it until then.
  ///
  /// Fails with `NotFound` when this phone does not have the case.
  public func prepareHandover(case: CaseId, to: NextWorker? = nil) throws(AlongsideError) -> EntityId {
    try call { try core.prepareHandover(case: `case`, to: to) }
  }

  /// Writes one part of a pack in the worker's words.
  ///
  /// Fails with `Invalid` when it is too long or the pack was given, or with `NotFound`.
  public func writePack(pack: EntityId, part: PackPart, words: String) throws(AlongsideError) {
    try call { try core.writePack(pack: pack, part: part, words: words) }
  }

  /// Says when both workers meet the client together. Until the worker leaves the case, both are on it.
  ///
  /// Fails as `writePack` does.
  public func planJointMeeting(pack: EntityId, at: Timestamp) throws(AlongsideError) {
    try call { try core.planJointMeeting(pack: pack, at: at) }
  }

  /// Gives a pack: it is sealed, the next worker is put on the case, what is owed to the client is theirs to do, and
  /// the client is told why. Works with no signal.
  ///
  /// Fails with `Invalid` when it does not say what matters to the client, without a reason for the client, or when it
  /// was given before; or with `NotFound`.
  public func giveHandover(pack: EntityId, why: String) throws(AlongsideError) -> EntityId {
    try call { try core.giveHandover(pack: pack, why: why) }
  }

  /// Leaves a case that was handed over, after the joint meeting.
  ///
  /// Fails with `NotFound` when this phone does not have the case.
  public func leaveCase(case: CaseId) throws(AlongsideError) {
    try call { try core.leaveCase(case: `case`) }
  }

  /// The packs given for a case, newest first: what its next worker reads before anything else.
  public func handovers(case: CaseId) throws(AlongsideError) -> [HandoverView] {
    try call { try core.handovers(case: `case`) }
  }

  /// A pack: as its worker is writing it, or as it was given.
  ///
  /// Fails with `NotFound`.
  public func handover(pack: EntityId) throws(AlongsideError) -> HandoverView {
    try call { try core.handover(pack: pack) }
  }
  /// The other link workers of the organisation, by name: whom a client can be handed to. Nobody before the first sync,
  /// or where there is no other.
  public func colleagues() throws(AlongsideError) -> [NextWorker] {
    try call { try core.colleagues() }
  }
}
