import AlongsideCore

// The client's first screen, and what a client asks for between contacts.
extension Phone {
  /// The client's first screen.
  ///
  /// Fails with `NotFound` on the phone of somebody who is not a client.
  public func clientHome() throws(AlongsideError) -> ClientHome {
    try call { try core.clientHome() }
  }

  /// What became of the referrals of a case in plain words, newest first.
  public func referralNews(case: CaseId) throws(AlongsideError) -> [ReferralNewsView] {
    try call { try core.referralNews(case: `case`) }
  }

  /// Notes that the client read of a change of link worker.
  ///
  /// Fails with `NotFound`.
  public func noteChangeSeen(notice: EntityId) throws(AlongsideError) {
    try call { try core.noteChangeSeen(notice: notice) }
  }

  /// Asks for something about contact.
  ///
  /// Fails with `Invalid` when a question or another time is asked for without words.
  public func wishContact(case: CaseId, wish: WishKind, words: String? = nil) throws(AlongsideError) -> EntityId {
    try call { try core.wishContact(case: `case`, wish: wish, words: words) }
  }

  /// Takes a wish back.
  ///
  /// Fails with `NotFound`.
  public func withdrawWish(wish: EntityId) throws(AlongsideError) {
    try call { try core.withdrawWish(wish: wish) }
  }

  /// Answers a wish; the client's phone shows it after its next sync.
  ///
  /// Fails with `Invalid` without words, with `NotFound`, or with `NotAllowed` for a client.
  public func answerWish(wish: EntityId, words: String) throws(AlongsideError) {
    try call { try core.answerWish(wish: wish, words: words) }
  }

  /// The wishes of a case, newest first.
  public func wishes(case: CaseId) throws(AlongsideError) -> [WishView] {
    try call { try core.wishes(case: `case`) }
  }

  /// Keeps the client's answer to "I know who my link worker is and how to reach them".
  ///
  /// Fails with `NotAllowed` on anybody else's phone.
  public func sayRecognition(case: CaseId, known: Bool) throws(AlongsideError) {
    try call { try core.sayRecognition(case: `case`, known: known) }
  }
}
