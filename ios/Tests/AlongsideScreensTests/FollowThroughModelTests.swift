import Alongside
import AlongsideTesting
import Foundation
import Testing

@testable import AlongsideScreens

/// Goals, referrals, handover and ending.
@MainActor
struct FollowThroughModelTests {
  @Test func aGoalIsAgreedInTheClientsWordsWithItsSteps() async throws {
    let visiting = try await Visiting()
    let model = GoalsModel(phone: visiting.phone, case: try await visiting.aCase())
    await model.refresh()
    #expect(model.state.phase == .shown && model.state.current.isEmpty)
    #expect(await !model.agreeGoal("", by: .client))
    #expect(model.state.doing.refusal?.field == "wording")
    #expect(await model.agreeGoal("Sit in the rhubarb garden again", by: .client, category: .connection))
    let goal = try #require(model.state.agreed)
    await model.confirmGoal(goal)
    #expect(await model.addStep(goal, title: "Ring the allotment", by: .client))
    let step = try #require(model.state.current.first?.steps.first)
    await model.tickStep(step.id, done: true)
    #expect(model.state.current.first?.steps.first?.step.done == true)
    #expect(await !model.checkIn(goal, score: 11, words: nil))
    #expect(model.state.doing.refusal?.reason == .outOfRange)
    #expect(await model.checkIn(goal, score: 3, words: "A start"))
    #expect(await !model.setGoalStatus(goal, .dropped))
    #expect(model.state.doing.refusal?.reason == .needsReason)
    #expect(await model.setGoalStatus(goal, .dropped, why: "The allotment closed"))
    #expect(model.state.settled.map(\.id) == [goal] && model.state.current.isEmpty)
  }

  @Test func aReferralThatCameBackIsOwedToTheClientAtOnce() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = OnwardReferralModel(phone: visiting.phone, case: opened)
    await model.refresh()
    #expect(model.state.referrals?.isEmpty == true && !model.state.canRefer)
    var form = ReferralForm()
    (form.to, form.why, form.notified) = ("Allotment society", "She wants a plot again", .yes)
    model.enter(form)
    await model.refer()
    let referral = try #require(model.state.begun)
    #expect(model.state.form == ReferralForm())
    #expect(model.state.referrals?.first?.next.contains(.sent) == true)
    #expect(await model.recordStep(referral, ReferralStep(status: .sent)))
    #expect(await !model.recordStep(referral, ReferralStep(status: .rejected)))
    #expect(model.state.doing.refusal?.reason == .needsReason)
    let no = ReferralStep(
      status: .rejected, by: .service, reason: "Full until spring", toldClient: "They are full until spring")
    #expect(await model.recordStep(referral, no))
    #expect(model.state.referrals?.first?.standing == .rejected)
    #expect(
      try await visiting.phone.duties(case: opened).contains { $0.duty.origin == .bounce && $0.duty.status == .open })
  }

  @Test func aServiceIsLookedAtBeforeAnyFormIsFilledIn() async throws {
    let visiting = try await Visiting()
    try await visiting.fillDirectory()
    let opened = try await visiting.aCase()
    let need = try await visiting.phone.raiseNeed(case: opened, category: .connection, words: "Company in the evenings")
    let model = ServicePickerModel(phone: visiting.phone, case: opened, need: need)
    await model.refresh()
    let cards = model.state.picker?.shelves.flatMap(\.services) ?? []
    let card = try #require(cards.first)
    await model.look(card.id)
    #expect(model.state.detail?.view.card.service.name == "Kettle Club")
    #expect(await !model.addKnowledge(card.id, NewKnowledge(note: "")))
    #expect(await model.addKnowledge(card.id, NewKnowledge(note: "Ring before ten", capacity: .hasCapacity)))
    #expect(model.state.detail?.view.knowledge.map(\.knowledge.note) == ["Ring before ten"])
    await model.confirm(card.id)
    #expect(model.state.detail?.view.card.service.lastConfirmedAt != nil)
    let referral = OnwardReferralModel(phone: visiting.phone, case: opened)
    referral.choose(card, need: need)
    await referral.refer()
    #expect(referral.state.referrals?.first?.view.referral.service == card.id)
    model.lookAtAll()
    #expect(model.state.detail == nil)
    await model.search(ServiceSearch(words: "nothing of the sort"))
    #expect(model.state.picker?.shelves.flatMap(\.services).isEmpty == true)
  }

  @Test func aPackSurvivesTheEndOfTheAppAndIsGivenOnce() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = HandoverModel(phone: visiting.phone, case: opened)
    await model.refresh()
    #expect(model.state.given?.isEmpty == true && model.state.pack == nil)
    model.typePart(.whatMatters, "Nobody has begun this")
    #expect(model.state.words.isEmpty)
    #expect(model.state.colleagues.isEmpty, "one alone has nobody to hand a client to")
    try visiting.service.admin("person", "link_worker", "Callum Reid")
    _ = try await visiting.phone.synchronise()
    await model.refresh()
    model.choose(try #require(model.state.colleagues.first { $0.name == "Callum Reid" }))
    await model.prepare()
    #expect(model.state.pack?.pack.toName == "Callum Reid")
    await model.give(why: "I am leaving")
    #expect(model.state.pack?.givenAt == nil, "it does not say what matters to the client")
    model.typePart(.whatMatters, "Her garden")
    model.typePart(.whatMatters, "Her garden, and not being hurried")
    #expect(model.state.kept == .typed)
    await model.leave()
    #expect(model.state.kept == .saved)

    let pack = try #require(model.state.pack?.id)
    let again = HandoverModel(phone: visiting.phone, case: opened, pack: pack)
    await again.refresh()
    #expect(again.state.wordsOf(.whatMatters) == "Her garden, and not being hurried")
    await again.give(why: " ")
    #expect(again.state.doing.refusal != nil && again.state.pack?.givenAt == nil)
    await again.give(why: "I move to another town")
    #expect(again.state.doing.refusal == nil && again.state.pack?.givenAt != nil && !again.state.canGive)
    #expect(again.state.given?.count == 1)

    _ = try await visiting.phone.synchronise()
    await again.refresh()
    #expect(again.state.left && again.state.pack == nil, "the case has gone to the next worker")
    #expect(again.state.doing.refusal == nil)
  }

  @Test func anEndingSeesWhatStandsOpenFirst() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    _ = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    let model = ClosureModel(phone: visiting.phone, case: opened)
    await model.refresh()
    #expect(model.state.underWay && model.state.decided?.isEmpty == true && !model.state.canEnd)
    var form = EndingForm()
    form.reason = .goalsMet
    await model.enter(form)
    #expect(model.state.check?.open.isEmpty == false && model.state.check?.against != nil)
    await model.end()
    #expect(!model.state.ended)
    #expect(await !model.askForSecondLook(why: ""))
    #expect(await model.askForSecondLook(why: "The garden is not settled"))
    #expect(model.state.decided?.count == 1)
    (form.clientView, form.agreed, form.why, form.secondBy) = (
      "I am ready", true, "She goes on with it herself", "Ruth Adeyemi"
    )
    await model.enter(form)
    #expect(model.state.canEnd, "\(model.state.check?.against?.words ?? "nothing against it")")
    await model.end()
    #expect(model.state.ended && !model.state.underWay && !model.state.canEnd)
  }
}

extension Visiting {
  /// One invented service in the directory, on the worker's phone.
  func fillDirectory() async throws {
    let feed = """
      [{"id": "5f1c7a52-0000-4000-8000-000000000001", "name": "Kettle Club", "status": "active",
        "description": "Tea and company on Tuesday evenings, for anybody who is alone more than they like.",
        "organization": {"id": "5f1c7a52-0000-4000-8000-000000000002", "name": "Riverside Hall"}}]
      """
    let file = scratch.folder.appendingPathComponent("feed.json")
    try Data(feed.utf8).write(to: file)
    try service.admin("directory", "import", "--file", file.path)
    _ = try await phone.synchronise()
  }
}
