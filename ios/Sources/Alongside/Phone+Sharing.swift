import AlongsideCore

// What the client lets others see, and who sees what.
extension Phone {
  /// Writes down what the client answered when they were asked. Asked again, the latest answer stands.
  ///
  /// Fails with `Invalid` when a text is too long.
  public func askSharing(case: CaseId, question: SharingQuestion, yes: Bool) throws(AlongsideError) {
    try call { try core.askSharing(case: `case`, question: question, yes: yes) }
  }

  /// Gives a yes again or takes it back.
  ///
  /// Fails with `NotFound` when the client was never asked.
  public func switchSharing(case: CaseId, purpose: SharingPurpose, yes: Bool) throws(AlongsideError) {
    try call { try core.switchSharing(case: `case`, purpose: purpose, yes: yes) }
  }

  /// Every share switch of a case.
  public func sharing(case: CaseId) throws(AlongsideError) -> [SharingView] {
    try call { try core.sharing(case: `case`) }
  }

  /// Who reads which part of what is kept about a client, in plain words.
  public func whoSeesWhat() -> [Readers] {
    core.whoSeesWhat()
  }

  /// What is true of all of it: who runs the service's computer, and that reading is written down.
  public func alsoSees() -> String {
    core.alsoSees()
  }
}
