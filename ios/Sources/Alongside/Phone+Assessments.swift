import AlongsideCore

// Assessments held as a conversation: paused and resumed for weeks, submitted once.
extension Phone {
  /// Begins an assessment, or goes on with this person's unfinished one of the same instrument and client, in the
  /// version it was begun with. The answer says what to know first, such as that nobody has asked yet what matters to
  /// the client; nothing in it forbids going on.
  ///
  /// Fails with `Invalid` when this phone has no such instrument, or it is withdrawn and none is unfinished.
  public func startAssessment(
    case: CaseId, instrument: String, mode: ContactMode
  ) throws(AlongsideError) -> AssessmentStart {
    try call { try core.startAssessment(case: `case`, instrument: instrument, mode: mode) }
  }

  /// Writes down an answer, on the disk when this returns. Answering again replaces the answer.
  ///
  /// Fails with `Invalid` when the instrument has no such question or the answer is outside its scale.
  public func answer(assessment: EntityId, item: String, response: Response) throws(AlongsideError) {
    try call { try core.answer(assessment: assessment, item: item, response: response) }
  }

  /// Takes an answer back, as after a slip of the finger: the question is unanswered again.
  ///
  /// Fails with `Invalid` when the instrument has no such question.
  public func clearAnswer(assessment: EntityId, item: String) throws(AlongsideError) {
    try call { try core.clearAnswer(assessment: assessment, item: item) }
  }

  /// Writes down what was said beside a question.
  ///
  /// Fails with `Invalid` when the instrument has no such question or the text is too long.
  public func comment(assessment: EntityId, item: String, words: String) throws(AlongsideError) {
    try call { try core.comment(assessment: assessment, item: item, words: words) }
  }

  /// Says which contact an assessment was part of. It is never a contact's only purpose without a reason.
  ///
  /// Fails with `NotFound`, or with `Invalid` when it was submitted.
  public func placeInContact(assessment: EntityId, contact: EntityId) throws(AlongsideError) {
    try call { try core.placeInContact(assessment: assessment, contact: contact) }
  }

  /// Notes that the client was given a copy there and then.
  ///
  /// Fails with `NotFound`, or with `Invalid` when it was submitted.
  public func noteClientCopy(assessment: EntityId, hadCopy: Bool) throws(AlongsideError) {
    try call { try core.noteClientCopy(assessment: assessment, hadCopy: hadCopy) }
  }

  /// Sets an assessment aside: it is saved as a draft and syncs to its author's other phones, and nobody else's.
  ///
  /// Fails with `NotFound`.
  public func pauseAssessment(assessment: EntityId) throws(AlongsideError) {
    try call { try core.pauseAssessment(assessment: assessment) }
  }

  /// Submits an assessment: what is on the screen is sealed and, after the next sync, received once. Gives the id of
  /// the sealed record.
  ///
  /// Fails with `Invalid` when nothing was answered, or when it was submitted already.
  public func submitAssessment(assessment: EntityId) throws(AlongsideError) -> EntityId {
    try call { try core.submitAssessment(assessment: assessment) }
  }

  /// Notes that the client would rather not hold this assessment, with their reason if they gave one. Gives the id of
  /// the sealed record.
  ///
  /// Fails with `Invalid` when this phone has no such instrument or the reason is too long.
  public func declineAssessment(
    case: CaseId, instrument: String, mode: ContactMode, why: String? = nil
  ) throws(AlongsideError) -> EntityId {
    try call { try core.declineAssessment(case: `case`, instrument: instrument, mode: mode, why: why) }
  }

  /// Gives up an assessment that was begun. What was said until then stays with its author and goes nowhere; that it
  /// was given up is sealed. Gives the id of the sealed record.
  ///
  /// Fails with `Invalid` when it was submitted or the reason is too long, or with `NotFound`.
  public func abandonAssessment(assessment: EntityId, why: String? = nil) throws(AlongsideError) -> EntityId {
    try call { try core.abandonAssessment(assessment: assessment, why: why) }
  }

  /// Gives the client a copy of a submitted assessment in plain words. Sharing it again changes nothing. Gives the id
  /// of the copy.
  ///
  /// Fails with `Invalid` before it is submitted and when there is nothing to copy, or with `NotFound`.
  public func shareAssessment(assessment: EntityId) throws(AlongsideError) -> EntityId {
    try call { try core.shareAssessment(assessment: assessment) }
  }

  /// The copies the client has, newest first.
  public func assessmentCopies(case: CaseId) throws(AlongsideError) -> [AssessmentCopyView] {
    try call { try core.assessmentCopies(case: `case`) }
  }

  /// How the client's answers to one instrument have moved, question by question: raw differences, never averaged
  /// across questions.
  public func changeOverTime(case: CaseId, instrument: String) throws(AlongsideError) -> ChangeOverTime {
    try call { try core.changeOverTime(case: `case`, instrument: instrument) }
  }

  /// An assessment: a draft as its form shows it, or a submitted one.
  ///
  /// Fails with `NotFound`.
  public func assessment(id: EntityId) throws(AlongsideError) -> AssessmentView {
    try call { try core.assessment(id: id) }
  }

  /// The submitted assessments of a case, newest first; with those that were declined or given up, which say so.
  public func assessments(case: CaseId) throws(AlongsideError) -> [AssessmentSummary] {
    try call { try core.assessments(case: `case`) }
  }
  /// The assessments this phone holds that were submitted, those received last first, a page at a time: the newest, or
  /// those after one that was listed before.
  ///
  /// Fails with `NotFound` when that one is no longer here.
  public func receivedAssessments(after: EntityId? = nil) throws(AlongsideError) -> Received {
    try call { try core.receivedAssessments(after: after) }
  }
}
