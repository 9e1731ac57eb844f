import AlongsideCore

// The client of a case, and the card of their link worker.
extension Phone {
  /// Opens a case for a client; works with no signal, and the case is this link worker's.
  ///
  /// Fails with `Invalid` without a name.
  public func addClient(new: NewClient) throws(AlongsideError) -> CaseId {
    try call { try core.addClient(new: new) }
  }

  /// The client of a case.
  ///
  /// Fails with `NotFound` when this phone does not have the case.
  public func client(case: CaseId) throws(AlongsideError) -> ClientView {
    try call { try core.client(case: `case`) }
  }

  /// Writes how it is safe to reach the client, in words.
  ///
  /// Fails with `NotFound`, or with `Invalid` when it is too long.
  public func setSafeContact(case: CaseId, words: String) throws(AlongsideError) {
    try call { try core.setSafeContact(case: `case`, words: words) }
  }

  /// Gives the client the card of their link worker: this person, what they do and how to reach them.
  ///
  /// Fails with `NotAllowed` for anybody but a link worker.
  public func introduceLinkWorker(case: CaseId, whatTheyDo: String, reach: String) throws(AlongsideError) {
    try call { try core.introduceLinkWorker(case: `case`, whatTheyDo: whatTheyDo, reach: reach) }
  }

  /// The card of the client's link worker; nothing before they were introduced.
  public func linkWorker(case: CaseId) throws(AlongsideError) -> LinkWorkerCard? {
    try call { try core.linkWorker(case: `case`) }
  }
}
