import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// The client's own screens, and the supervisor's.
@MainActor
struct ClientModelTests {
  @Test func homeShowsWhoComesWhenAndWhy() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    try await visiting.phone.introduceLinkWorker(
      case: opened, whatTheyDo: "I have time to listen", reach: "0191 496 0001")
    let plan = NextPlan(at: HeldClock().now + day, mode: .home, why: "To open the letters together")
    try await visiting.phone.agreeNextContact(case: opened, plan: plan)
    let client = try await visiting.phone(ofClient: opened)
    let model = HomeModel(phone: client.phone)
    #expect(model.state.phase == .loading)
    await model.refresh()
    #expect(model.state.home?.linkWorker?.name == "Sana Iqbal")
    #expect(model.state.home?.nextContact?.why == "To open the letters together")
    #expect(model.state.home?.notWatched.isEmpty == false)

    #expect(await !model.wish(.question), "a question needs words")
    #expect(model.state.doing.refusal?.reason != nil)
    model.typeWords("Is it the blue bus?")
    #expect(await model.wish(.question))
    #expect(model.state.words.isEmpty && model.state.openWishes.count == 1)
    await model.withdraw(try #require(model.state.openWishes.first?.id))
    #expect(model.state.openWishes.isEmpty)
    await model.sayRecognition(true)
    #expect(model.state.doing.refusal == nil)
  }

  @Test func aWishIsAnsweredOnTheClientsPhone() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let client = try await visiting.phone(ofClient: opened)
    let model = HomeModel(phone: client.phone)
    await model.refresh()
    #expect(await model.wish(.callMe))
    _ = try await client.phone.synchronise()
    _ = try await visiting.phone.synchronise()
    let worker = ClientModel(phone: visiting.phone, case: opened)
    await worker.refresh()
    let wish = try #require(worker.state.pages?.wishes.first)
    #expect(await worker.answerWish(wish.id, words: "I ring at three"))
    _ = try await visiting.phone.synchronise()
    _ = try await client.phone.synchronise()
    await model.refresh()
    #expect(model.state.answered.first?.wish.answer == "I ring at three" && model.state.openWishes.isEmpty)
  }

  @Test func aLinkWorkersPhoneHasNoClientsHome() async throws {
    let visiting = try await Visiting()
    let model = HomeModel(phone: visiting.phone)
    await model.refresh()
    #expect(model.state.phase == .refused && model.state.doing.refusal?.next == .goBack)
  }

  @Test func aClientTicksTheirStepsAndAddsTheirOwn() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let goal = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    _ = try await visiting.phone.addStep(goal: goal, title: "Ring the allotment", by: .client)
    let client = try await visiting.phone(ofClient: opened)
    let model = MyGoalsModel(phone: client.phone, case: opened)
    await model.refresh()
    let step = try #require(model.state.current.first?.steps.first)
    await model.tickStep(step.id, done: true)
    #expect(model.state.current.first?.steps.first?.step.done == true)
    let wording = OwnGoalModel(phone: client.phone, case: opened)
    await wording.refresh()
    wording.typeWords("  ")
    #expect(!wording.state.canAdd)
    wording.typeWords("See my sister")
    await wording.add()
    #expect(wording.state.done)
    await model.refresh()
    #expect(await model.addStep(goal, title: "Find my boots"))
    #expect(await !model.park(goal, why: ""))
    #expect(await model.park(goal, why: "After the winter"))
    await model.takeUp(goal)
    await model.reach(goal)
    #expect(model.state.settled.map(\.id) == [goal])
    #expect(model.state.current.map(\.goal.wording) == ["See my sister"])
  }

  @Test func aCheckInSaysANumberOrWordsAndNothingIsNotNought() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let goal = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    let client = try await visiting.phone(ofClient: opened)
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    #expect(model.state.goal?.goal.wording == "The garden" && !model.state.canSend)
    await model.choose(3)
    await model.choose(3)
    #expect(model.state.score == nil && !model.state.canSend)
    await model.choose(0)
    model.typeWords("It rained")
    await model.send()
    #expect(model.state.done && model.state.words.isEmpty)
    let said = model.state.goal?.checkIns.last?.checkIn
    #expect(said?.score == 0 && said?.words == "It rained" && said?.by == .client)
    await model.send()
    #expect(model.state.goal?.checkIns.count == 1)
  }

  @Test func halfASentenceIsThereAgainAfterTheAppWasEndedInTheMiddleOfIt() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let goal = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    let client = try await visiting.phone(ofClient: opened)
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    await model.choose(7)
    model.typeWords("The choir was k")
    await model.keep()
    #expect(model.state.kept == .saved)
    let again = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await again.refresh()
    #expect(again.state.score == 7 && again.state.words == "The choir was k")

    let wording = OwnGoalModel(phone: client.phone, case: opened)
    await wording.refresh()
    wording.typeWords("To have a c")
    await wording.keep()
    let reworded = OwnGoalModel(phone: client.phone, case: opened)
    await reworded.refresh()
    #expect(reworded.state.words == "To have a c")
    #expect(try await client.phone.goals(case: opened).count == 1)
  }

  @Test func aCheckInThatIsRefusedKeepsItsWords() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let goal = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    let client = try await visiting.phone(ofClient: opened)
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    client.phone.suspend()
    model.typeWords("It rained")
    await model.send()
    #expect(model.state.doing.refusal?.next == .tryAgain && model.state.words == "It rained" && !model.state.done)
    client.phone.resume()
    await model.send()
    #expect(model.state.done)
  }

  @Test func newsOfAReferralIsInPlainWords() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let referral = try await visiting.phone.referOnward(
      case: opened, new: NewReferral(to: "Allotment society", why: "A plot", notified: .yes))
    _ = try await visiting.phone.recordReferralStep(referral: referral, step: ReferralStep(status: .sent))
    let client = try await visiting.phone(ofClient: opened)
    let model = MyReferralsModel(phone: client.phone, case: opened)
    await model.refresh()
    #expect(model.state.open.map(\.news.service) == ["Allotment society"])
    #expect(model.state.closed.isEmpty && model.state.copies.isEmpty)
  }

  @Test func aYesIsTakenBackByTheClientAlone() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let question = SharingQuestion(purpose: .practice, scope: "A summary", with: "Riverside Surgery")
    try await visiting.phone.askSharing(case: opened, question: question, yes: true)
    let client = try await visiting.phone(ofClient: opened)
    let model = SharingModel(phone: client.phone, case: opened)
    await model.refresh()
    #expect(model.state.switches?.map(\.given) == [true])
    #expect(!model.state.readers.isEmpty && !model.state.alsoSees.isEmpty)
    await model.switch(.practice, yes: false)
    #expect(model.state.switches?.map(\.given) == [false])
    await model.switch(.research, yes: true)
    #expect(model.state.doing.refusal?.next == .goBack, "nobody has asked about it")
  }

  @Test func aSupervisorReceivesWhatWasSubmittedOnce() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let sheet = try await visiting.phone.startAssessment(case: opened, instrument: "ons4", mode: .home).assessment
    try await visiting.phone.answer(assessment: sheet, item: "anxiety", response: .value(7))
    _ = try await visiting.phone.submitAssessment(assessment: sheet)
    let note = try await visiting.phone.startNote(case: opened)
    try await visiting.phone.keepNote(note: note, text: "Between the two of us")
    _ = try await visiting.phone.signNote(note: note)
    _ = try await visiting.phone.synchronise()

    let supervisor = try await visiting.supervisorsPhone()
    let model = ReceivedModel(phone: supervisor.phone)
    await model.refresh()
    #expect(model.state.received?.count == 1 && model.state.received?.first?.author == "Sana Iqbal")
    await model.synchronise()
    #expect(model.state.received?.count == 1)
    let name = try await visiting.phone.client(case: opened).client.name
    #expect(model.state.received?.first?.client == name)
    await model.open(try #require(model.state.received?.first?.id))
    #expect(model.state.open?.view.questions.first { $0.item == "anxiety" }?.value == 7)
    #expect(try await supervisor.phone.notes(case: opened).isEmpty, "notes are between worker and client")
    model.close()
    #expect(model.state.open == nil)
  }
}

extension Visiting {
  /// A supervisor's phone, with what was submitted.
  func supervisorsPhone() async throws -> InHand {
    let answer = try service.admin("person", "supervisor", "Ruth Adeyemi", "--login", "ruth")
    let line = answer.split(separator: "\n").first { $0.hasPrefix("person ") }
    guard let person = line?.dropFirst("person ".count) else { throw NeverCame(what: "a person") }
    let hand = try await InHand(in: scratch.folder, named: "supervisor")
    try await hand.enrol(at: service, for: String(person))
    return hand
  }
}
