import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// Words that were begun in a form and not said, on a phone whose app is ended at any moment.
@MainActor
struct HalfSaidTests {
  @Test func whatWasTypedIsThereAfterTheAppWasEndedAndGoneOnceItWasSaid() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let half = HalfSaid(phone: visiting.phone, case: opened)
    half.type(.need, "The letters fr")
    await half.keep()
    // The app is gone and comes again.
    visiting.phone.suspend()
    visiting.worker.stop()
    try await visiting.worker.start()
    let again = HalfSaid(phone: visiting.phone, case: opened)
    await again.goOn(.need)
    #expect(again.words[.need] == "The letters fr")
    again.type(.need, "The letters from the bank")
    let model = ClientModel(phone: visiting.phone, case: opened)
    await model.refresh()
    await again.say(.need) { await model.raiseNeed(.money, words: $0) }
    #expect(again.words[.need] == nil && model.state.pages?.needs.first?.need.words == "The letters from the bank")
    let later = HalfSaid(phone: visiting.phone, case: opened)
    await later.goOn(.need)
    #expect(later.said(.need, or: "nothing") == "nothing")
  }

  @Test func whatIsRefusedStays() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let half = HalfSaid(phone: visiting.phone, case: opened)
    half.type(.handoverWhy, "I am moving")
    await half.say(.handoverWhy) { _ in false }
    let again = HalfSaid(phone: visiting.phone, case: opened)
    await again.goOn(.handoverWhy)
    #expect(half.words[.handoverWhy] == "I am moving" && again.words[.handoverWhy] == "I am moving")
    again.type(.handoverWhy, "")
    await again.keep()
    let later = HalfSaid(phone: visiting.phone, case: opened)
    await later.goOn(.handoverWhy)
    #expect(later.said(.handoverWhy, or: "nothing") == "nothing")
  }

  @Test func aReferralHalfEnteredGoesOnAndTheNextFormIsEmpty() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = OnwardReferralModel(phone: visiting.phone, case: opened)
    await model.refresh()
    var form = ReferralForm()
    (form.to, form.why, form.adjustments) = ("Allotment society", "She wants a plot", "A bench")
    model.enter(form)
    await model.keep()
    let again = OnwardReferralModel(phone: visiting.phone, case: opened)
    await again.refresh()
    #expect(again.state.form == form)
    await again.refer()
    #expect(again.state.doing.refusal == nil && again.state.form == ReferralForm())
    let later = OnwardReferralModel(phone: visiting.phone, case: opened)
    await later.refresh()
    #expect(later.state.form == ReferralForm())
  }

  @Test func anEndingAndSomebodyNewGoOn() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let closure = ClosureModel(phone: visiting.phone, case: opened)
    var ending = EndingForm()
    (ending.clientView, ending.why, ending.secondBy) = ("I can manage", "The goals are reached", "Ruth")
    await closure.enter(ending)
    await closure.keep()
    let closing = ClosureModel(phone: visiting.phone, case: opened)
    await closing.refresh()
    #expect(closing.state.form == ending)

    let caseload = CaseloadModel(phone: visiting.phone)
    var somebody = ClientForm()
    (somebody.name, somebody.address) = ("Peri Lockwood", "Behind the mil")
    caseload.enter(somebody)
    await caseload.keep()
    let entering = CaseloadModel(phone: visiting.phone)
    await entering.refresh()
    #expect(entering.state.form == somebody)
    await entering.addClient()
    let later = CaseloadModel(phone: visiting.phone)
    await later.refresh()
    #expect(later.state.form == ClientForm())
  }

  @Test func whatIAskForHalfTypedIsThereAgain() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let client = try await visiting.phone(ofClient: opened)
    let model = HomeModel(phone: client.phone)
    await model.refresh()
    model.typeWords("Is the choir st")
    await model.keep()
    let again = HomeModel(phone: client.phone)
    await again.refresh()
    #expect(again.state.words == "Is the choir st")
    #expect(await again.wish(.question))
    let later = HomeModel(phone: client.phone)
    await later.refresh()
    #expect(later.state.words.isEmpty)
  }
}
