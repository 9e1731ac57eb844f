import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// Actions of the link worker's screens that the other tests do not come by.
@MainActor
struct EveryActionTests {
  @Test func whatMattersIsOrderedRewordedAndPutAway() async throws {
    let visiting = try await Visiting()
    let model = ClientModel(phone: visiting.phone, case: try await visiting.aCase())
    for words in ["My garden", "My sister"] { #expect(await model.sayWhatMatters(words)) }
    let ids = model.state.pages?.whatMatters.map(\.id) ?? []
    await model.orderWhatMatters(ids.reversed())
    #expect(model.state.pages?.whatMatters.map(\.matters.words) == ["My sister", "My garden"])
    await model.rewordWhatMatters(try #require(ids.first), words: "My rhubarb garden")
    #expect(model.state.pages?.whatMatters.last?.matters.words == "My rhubarb garden")
    await model.putAwayWhatMatters(try #require(ids.last))
    #expect(model.state.pages?.whatMatters.map(\.id) == Array(ids.prefix(1)))
  }

  @Test func aNeedADutyAndAPromiseAreSettledFromTheClientsScreen() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let visit = VisitModel(phone: visiting.phone, case: opened)
    visit.typeNote("We spoke of the heating")
    visit.typePromise("Bring the form")
    await visit.sign()
    let model = ClientModel(phone: visiting.phone, case: opened)
    #expect(await model.raiseNeed(.energy, words: "The heating"))
    await model.resolveNeed(try #require(model.state.pages?.needs.first?.id), .partly, barrier: "A long wait")
    #expect(model.state.pages?.needs.first?.need.resolution == .partly)
    #expect(await model.makeDuty("Ring the council", due: HeldClock().now + day))
    let duty = try #require(model.state.overview?.openDuties.first { $0.duty.what == "Ring the council" })
    #expect(await model.settleDuty(duty.id, outcome: "They come on Monday"))
    let promise = try #require(model.state.overview?.lastPromise)
    #expect(await model.keepPromise(promise.note, outcome: "Brought it"))
    #expect(model.state.overview?.lastPromise == nil)
    #expect(await model.introduceLinkWorker(whatTheyDo: "I have time to listen", reach: "0191 496 0001"))
    #expect(model.state.linkWorker?.name == "Sana Iqbal")
  }

  @Test func supportPausesAndIsTakenUpAgain() async throws {
    let visiting = try await Visiting()
    let model = ClientModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    await model.beginSupport()
    #expect(model.state.doing.refusal != nil, "it is under way")
    await model.pauseForClient(words: "Until the spring")
    #expect(model.state.overview?.atRest == true && model.state.doing.refusal == nil)
    await model.welcomeBack()
    #expect(model.state.overview?.atRest == false)
  }

  @Test func aDayReleasesADutyKeepsAPromiseAndDiscardsADraft() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let held = HeldClock()
    let duty = try await visiting.phone.makeDuty(
      case: opened, new: NewDuty(origin: .promise, what: "Ring the council", due: held.now))
    let draft = try await visiting.phone.startNote(case: opened)
    let model = TodayModel(phone: visiting.phone, clock: held.clock)
    await model.refresh()
    #expect(model.state.today?.drafts.map(\.id) == [draft])
    await model.discardDraft(draft)
    #expect(await model.releaseDuty(duty, why: "They rang themselves"))
    #expect(model.state.free)
    #expect(await !model.keepPromise(duty, outcome: "There was none"))
    #expect(model.state.doing.refusal != nil)
  }

  @Test func anAssessmentKnowsItsContactAndTheCopyTheClientHas() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let contact = try await visiting.phone.recordContact(
      case: opened, new: ContactForm().with(purpose: .listen).contact)
    let model = AssessmentModel(phone: visiting.phone, case: opened, instrument: "ons4", mode: .home)
    await model.refresh()
    #expect(model.state.contacts.map(\.id) == [contact])
    await model.placeInContact(contact)
    await model.noteClientCopy(true)
    #expect(model.state.view?.contact == contact && model.state.view?.clientHasCopy == true)
    await model.submit()
    #expect(model.state.open, "nothing was answered")
  }

  @Test func aGoalKeepsTheClientsWordsBesideTheWorkers() async throws {
    let visiting = try await Visiting()
    let model = GoalsModel(phone: visiting.phone, case: try await visiting.aCase())
    #expect(await model.agreeGoal("The garden", by: .client))
    let goal = try #require(model.state.agreed)
    #expect(await model.paraphraseGoal(goal, words: "Outdoors once a week"))
    #expect(model.state.current.first?.goal.wording == "The garden")
    #expect(await model.rewordGoal(goal, wording: "The rhubarb garden", by: .client))
    #expect(await !model.changeGoal(goal, wording: "See my sister", by: .client, why: ""))
    #expect(await model.changeGoal(goal, wording: "See my sister", by: .client, why: "She came home"))
    #expect(model.state.settled.map(\.goal.wording) == ["The rhubarb garden"])
    #expect(model.state.current.map(\.goal.wording) == ["See my sister"])
  }

  @Test func afterAHandoverTheClientIsToldAndTheWorkerLeaves() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let client = try await visiting.phone(ofClient: opened)
    let model = HandoverModel(phone: visiting.phone, case: opened)
    await model.refresh()
    await model.planJointMeeting(at: HeldClock().now + day)
    #expect(model.state.doing.refusal?.next == .goBack, "there is no pack yet")
    await model.prepare()
    model.typePart(.whatMatters, "Her garden")
    await model.planJointMeeting(at: HeldClock().now + 3 * day)
    #expect(model.state.pack?.pack.meetTogetherAt != nil)
    await model.give(why: "I move to another town")
    _ = try await visiting.phone.synchronise()
    _ = try await client.phone.synchronise()
    let home = HomeModel(phone: client.phone)
    await home.refresh()
    let change = try #require(home.state.home?.change)
    #expect(change.notice.why == "I move to another town")
    await home.noteChangeSeen(change.id)
    #expect(home.state.home?.change == nil)
    await model.leaveCase()
    #expect(model.state.left && model.state.doing.refusal == nil)
  }

  @Test func anEndingThatWasThoughtOfCanBeGoneOnFromOrPaused() async throws {
    let visiting = try await Visiting()
    let model = ClosureModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    #expect(await model.goOn(why: "She wants to"))
    #expect(model.state.decided?.map(\.check.decision) == [.goOn])
    #expect(!model.state.toTry.isEmpty)
    #expect(await !model.pauseWithDoorOpen(barrier: "No answer"))
    #expect(model.state.doing.refusal?.reason == .notYet)
    #expect(await model.pause(why: "Until the spring"))
    #expect(model.state.decided?.contains { $0.check.decision == .pause } == true)
  }

  @Test func whatNothingServesIsWrittenDown() async throws {
    let visiting = try await Visiting()
    let model = OnwardReferralModel(phone: visiting.phone, case: try await visiting.aCase())
    #expect(await model.recordUnmetNeed(NewUnmetNeed(category: .transport, why: .noService, words: "A bus on Sundays")))
    #expect(model.state.unmet.map(\.unmet.words) == ["A bus on Sundays"])
  }

  @Test func callingOffWhatDoesNotRunStopsNothing() async throws {
    let visiting = try await Visiting()
    let model = SyncModel(phone: visiting.phone)
    model.callOff()
    await model.synchronise()
    #expect(model.state.doing.refusal == nil, "what is called off is what runs, not what comes after")
  }
}
