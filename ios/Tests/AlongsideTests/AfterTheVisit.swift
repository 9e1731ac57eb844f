import Alongside
import AlongsideTesting
import Foundation
import Testing

/// The second half of the story: what becomes of the visit for the client, the colleague and the supervisor.
struct AfterTheVisit {
  let service: LocalServer
  let folder: URL
  let `case`: CaseId

  func becomesTheClientsOwnCase() async throws -> InHand {
    let person = try service.makePerson("client", "Delyth Vaughan-Okoro")
    try service.admin("case", "--case", `case`, "--client", person)
    let client = try await InHand(in: folder, named: "client")
    let me = try await client.enrol(at: service, for: person)
    #expect(me.role == .client && me.ownCase == `case`)
    return client
  }

  func seesTheirGoalAndWhoComesWhen(_ client: InHand) async throws {
    let goal = try #require(try await client.phone.goals(case: `case`).first?.goal)
    #expect(goal.wording == Words.goal && goal.wordingBy == .client)
    let coming = try #require(try await client.phone.nextContact(case: `case`))
    #expect(coming.who == "Sana Iqbal" && coming.why == Words.why && coming.mode == .home)
    #expect(try await client.phone.linkWorker(case: `case`)?.reach == "0191 496 0001, Tuesdays")
    // What the worker wrote for her own work is not on the client's phone at all.
    #expect(try await client.phone.notes(case: `case`).isEmpty)
    #expect(try await client.phone.caseload().isEmpty)
    let kinds = try await client.phone.records().map(\.kind)
    #expect(Set(kinds).isDisjoint(with: ["visit_note", "client", "assessment"]))
  }

  func doesAStepAndSaysHowItGoes(_ client: InHand) async throws {
    let goal = try #require(try await client.phone.goals(case: `case`).first)
    try await client.phone.tickStep(step: #require(goal.steps.first).id, done: true)
    _ = try await client.phone.checkInWithPhoto(
      goal: goal.id, photo: aPhoto(caption: Words.barrow), score: 3, words: "Rang. They were kind.")
    #expect(await refusal { try await client.phone.addClient(new: NewClient(name: "Somebody Else")) } == .NotAllowed)
    #expect(try await client.phone.syncState().unsent == 3)
    _ = try await client.phone.synchronise()
    let state = try await client.phone.syncState()
    #expect(state.unsent == 0 && state.photosUnsent == 1)
    _ = try await client.phone.sendPhotos(metered: false)
    #expect(try await client.phone.syncState().photosUnsent == 0)
  }

  func seesWhatTheClientDid(_ sana: InHand, _ goal: EntityId) async throws {
    _ = try await sana.phone.synchronise()
    let view = try #require(try await sana.phone.goals(case: `case`).first)
    #expect(view.id == goal && view.steps.map(\.step.done) == [true, false])
    let said = try #require(view.checkIns.first?.checkIn)
    #expect(said.by == .client && said.score == 3 && said.words == "Rang. They were kind.")
    let photo = try #require(view.checkIns.first?.photos.first)
    #expect(photo.caption == Words.barrow)
    #expect(try await sana.phone.fetchPhoto(photo: photo.id))
    #expect(try await sana.phone.photo(photo: photo.id).map { UInt64($0.count) } == photo.bytes)
  }

  func cannotBeSubmittedAgain(_ sana: InHand, _ sheet: EntityId) async throws {
    let refused = await refusal { try await sana.phone.submitAssessment(assessment: sheet) }
    #expect(refused == .Invalid(field: "assessment", reason: .alreadySealed))
  }

  /// The pack is written from the record, and the case goes with it.
  func handsTheCaseOver(from sana: InHand) async throws -> InHand {
    let person = try service.makePerson("link_worker", "Callum Reid")
    let callum = try await InHand(in: folder, named: "second link worker")
    try await callum.enrol(at: service, for: person)
    #expect(try await callum.phone.caseload().isEmpty)

    let next = NextWorker(person: person, name: "Callum Reid")
    let pack = try await sana.phone.prepareHandover(case: `case`, to: next)
    try await sana.phone.writePack(pack: pack, part: .relationship, words: "She talks more over tea")
    _ = try await sana.phone.giveHandover(pack: pack, why: Words.moving)
    _ = try await sana.phone.synchronise()
    #expect(try await sana.phone.caseload().isEmpty)
    _ = try await callum.phone.synchronise()
    return callum
  }

  func readsWhatWasSignedAndNobodysDraft(_ callum: InHand, _ note: EntityId, _ draft: EntityId) async throws {
    #expect(try await callum.phone.caseload().map(\.case) == [`case`])
    let pack = try #require(try await callum.phone.handovers(case: `case`).first?.pack)
    #expect(pack.relationship == "She talks more over tea" && pack.fromName == "Sana Iqbal")
    #expect(try #require(pack.whatMatters).contains(Words.matters))
    let notes = try await callum.phone.notes(case: `case`)
    #expect(notes.map(\.id) == [note] && notes.first?.note.body == Words.note && notes.first?.author == "Sana Iqbal")
    #expect(try await callum.phone.search(words: "marmal", limit: 5).contains { $0.id == note })
    #expect(await refusal { try await callum.phone.note(id: draft) } == .NotFound)
    let sheet = try #require(try await callum.phone.assessments(case: `case`).first)
    let answers = try await callum.phone.assessment(id: sheet.id).questions
    let given = Dictionary(uniqueKeysWithValues: answers.map { ($0.item, $0.value) })
    #expect(given == ["anxiety": 7, "happiness": 4, "satisfaction": 6, "worthwhile": 0])
  }

  func hearsOfTheChange(_ client: InHand) async throws {
    _ = try await client.phone.synchronise()
    let home = try await client.phone.clientHome()
    #expect(home.change?.notice.toName == "Callum Reid" && home.change?.notice.why == Words.moving)
  }

  func isReceivedOnce(_ password: String) async throws {
    let browser = Browser(at: service.url)
    let page = try await browser.signIn("ruth", password)
    #expect(text(of: page).ranges(of: "Delyth Vaughan-Okoro").count == 1)
    let links = links(in: page)
    #expect(links.count == 1)
    let sheet = text(of: try await browser.open(#require(links.first)))
    #expect(sheet.contains("higher is worse") && sheet.contains(Words.said) && sheet.contains("Sana Iqbal"))
    // Notes and goals are between worker and client.
    #expect(!sheet.contains("marmalade") && !sheet.contains("rhubarb"))
  }
}
