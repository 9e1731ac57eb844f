import AlongsideCore

// The directory of services: searching, picking, looking before a referral, and what is written down of it.
extension Phone {
  /// Searches the directory, best fit first, at most `limit`. Works with no signal.
  public func searchServices(search: ServiceSearch, limit: UInt32) throws(AlongsideError) -> ServicesFound {
    try call { try core.searchServices(search: search, limit: limit) }
  }

  /// A picker for a client: by the need, when one is given, and the client's age, beside what `search` says.
  ///
  /// Fails with `NotFound` when there is no such need.
  public func pickService(
    case: CaseId, need: EntityId?, search: ServiceSearch
  ) throws(AlongsideError) -> ServicePicker {
    try call { try core.pickService(case: `case`, need: need, search: search) }
  }

  /// A service with what colleagues know.
  ///
  /// Fails with `NotFound`.
  public func service(service: EntityId) throws(AlongsideError) -> ServiceView {
    try call { try core.service(service: service) }
  }

  /// Looks at whether a service is likely to take this client, before any form is filled in.
  ///
  /// Fails with `NotFound`.
  public func checkEligibility(
    case: CaseId, service: EntityId, free: Bool = false, language: String? = nil
  ) throws(AlongsideError) -> EligibilityView {
    try call { try core.checkEligibility(case: `case`, service: service, free: free, language: language) }
  }

  /// Help like this service that the client has or waits for already.
  ///
  /// Fails with `NotFound`.
  public func duplicateOffers(case: CaseId, service: EntityId) throws(AlongsideError) -> [Finding] {
    try call { try core.duplicateOffers(case: `case`, service: service) }
  }

  /// Says that a service is as the directory has it, as of now.
  ///
  /// Fails with `NotFound`, or with `NotAllowed` for anybody but a link worker.
  public func confirmService(service: EntityId) throws(AlongsideError) {
    try call { try core.confirmService(service: service) }
  }

  /// Adds what a link worker knows of a service.
  ///
  /// Fails with `Invalid` without words and without capacity, with `NotFound`, or with `NotAllowed` for anybody but a
  /// link worker.
  public func addLocalKnowledge(service: EntityId, new: NewKnowledge) throws(AlongsideError) -> EntityId {
    try call { try core.addLocalKnowledge(service: service, new: new) }
  }

  /// How fresh the services are that referrals on this phone used.
  public func directoryFreshness() throws(AlongsideError) -> DirectoryFreshness {
    try call { try core.directoryFreshness() }
  }

  /// Writes down that nothing serves a need for now, and resolves the need so.
  ///
  /// Fails with `NotFound` when there is no such need.
  public func recordUnmetNeed(case: CaseId, new: NewUnmetNeed) throws(AlongsideError) -> EntityId {
    try call { try core.recordUnmetNeed(case: `case`, new: new) }
  }

  /// The unmet needs of a case, newest first.
  public func unmetNeeds(case: CaseId) throws(AlongsideError) -> [UnmetNeedView] {
    try call { try core.unmetNeeds(case: `case`) }
  }
}
