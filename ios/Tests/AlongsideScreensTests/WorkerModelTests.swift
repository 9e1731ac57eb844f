import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// The link worker's day, people and one client.
@MainActor
struct WorkerModelTests {
  @Test func aDayWithNothingToDoIsFree() async throws {
    let visiting = try await Visiting()
    let model = TodayModel(phone: visiting.phone)
    #expect(model.state.phase == .loading && !model.state.free)
    await model.refresh()
    #expect(model.state.phase == .shown && model.state.free)
  }

  @Test func aPlannedVisitStandsInItsDayAndInNoOther() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let held = HeldClock()
    let plan = NextPlan(at: held.now + 2 * day, mode: .home, why: "To open the letters together")
    try await visiting.phone.agreeNextContact(case: opened, plan: plan)
    let model = TodayModel(phone: visiting.phone, clock: held.clock)
    await model.showToday()
    #expect(model.state.today?.visits.isEmpty == true)
    await model.moveDays(2)
    #expect(model.state.today?.visits.flatMap(\.visits).map(\.case) == [opened])
  }

  @Test func aDutyIsSettledWithWhatCameOfItAndNotWithout() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let held = HeldClock()
    let new = NewDuty(origin: .promise, what: "Ring the council", due: held.now)
    let duty = try await visiting.phone.makeDuty(case: opened, new: new)
    let model = TodayModel(phone: visiting.phone, clock: held.clock)
    await model.refresh()
    #expect(model.state.today?.duties.map(\.id) == [duty])
    #expect(await !model.settleDuty(duty, outcome: ""))
    #expect(model.state.doing.refusal?.field == "outcome")
    #expect(model.state.today?.duties.count == 1, "what was shown stays")
    await model.handDutyToTeam(duty)
    #expect(model.state.doing.refusal == nil)
    await model.takeDuty(duty)
    #expect(await model.settleDuty(duty, outcome: "They come on Monday"))
    #expect(model.state.today?.duties.isEmpty == true)
  }

  @Test func theCaseloadShowsEverybodyAndFindsThemByALetter() async throws {
    let visiting = try await Visiting()
    let model = CaseloadModel(phone: visiting.phone)
    await model.refresh()
    #expect(model.state.people?.isEmpty == true)
    await model.addClient()
    #expect(model.state.doing.refusal?.field == "name" && model.state.opened == nil)
    #expect(!model.state.canAdd)
    var form = ClientForm()
    form.name = "Zoë Marchant"
    model.enter(form)
    await model.addClient()
    #expect(model.state.form == ClientForm())
    (form.name, form.knownAs, form.birthYear, form.safeContact) = (
      " Delyth Vaughan-Okoro ", "Del", "1951", "Never before ten"
    )
    model.enter(form)
    await model.addClient()
    let entered = try await visiting.phone.client(case: try #require(model.state.opened)).client
    #expect(entered.birthYear == 1951 && entered.safeContact == "Never before ten" && entered.address == nil)
    #expect(model.state.people?.map(\.name) == ["Delyth Vaughan-Okoro", "Zoë Marchant"])
    let opened = try #require(model.state.opened)
    #expect(model.state.nameOf(opened) == "Delyth Vaughan-Okoro")
    model.noteOpened()
    await model.typeSearch("zoe")
    #expect(model.state.fitting.map(\.name) == ["Zoë Marchant"])
    await model.typeSearch("")
    #expect(model.state.fitting.count == 2 && model.state.found.isEmpty)
  }

  @Test func wordsOfANoteAreFoundAndAnOvertakenSearchIsNotShown() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let note = try await visiting.phone.startNote(case: opened)
    try await visiting.phone.keepNote(note: note, text: "We spoke of marmalade")
    let signed = try await visiting.phone.signNote(note: note)
    let model = CaseloadModel(phone: visiting.phone)
    async let overtaken: Void = model.typeSearch("marma")
    async let latest: Void = model.typeSearch("nothing like it")
    _ = await (overtaken, latest)
    await model.typeSearch(model.state.words)
    #expect(model.state.found.isEmpty)
    await model.typeSearch("marma")
    #expect(model.state.found.map(\.id).contains(signed))
  }

  @Test func theFirstQuestionIsAskedUntilItIsAnswered() async throws {
    let visiting = try await Visiting()
    let model = ClientModel(phone: visiting.phone, case: try await visiting.aCase())
    #expect(model.state.phase == .loading)
    await model.refresh()
    #expect(model.state.firstQuestion == "What matters to you?")
    #expect(await !model.sayWhatMatters("  "))
    #expect(model.state.doing.refusal?.reason == .empty)
    #expect(await model.sayWhatMatters("My garden, and not being hurried"))
    #expect(model.state.firstQuestion == nil)
    #expect(model.state.overview?.ownWords.map(\.words) == ["My garden, and not being hurried"])
    #expect(await model.raiseNeed(.money, words: "The letters from the bank"))
    #expect(model.state.pages?.needs.count == 1)
  }

  @Test func anUnsafeWayIsNotPlanned() async throws {
    let visiting = try await Visiting()
    let model = ClientModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    #expect(await model.setSafeContactRule(SafeContactRule(never: [.phone])))
    let at = HeldClock().now + day
    await model.checkWay(.phone, at: at)
    #expect(!model.state.way.isEmpty)
    #expect(await !model.agreeNextContact(NextPlan(at: at, mode: .phone, why: "To hear how it went")))
    #expect(model.state.doing.refusal?.reason == .blocked)
    #expect(await model.agreeNextContact(NextPlan(at: at, mode: .home, why: "To hear how it went")))
    #expect(model.state.overview?.nextContact?.mode == .home && model.state.way.isEmpty)
  }

  @Test func aCaseThatIsNotOnThisPhoneShowsNothingOfAPerson() async throws {
    let visiting = try await Visiting()
    let model = ClientModel(phone: visiting.phone, case: "11111111-1111-4111-8111-111111111111")
    await model.refresh()
    #expect(model.state.phase == .refused && model.state.doing.refusal?.next == .goBack)
    #expect(model.state.overview == nil && model.state.pages == nil)
  }

  @Test func aScreenThatFollowsSeesWhatAnotherScreenSaved() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = ClientModel(phone: visiting.phone, case: opened)
    let following = Task { await model.follow() }
    defer { following.cancel() }
    try await until("it is read once") { model.state.phase == .shown }
    try await visiting.phone.setSafeContact(case: opened, words: "Not on the landline")
    try await until("the change arrives") { model.state.overview?.client.safeContact == "Not on the landline" }
  }

  @Test func withNoSignalTheAccountSaysWhatIsOnThisPhoneOnly() async throws {
    let visiting = try await Visiting()
    _ = try await visiting.aCase()
    let model = SyncModel(phone: visiting.phone)
    visiting.worker.line.isOn = false
    await model.synchronise()
    #expect(model.state.doing.refusal?.next == .carryOn)
    #expect(model.state.sync?.unsent ?? 0 > 0 && model.state.sync?.problem == "unreachable" && !model.state.allSent)
    visiting.worker.line.isOn = true
    await model.synchronise()
    #expect(model.state.doing.refusal == nil && model.state.allSent && model.state.remarks.isEmpty)
    #expect(model.state.report?.sent ?? 0 > 0)
    await model.verify()
    #expect(model.state.doing.refusal == nil && model.state.report?.repaired == 0)
  }

  @Test func twoTextsOfOneGoalWaitForSomebodyToChoose() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let goal = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    _ = try await visiting.phone.synchronise()
    let second = try await visiting.anotherPhone()
    try await second.phone.rewordGoal(goal: goal, wording: "The rhubarb garden", by: .client)
    try await visiting.phone.rewordGoal(goal: goal, wording: "The garden before the frost", by: .client)
    _ = try await second.phone.synchronise()
    _ = try await visiting.phone.synchronise()
    _ = try await visiting.phone.synchronise()

    let model = DecisionsModel(phone: visiting.phone)
    await model.refresh()
    let texts = try #require(model.state.waiting?.first { $0.matter == .texts })
    #expect(Set(texts.choices.map(\.value)) == ["The rhubarb garden", "The garden before the frost"])
    #expect(texts.case.flatMap { model.state.names[$0] } == "Delyth Vaughan-Okoro")
    await model.choose(texts, place: 99)
    #expect(model.state.doing.refusal != nil, "there is no such choice")
    await model.write(texts, words: "The rhubarb garden, before the frost")
    #expect(model.state.doing.refusal == nil)
    #expect(model.state.waiting?.contains { $0.matter == .texts } == false)
    #expect(try await visiting.phone.goals(case: opened).first?.goal.wording == "The rhubarb garden, before the frost")
  }
}
