import AlongsideCore

// Contacts, and the next one, which the client sees.
extension Phone {
  /// Records a contact.
  ///
  /// Fails with `Invalid` without a purpose, with minutes outside a day, on a day still to come, or without a reason
  /// where `checkContact` asks for one.
  public func recordContact(case: CaseId, new: NewContact) throws(AlongsideError) -> EntityId {
    try call { try core.recordContact(case: `case`, new: new) }
  }

  /// What asks for a reason before this contact is written down: a way that is not safe or does not work for this
  /// person, an assessment that nobody expected. Empty when nothing does.
  public func checkContact(case: CaseId, new: NewContact) throws(AlongsideError) -> [Finding] {
    try call { try core.checkContact(case: `case`, new: new) }
  }

  /// The contacts of a case, newest first.
  public func contacts(case: CaseId) throws(AlongsideError) -> [ContactView] {
    try call { try core.contacts(case: `case`) }
  }

  /// Says when, how and why the next contact is. The client's phone shows it after the next sync.
  ///
  /// Fails with `Invalid` without a reason for it: nobody is called out of the blue.
  public func planNextContact(case: CaseId, at: Timestamp, mode: ContactMode, why: String) throws(AlongsideError) {
    try call { try core.planNextContact(case: `case`, at: at, mode: mode, why: why) }
  }

  /// Writes down the next contact as it was agreed, with its place. The client's phone shows it after the next sync.
  ///
  /// Fails with `Invalid` without a reason for it, or when the way is not safe or does not work for this person.
  public func agreeNextContact(case: CaseId, plan: NextPlan) throws(AlongsideError) {
    try call { try core.agreeNextContact(case: `case`, plan: plan) }
  }

  /// The next contact of a case; nothing when none is planned.
  public func nextContact(case: CaseId) throws(AlongsideError) -> NextContactView? {
    try call { try core.nextContact(case: `case`) }
  }
}
