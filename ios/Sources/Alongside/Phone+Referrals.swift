import AlongsideCore

// Onward referrals and what became of them.
extension Phone {
  /// Begins an onward referral.
  ///
  /// Fails with `Invalid` without a service.
  public func referOnward(case: CaseId, new: NewReferral) throws(AlongsideError) -> EntityId {
    try call { try core.referOnward(case: `case`, new: new) }
  }

  /// Writes down what happened to a referral. A refusal needs its reason: the client is owed one.
  ///
  /// Fails with `Invalid` without a reason where one is owed, or with `NotFound`.
  public func setReferralStatus(
    referral: EntityId, status: ReferralState, reason: String? = nil
  ) throws(AlongsideError) -> EntityId {
    try call { try core.setReferralStatus(referral: referral, status: status, reason: reason) }
  }

  /// Writes down what happened to a referral. When it came back, what is owed to the client stands in the same save,
  /// due in five working days; the client reads the news with the next sync.
  ///
  /// Fails with `Invalid`: a step that cannot follow, a reason that is owed, a day still to come; or with `NotFound`.
  public func recordReferralStep(referral: EntityId, step: ReferralStep) throws(AlongsideError) -> EntityId {
    try call { try core.recordReferralStep(referral: referral, step: step) }
  }

  /// The steps a referral can take from where it stands.
  ///
  /// Fails with `NotFound`.
  public func nextReferralSteps(referral: EntityId) throws(AlongsideError) -> [ReferralState] {
    try call { try core.nextReferralSteps(referral: referral) }
  }

  /// The onward referrals of a case, newest first.
  public func referrals(case: CaseId) throws(AlongsideError) -> [ReferralView] {
    try call { try core.referrals(case: `case`) }
  }
}
