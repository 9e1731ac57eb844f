import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// A visit note that survives anything.
@MainActor
struct VisitModelTests {
  static let note = "Tea with Del. She spoke of the marmalade her mother made, and of the letters from the bank."

  @Test func aVisitShowsWhatIsKnownAndBeginsNoNote() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = VisitModel(phone: visiting.phone, case: opened)
    #expect(model.state.phase == .loading)
    await model.refresh()
    #expect(model.state.overview?.client.name == "Delyth Vaughan-Okoro")
    #expect(model.state.note == nil && model.state.kept == .untouched && !model.state.canSign)
    await model.leave()
    #expect(try await visiting.phone.drafts().isEmpty, "looking at a screen leaves nothing behind")
  }

  @Test func typedLettersAreSaidToBeSavedOnlyWhenTheyAre() async throws {
    let visiting = try await Visiting()
    let held = HeldClock()
    let model = VisitModel(phone: visiting.phone, case: try await visiting.aCase(), clock: held.clock)
    await model.refresh()
    for text in ["T", "Te"] {
      model.typeNote(text)
      #expect(model.state.kept == .typed)
    }
    // The core goes by its own clock: when it asks again, it gets the letters until the second is over.
    try await until("nobody typed on") {
      held.letGo()
      return model.state.kept == .saved
    }
    #expect(held.asked.allSatisfy { $0 <= 1000 })
    let kept = try await visiting.phone.note(id: #require(model.state.note))
    #expect(kept.note.body == "Te")
  }

  @Test func anAppThatIsEndedInTheMiddleOfANoteGoesOnWithIt() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let held = HeldClock()
    var model: VisitModel? = VisitModel(phone: visiting.phone, case: opened, clock: held.clock)
    await model?.refresh()
    for end in 1...Self.note.count { model?.typeNote(String(Self.note.prefix(end))) }
    try await until("the letters were handed over") { held.isPausing || model?.state.kept == .saved }
    weak var gone = model
    model = nil
    held.letGo()
    try await until("the screen is gone") { gone == nil }
    visiting.worker.stop()

    try await visiting.worker.start()
    let again = VisitModel(phone: visiting.phone, case: opened)
    await again.refresh()
    #expect(Self.note.hasPrefix(again.state.body))
    #expect(Self.note.count - again.state.body.count <= 20)
    #expect(try await visiting.phone.drafts().count == 1)
  }

  @Test func keepingAndSigningSealsWhatIsOnTheScreen() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = VisitModel(phone: visiting.phone, case: opened)
    await model.refresh()
    model.typeNote(Self.note)
    model.typePromise("Bring the form about the heating")
    await model.sign()
    #expect(model.state.doing.refusal == nil)
    let signed = try await visiting.phone.note(id: #require(model.state.signed))
    #expect(signed.state == .signed && signed.note.body == Self.note)
    #expect(signed.note.promised == "Bring the form about the heating")
    model.typeNote("Something else")
    #expect(model.state.body == Self.note, "what is sealed stays")
    #expect(!model.state.canSign)
    #expect(model.state.overview?.lastPromise?.words == "Bring the form about the heating")
  }

  @Test func leavingKeepsEveryLetterAsADraft() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = VisitModel(phone: visiting.phone, case: opened, clock: HeldClock().clock)
    await model.refresh()
    for end in 1...Self.note.count { model.typeNote(String(Self.note.prefix(end))) }
    await model.leave()
    #expect(model.state.kept == .saved && model.state.doing.refusal == nil)
    let draft = try #require(try await visiting.phone.drafts().first)
    #expect(draft.saved)
    #expect(try await visiting.phone.note(id: draft.id).note.body == Self.note)
  }

  @Test func aTextThatIsTooLongStaysOnTheScreenAndIsNotSaidToBeSaved() async throws {
    let visiting = try await Visiting()
    let model = VisitModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    model.typeNote("Short.")
    await model.keep()
    let long = String(repeating: "a", count: 64 * 1024 + 1)
    model.typeNote(long)
    await model.sign()
    #expect(model.state.kept == .notSaved && model.state.signed == nil)
    #expect(model.state.doing.refusal?.reason == .tooLong)
    #expect(model.state.body == long)
    #expect(try await visiting.phone.note(id: #require(model.state.note)).note.body == "Short.")
  }

  @Test func aDiscardedNoteIsGoneAndAnotherCanBegin() async throws {
    let visiting = try await Visiting()
    let model = VisitModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    model.typeNote("The wrong person's")
    await model.discard()
    #expect(model.state.body.isEmpty && model.state.note == nil && model.state.kept == .untouched)
    #expect(try await visiting.phone.drafts().isEmpty)
    model.typeNote("The right one's")
    await model.sign()
    #expect(model.state.signed != nil)
  }

  @Test func aContactNeedsAPurposeAndIsWrittenDownOnce() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = VisitModel(phone: visiting.phone, case: opened)
    await model.refresh()
    await model.recordContact()
    #expect(model.state.doing.refusal?.field == "purposes")
    await model.enterContact(model.state.contact.with(purpose: .listen).with(purpose: .plan).with(purpose: .plan))
    #expect(model.state.contact.purposes == [.listen])
    async let first: Void = model.recordContact()
    async let second: Void = model.recordContact()
    _ = await (first, second)
    #expect(try await visiting.phone.contacts(case: opened).map(\.id) == [try #require(model.state.recorded)])
    model.typeNote("Of this contact")
    await model.keep()
    #expect(try await visiting.phone.note(id: #require(model.state.note)).note.contact == model.state.recorded)
  }

  @Test func anUnexpectedAssessmentAsksForItsReason() async throws {
    let visiting = try await Visiting()
    let model = VisitModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    var form = ContactForm().with(purpose: .assessment)
    form.agreedBefore = false
    await model.enterContact(form)
    #expect(!model.state.findings.isEmpty)
    await model.recordContact()
    #expect(model.state.doing.refusal?.reason == .needsReason)
    form.reason = "She asked for it at the door"
    await model.enterContact(form)
    await model.recordContact()
    #expect(model.state.recorded != nil)
  }
}
