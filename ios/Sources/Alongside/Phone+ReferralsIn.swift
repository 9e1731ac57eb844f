import AlongsideCore

// How a person came to the service: the offer, and what they said to it.
extension Phone {
  /// Writes down that support was offered to the person of this case.
  ///
  /// Fails with `Invalid` without a source, or with a day still to come.
  public func offerSupport(case: CaseId, new: NewReferralIn) throws(AlongsideError) -> EntityId {
    try call { try core.offerSupport(case: `case`, new: new) }
  }

  /// The person said yes: the support begins with it, unless it is under way.
  ///
  /// Fails with `Invalid` when they said yes before, or with `NotFound`.
  public func acceptOffer(referral: EntityId, understood: Bool? = nil) throws(AlongsideError) {
    try call { try core.acceptOffer(referral: referral, understood: understood) }
  }

  /// The person said no, for now or for good. The reason is what stood in the way.
  ///
  /// Fails with `Invalid` when they have answered before, or with `NotFound`.
  public func declineOffer(referral: EntityId, decline: Decline) throws(AlongsideError) {
    try call { try core.declineOffer(referral: referral, decline: decline) }
  }

  /// Writes down that the referrer was told what came of it.
  ///
  /// Fails with `NotFound`.
  public func tellReferrer(referral: EntityId) throws(AlongsideError) {
    try call { try core.tellReferrer(referral: referral) }
  }

  /// The referrals into the service of a case, newest first.
  public func referralsIn(case: CaseId) throws(AlongsideError) -> [ReferralInView] {
    try call { try core.referralsIn(case: `case`) }
  }
}
