import AlongsideCore

// How it is safe and possible to reach a client, and who is close to them.
extension Phone {
  /// Writes down how it is safe to reach the client. It replaces what was said before.
  ///
  /// Fails with `Invalid` with a minute outside a day.
  public func setSafeContactRule(case: CaseId, rule: SafeContactRule) throws(AlongsideError) {
    try call { try core.setSafeContactRule(case: `case`, rule: rule) }
  }

  /// How it is safe to reach the client; nothing when nobody has said.
  public func safeContactRule(case: CaseId) throws(AlongsideError) -> SafeContact? {
    try call { try core.safeContactRule(case: `case`) }
  }

  /// What stands against reaching the client this way at this time. Empty when nothing does.
  public func checkWay(case: CaseId, mode: ContactMode, at: Timestamp? = nil) throws(AlongsideError) -> [Finding] {
    try call { try core.checkWay(case: `case`, mode: mode, at: at) }
  }

  /// Writes down an access need; somebody is owed to look at it again.
  ///
  /// Fails with `Invalid` with a review in the past.
  public func recordAccessNeed(case: CaseId, new: NewAccessNeed) throws(AlongsideError) -> EntityId {
    try call { try core.recordAccessNeed(case: `case`, new: new) }
  }

  /// Writes down that a step of the Accessible Information Standard was taken.
  ///
  /// Fails with `NotFound`.
  public func takeAccessStep(need: EntityId, step: AccessStep) throws(AlongsideError) {
    try call { try core.takeAccessStep(need: need, step: step) }
  }

  /// Writes down that a need was looked at again, with what works now, and when it is next.
  ///
  /// Fails with `Invalid` with a review in the past, or with `NotFound`.
  public func reviewAccessNeed(need: EntityId, words: String?, nextReviewAt: Timestamp) throws(AlongsideError) {
    try call { try core.reviewAccessNeed(need: need, words: words, nextReviewAt: nextReviewAt) }
  }

  /// The access needs of a case, newest first.
  public func accessNeeds(case: CaseId) throws(AlongsideError) -> [AccessNeedView] {
    try call { try core.accessNeeds(case: `case`) }
  }

  /// Writes down somebody close to the client, and what the client lets them know. With no scope they are told nothing.
  ///
  /// Fails with `Invalid` without a name.
  public func addCarer(
    case: CaseId, name: String, relationship: String?, phone: String?, scope: [CarerScope]
  ) throws(AlongsideError) -> EntityId {
    try call { try core.addCarer(case: `case`, name: name, relationship: relationship, phone: phone, scope: scope) }
  }

  /// The client takes back what a carer may know. It holds at once on this phone.
  ///
  /// Fails with `NotFound`.
  public func revokeCarer(carer: EntityId) throws(AlongsideError) {
    try call { try core.revokeCarer(carer: carer) }
  }

  /// The people close to the client, newest first.
  public func carers(case: CaseId) throws(AlongsideError) -> [CarerView] {
    try call { try core.carers(case: `case`) }
  }
}
