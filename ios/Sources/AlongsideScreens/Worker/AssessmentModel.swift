// An assessment held as a conversation: in the client's order, paused and gone on with, submitted once.

import Alongside
import Observation

/// The state of the screen of an assessment. (The core's own `AssessmentState` says whether it is a draft.)
public struct AssessmentScreenState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// How it was begun or gone on with, and what to know first.
  public internal(set) var start: AssessmentStart?
  /// The assessment with its questions; nothing before it was read.
  public internal(set) var view: AssessmentView?
  /// The contacts of these days, newest first: it may have been part of one.
  public internal(set) var contacts: [ContactView] = []
  /// The question that is talked about now, by its id; nothing while the client looks over all of them.
  public internal(set) var at: String?
  /// What is being typed beside questions, by their id.
  public internal(set) var comments: [String: String] = [:]
  /// How safe the words beside the question are that was typed at last.
  public internal(set) var kept = Kept.untouched
  /// Whether it was put aside, and the screen can close.
  public internal(set) var putAside = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { view != nil }

  /// The question that is talked about now.
  public var question: QuestionView? { view?.questions.first { $0.item == at } }

  /// Questions that are asked now, in the order of the conversation.
  public var asked: [QuestionView] { view?.questions.filter(\.asked) ?? [] }

  /// Whether answers can be written down.
  public var open: Bool { view?.state == .draft }

  /// Whether there is something to submit. Not every question has to be answered: not each suits everybody.
  public var canSubmit: Bool { open && (view?.answered ?? 0) > 0 && !doing.busy }

  /// The words beside a question: as typed, or as they were kept.
  public func commentOf(_ item: String) -> String {
    comments[item] ?? view?.questions.first { $0.item == item }?.comment ?? ""
  }

  /// What comes after this question: the next one without an answer, or nothing when all have one.
  public func after(_ item: String) -> String? {
    let here = asked.firstIndex { $0.item == item } ?? 0
    let onwards = asked.dropFirst(here + 1) + asked.prefix(here)
    return onwards.first { $0.answeredAt == nil }?.item
  }
}

/// Holds an assessment; one that was left unfinished goes on where it stopped. Answers are on the disk at once.
@MainActor
@Observable
public final class AssessmentModel: KeptModel, KeepsWords {
  public internal(set) var state: AssessmentScreenState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  private let instrument: String
  private let mode: ContactMode
  private let clock: ScreenClock
  @ObservationIgnored private var saves: [String: Autosave] = [:]

  /// As many contacts as anybody chooses from on a phone.
  static let fewContacts = 5

  /// An assessment of the client of `case` with an instrument, held in this way.
  public init(phone: Phone, case: CaseId, instrument: String, mode: ContactMode, clock: ScreenClock = .system) {
    (self.phone, self.case, self.instrument, self.mode, self.clock) = (phone, `case`, instrument, mode, clock)
    state = AssessmentScreenState(case: `case`)
  }

  /// The client begins here, or goes to another question; nothing goes back to all of them.
  public func goTo(_ item: String?) {
    state.at = item
  }

  /// Writes an answer down and goes on to the next question without one.
  public func answer(_ item: String, _ response: Response) async {
    let wasHere = state.at == item
    let done = await act { try await phone.answer(assessment: theAssessment(), item: item, response: response) }
    if done, wasHere, state.at == item { state.at = state.after(item) }
  }

  /// Takes an answer back, as after a slip of the finger.
  public func clearAnswer(_ item: String) async {
    await act { try await phone.clearAnswer(assessment: theAssessment(), item: item) }
  }

  /// The words beside a question, whole, after a keystroke.
  public func typeComment(_ item: String, _ words: String) {
    guard state.open, words != state.commentOf(item) else { return }
    state.comments[item] = words
    save(of: item).type(words)
  }

  /// Notes whether the client was given a copy there and then.
  public func noteClientCopy(_ hadCopy: Bool) async {
    await act { try await phone.noteClientCopy(assessment: theAssessment(), hadCopy: hadCopy) }
  }

  /// Says which contact it was part of.
  public func placeInContact(_ contact: EntityId) async {
    await act { try await phone.placeInContact(assessment: theAssessment(), contact: contact) }
  }

  /// Puts it aside for another day.
  public func pause() async {
    await act {
      try await keepComments()
      try await phone.pauseAssessment(assessment: theAssessment())
      state.putAside = true
    }
  }

  /// Submits it: what is on the screen is sealed and, after the next sync, received once.
  public func submit() async {
    guard state.canSubmit else { return }
    await act {
      try await keepComments()
      sealed = try await phone.submitAssessment(assessment: theAssessment())
    }
  }

  /// Gives it up; what was said stays with this person and goes nowhere.
  public func abandon(why: String?) async {
    await act { sealed = try await phone.abandonAssessment(assessment: theAssessment(), why: why) }
  }

  /// The client would rather not: the draft that was opened for it is thrown away, and their no is written down.
  public func decline(why: String?) async {
    await act {
      try await phone.discardDraft(id: theAssessment())
      sealed = try await phone.declineAssessment(case: `case`, instrument: instrument, mode: mode, why: why)
    }
  }

  /// Gives the client a copy in plain words of what was submitted.
  public func share() async {
    await act { _ = try await phone.shareAssessment(assessment: sealed ?? theAssessment()) }
  }

  public func keep() async {
    let refusal = await refusal(of: { try await keepComments() })
    if let refusal { state.doing.refusal = refusal }
  }

  /// Keeps every letter and puts it aside: the screen is being left.
  public func leave() async {
    if state.open, !state.putAside { await pause() }
  }

  func read() async throws {
    if state.start == nil {
      state.start = try await phone.startAssessment(case: `case`, instrument: instrument, mode: mode)
    }
    let view = try await phone.assessment(id: sealed ?? theAssessment())
    // What is sealed is part of what it was part of.
    state.contacts =
      view.state == .draft ? Array(try await phone.contacts(case: `case`).prefix(Self.fewContacts)) : []
    state.view = view
  }

  func emptied() -> AssessmentScreenState { AssessmentScreenState(case: `case`) }

  /// What it became, once it was submitted, given up or declined.
  @ObservationIgnored private var sealed: EntityId?

  private func theAssessment() throws -> EntityId {
    guard let start = state.start else { throw AlongsideError.NotFound }
    return start.assessment
  }

  private func keepComments() async throws {
    for save in saves.values {
      if let refusal = await save.keepNow() { throw refusal.error }
    }
  }

  private func save(of item: String) -> Autosave {
    if let save = saves[item] { return save }
    let (phone, assessment) = (phone, state.start?.assessment ?? "")
    let save = Autosave(
      clock: clock,
      keep: { try await phone.comment(assessment: assessment, item: item, words: $0) },
      tell: { [weak self] kept, refusal in
        self?.state.kept = kept
        if let refusal { self?.state.doing.refusal = refusal }
      })
    saves[item] = save
    return save
  }
}
