import Alongside
import AlongsideTesting
import Foundation
import Testing

/// The first half of the story: a link worker on a home visit, with no signal.
struct HomeVisit {
  let sana: InHand

  init(by sana: InHand) {
    self.sana = sana
  }

  private var phone: Phone { sana.phone }

  func opensACase() async throws -> CaseId {
    let delyth = NewClient(
      name: "Delyth Vaughan-Okoro", knownAs: "Del", birthYear: 1951, conditions: ["copd"])
    let `case` = try await phone.addClient(new: delyth)
    try await phone.setSafeContact(case: `case`, words: "Not on the landline: her nephew answers it")
    try await phone.introduceLinkWorker(
      case: `case`, whatTheyDo: "I have time to listen, and know what is nearby", reach: "0191 496 0001, Tuesdays")
    try await phone.planNextContact(case: `case`, at: inAWeek(), mode: .home, why: Words.why)
    let caseload = try await phone.caseload()
    #expect(caseload.map(\.case) == [`case`])
    #expect(caseload.first?.unsent == true)
    return `case`
  }

  func asksWhatMattersFirst(_ case: CaseId) async throws {
    #expect(try await phone.firstQuestion(case: `case`) == "What matters to you?")
    _ = try await phone.sayWhatMatters(case: `case`, words: Words.matters)
    #expect(try await phone.whatMatters(case: `case`).map(\.matters.words) == [Words.matters])
    #expect(try await phone.firstQuestion(case: `case`) == nil)
  }

  /// Typed letter by letter; the phone dies in the middle, and at most twenty letters are gone.
  func writesANote(_ case: CaseId) async throws -> EntityId {
    let listening = NewContact(
      at: nil, mode: .home, direction: .worker, purposes: [.listen], agreedBefore: true, outcome: .twoWay)
    let contact = try await phone.recordContact(case: `case`, new: listening)
    let note = try await phone.startNote(case: `case`, contact: contact)
    for typed in 1..<80 { _ = try await phone.typeNote(note: note, text: String(Words.note.prefix(typed))) }
    sana.stop()
    try await sana.start()
    let left = try await phone.note(id: note).note.body
    #expect(Words.note.hasPrefix(left) && 79 - left.count < 20)
    try await phone.keepNote(note: note, text: Words.note)
    try await phone.promise(note: note, words: "Bring the form about the heating")
    let signed = try await phone.signNote(note: note)
    let view = try await phone.note(id: signed)
    #expect(view.note.body == Words.note && view.state == .signed && view.unsent)
    return signed
  }

  func agreesAGoal(_ case: CaseId) async throws -> EntityId {
    let new = NewGoal(wording: Words.goal, wordingBy: .client, category: .connection)
    let goal = try await phone.agreeGoal(case: `case`, new: new)
    _ = try await phone.addStep(goal: goal, title: Words.step, by: .client)
    _ = try await phone.addStep(goal: goal, title: "Borrow the folding chair", by: .worker)
    let steps = try await phone.goals(case: `case`).first?.steps.map(\.step.title)
    #expect(steps == [Words.step, "Borrow the folding chair"])
    return goal
  }

  func holdsAnAssessmentInTwoSittings(_ case: CaseId) async throws -> EntityId {
    let start = try await phone.startAssessment(case: `case`, instrument: "ons4", mode: .home)
    #expect(start.whatMattersAsked && !start.resumed && start.hints.isEmpty)
    let sheet = start.assessment
    try await phone.answer(assessment: sheet, item: "satisfaction", response: .value(6))
    try await phone.answer(assessment: sheet, item: "worthwhile", response: .value(0))
    try await phone.pauseAssessment(assessment: sheet)
    #expect(try await phone.drafts().map(\.kind) == ["assessment"])
    sana.stop()

    // Days later; the same draft goes on where it stopped.
    try await sana.start()
    let again = try await phone.startAssessment(case: `case`, instrument: "ons4", mode: .home)
    #expect(again.assessment == sheet && again.resumed)
    let view = try await phone.assessment(id: sheet)
    #expect(view.answered == 2 && view.left == 2 && view.state == .draft)
    #expect(view.questions.map(\.value) == [6, 0, nil, nil])
    let eleven = await refusal { try await phone.answer(assessment: sheet, item: "anxiety", response: .value(11)) }
    #expect(eleven == .Invalid(field: "answer.anxiety", reason: .outOfRange))
    try await phone.answer(assessment: sheet, item: "happiness", response: .value(4))
    try await phone.answer(assessment: sheet, item: "anxiety", response: .value(7))
    try await phone.comment(assessment: sheet, item: "anxiety", words: Words.said)
    let sealed = try await phone.submitAssessment(assessment: sheet)
    #expect(try await phone.assessment(id: sealed).state == .submitted)
    return sheet
  }

  func beginsANoteForHerself(_ case: CaseId) async throws -> EntityId {
    let draft = try await phone.startNote(case: `case`)
    try await phone.keepNote(note: draft, text: "I left too early today")
    try await phone.saveNote(note: draft)
    return draft
  }

  func hearsThatAllOfItIsOnThisPhoneOnly() async throws -> UInt64 {
    let before = try await phone.syncState()
    #expect(before.unsent >= 10 && before.oldestUnsent != nil)
    #expect(await refusal { try await phone.synchronise() } == .Offline(why: .unreachable))
    let after = try await phone.syncState()
    #expect(after.unsent == before.unsent && after.problem == "unreachable")
    #expect(try #require(after.nextAttempt) > #require(after.lastAttempt))
    return after.unsent
  }

  private func inAWeek() -> Timestamp {
    Timestamp(Date(timeIntervalSinceNow: 7 * 86_400).timeIntervalSince1970 * 1000)
  }
}
