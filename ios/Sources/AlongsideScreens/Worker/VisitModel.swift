// A visit: the contact, and a note that survives anything from the first keystroke until it is signed.

import Alongside
import Observation

/// What the screen of a visit shows.
public struct VisitState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// What is seen first at a visit.
  public internal(set) var overview: CaseOverview?
  /// The contact as it is being entered.
  public internal(set) var contact = ContactForm()
  /// What asks for a reason before the contact is written down.
  public internal(set) var findings: [Finding] = []
  /// The contact, once it was written down.
  public internal(set) var recorded: EntityId?
  /// The note; nothing before the first letter of it.
  public internal(set) var note: EntityId?
  /// The words of the note, as they stand on the screen.
  public internal(set) var body = ""
  /// How safe they are.
  public internal(set) var kept = Kept.untouched
  /// What was promised, as it stands on the screen.
  public internal(set) var promised = ""
  /// How safe that is.
  public internal(set) var promiseKept = Kept.untouched
  /// Texts written at the same time on another phone, which wait for somebody to settle.
  public internal(set) var otherTexts: [String] = []
  /// The signed note, once it was signed.
  public internal(set) var signed: EntityId?
  public internal(set) var doing = Doing()
  public var loaded: Bool { overview != nil }

  /// Whether there is something to sign.
  public var canSign: Bool { signed == nil && filled(body) != nil && !doing.busy }
}

/// A visit with its note.
@MainActor
@Observable
public final class VisitModel: KeptModel, KeepsWords {
  public internal(set) var state: VisitState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  private let unfinished: EntityId?
  private let draft: DraftNote
  @ObservationIgnored private var sealing = false
  @ObservationIgnored private let reason: HalfSaid
  @ObservationIgnored private var noteSave: Autosave?
  @ObservationIgnored private var promiseSave: Autosave?

  /// A visit to the client of `case`. It goes on with the draft `unfinished`, or with this worker's unfinished note of that
  /// case; otherwise a note begins with its first letter.
  public init(phone: Phone, case: CaseId, unfinished: EntityId? = nil, clock: ScreenClock = .system) {
    (self.phone, self.case, self.unfinished) = (phone, `case`, unfinished)
    let draft = DraftNote(phone: phone, case: `case`)
    self.draft = draft
    reason = HalfSaid(phone: phone, case: `case`, clock: clock)
    state = VisitState(case: `case`)
    // What saves holds the draft and not the screen: the last letters arrive although the screen is gone.
    noteSave = Autosave(
      clock: clock, handOver: { try await draft.type($0) }, keep: { try await draft.keep($0) },
      tell: { [weak self] kept, refusal in self?.hear(\.kept, kept, refusal) })
    promiseSave = Autosave(
      clock: clock, keep: { try await draft.promise($0) },
      tell: { [weak self] kept, refusal in self?.hear(\.promiseKept, kept, refusal) })
  }

  private func hear(_ words: WritableKeyPath<VisitState, Kept>, _ kept: Kept, _ refusal: Refusal?) {
    state[keyPath: words] = kept
    state.note = draft.note
    if let refusal { state.doing.refusal = refusal }
  }

  /// The words of the note, whole, after a keystroke.
  public func typeNote(_ text: String) {
    guard !sealing, state.signed == nil, text != state.body else { return }
    state.body = text
    noteSave?.type(text)
  }

  /// What was promised, whole, after a keystroke.
  public func typePromise(_ words: String) {
    guard !sealing, state.signed == nil, words != state.promised else { return }
    state.promised = words
    promiseSave?.type(words)
  }

  /// The contact was entered or changed: what asks for a reason stands in ``VisitState/findings``.
  public func enterContact(_ form: ContactForm) async {
    state.contact = form
    reason.type(.contactReason, form.reason)
    let refusal = await refusal(of: {
      let findings = form.purposes.isEmpty ? [] : try await phone.checkContact(case: `case`, new: form.contact)
      if form == state.contact { state.findings = findings }
    })
    if let refusal { state.doing.refusal = refusal }
  }

  /// Writes the contact down as it was entered, once. A note that is begun after it belongs to it.
  public func recordContact() async {
    await act {
      guard state.recorded == nil else { return }
      try await reason.said {
        state.recorded = try await phone.recordContact(case: `case`, new: state.contact.contact)
      }
      draft.contact = state.recorded
    }
  }

  /// Signs the note: the words on the screen are sealed in the case's record. Nothing is typed into it meanwhile.
  public func sign() async {
    guard state.canSign, !sealing else { return }
    sealing = true
    defer { sealing = false }
    await act {
      try await keepWords()
      state.signed = try await phone.signNote(note: try await draft.begun())
    }
  }

  /// Saves the note as a draft and keeps every letter: the screen is being left.
  public func leave() async {
    let refusal = await refusal(of: {
      try await keepWords()
      if let note = state.note, state.signed == nil { try await phone.saveNote(note: note) }
    })
    if let refusal { state.doing.refusal = refusal }
  }

  public func keep() async {
    let refusal = await refusal(of: { try await keepWords() })
    if let refusal { state.doing.refusal = refusal }
  }

  /// Throws the note away.
  public func discard() async {
    await act {
      guard state.signed == nil else { return }
      // What is on its way must not arrive at a note that is gone; whether it could be kept does not matter any more.
      for save in [noteSave, promiseSave] { await save?.forget() }
      if let note = draft.note { try await phone.discardDraft(id: note) }
      draft.note = nil
      (state.note, state.body, state.promised) = (nil, "", "")
      (state.kept, state.promiseKept) = (.untouched, .untouched)
    }
  }

  func read() async throws {
    state.overview = try await phone.caseOverview(case: `case`)
    let begun = try await reason.begun([.contactReason])[.contactReason]
    if let begun, state.contact.reason.isEmpty { state.contact.reason = begun }
    guard state.note == nil, state.kept == .untouched, state.signed == nil else { return }
    guard let note = try await findUnfinished() else { return }
    let view = try await phone.note(id: note)
    // Somebody may have begun to type meanwhile; what is on the screen is never replaced.
    guard state.note == nil, state.kept == .untouched else { return }
    (state.note, draft.note) = (note, note)
    (state.body, state.promised) = (view.note.body, view.note.promised ?? "")
    state.otherTexts = view.otherTexts
  }

  func emptied() -> VisitState { VisitState(case: `case`) }

  private func findUnfinished() async throws -> EntityId? {
    if let unfinished { return unfinished }
    return try await phone.drafts().first { $0.case == `case` && $0.kind == "visit_note" }?.id
  }

  private func keepWords() async throws {
    for save in [noteSave, promiseSave].compactMap(\.self) {
      if let refusal = await save.keepNow() { throw refusal.error }
    }
    if let refusal = await reason.keepNow() { throw refusal.error }
  }
}

/// A note on the disk. It begins with the first words that are handed over.
@MainActor
private final class DraftNote {
  private let phone: Phone
  private let `case`: CaseId
  private let beginning = Turn()
  /// The note; nothing before it was begun.
  var note: EntityId?
  /// The contact it belongs to when it is begun.
  var contact: EntityId?

  init(phone: Phone, case: CaseId) {
    (self.phone, self.case) = (phone, `case`)
  }

  func begun() async throws -> EntityId {
    await beginning.begin()
    defer { beginning.end() }
    if let note { return note }
    let begun = try await phone.startNote(case: `case`, contact: contact)
    note = begun
    return begun
  }

  func type(_ text: String) async throws -> Typed {
    try await phone.typeNote(note: try await begun(), text: text)
  }

  func keep(_ text: String) async throws {
    try await phone.keepNote(note: try await begun(), text: text)
  }

  func promise(_ words: String) async throws {
    try await phone.promise(note: try await begun(), words: words)
  }
}
