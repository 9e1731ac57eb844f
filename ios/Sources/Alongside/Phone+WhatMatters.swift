import AlongsideCore

// What matters to the client, in the client's words: the first thing asked, before any instrument.
extension Phone {
  /// The question to put before anything else at a first meeting; nothing once the client has answered it.
  public func firstQuestion(case: CaseId) throws(AlongsideError) -> String? {
    try call { try core.firstQuestion(case: `case`) }
  }

  /// Writes down one thing that matters, as the client said it, after those that are there.
  ///
  /// Fails with `Invalid` without words, or when they are too long.
  public func sayWhatMatters(
    case: CaseId, words: String, category: NeedCategory? = nil
  ) throws(AlongsideError) -> EntityId {
    try call { try core.sayWhatMatters(case: `case`, words: words, category: category) }
  }

  /// Writes it in other words, when the client now says it otherwise.
  ///
  /// Fails with `Invalid` without words or when they are too long, or with `NotFound`.
  public func rewordWhatMatters(id: EntityId, words: String) throws(AlongsideError) {
    try call { try core.rewordWhatMatters(id: id, words: words) }
  }

  /// Puts what matters into the client's order: those named first, in this order, then the others as they were.
  ///
  /// Fails with `NotFound` when one of them is not there.
  public func orderWhatMatters(case: CaseId, order: [EntityId]) throws(AlongsideError) {
    try call { try core.orderWhatMatters(case: `case`, order: order) }
  }

  /// Puts one away that no longer matters. It stays in the record.
  ///
  /// Fails with `NotFound`.
  public func putAwayWhatMatters(id: EntityId) throws(AlongsideError) {
    try call { try core.putAwayWhatMatters(id: id) }
  }

  /// What matters to the client, in the client's order.
  public func whatMatters(case: CaseId) throws(AlongsideError) -> [WhatMattersView] {
    try call { try core.whatMatters(case: `case`) }
  }
}
