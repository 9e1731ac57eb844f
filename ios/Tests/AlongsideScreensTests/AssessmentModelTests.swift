import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// An assessment held as a conversation.
@MainActor
struct AssessmentModelTests {
  @Test func itBeginsWithEveryQuestionAndAHintWhenNobodyAskedWhatMatters() async throws {
    let visiting = try await Visiting()
    let model = AssessmentModel(
      phone: visiting.phone, case: try await visiting.aCase(), instrument: "ons4", mode: .home)
    #expect(model.state.phase == .loading)
    await model.refresh()
    #expect(model.state.asked.count == 4 && model.state.open)
    #expect(model.state.start?.whatMattersAsked == false)
    #expect(model.state.start?.hints.isEmpty == false)
    #expect(model.state.at == nil, "the client begins where they like")
    #expect(!model.state.canSubmit)
  }

  @Test func anAnswerLeadsToTheNextQuestionWithoutOne() async throws {
    let (visiting, model) = try await held()
    defer { withExtendedLifetime(visiting) {} }
    let items = model.state.asked.map(\.item)
    model.goTo(items[2])
    await model.answer(items[2], .value(0))
    #expect(model.state.at != nil && model.state.at != items[2])
    let zero = model.state.view?.questions.first { $0.item == items[2] }
    #expect(zero?.value == 0 && zero?.said.isEmpty == false, "nought is an answer")
    #expect(model.state.view?.firstAnsweredItem == items[2])
    await model.clearAnswer(items[2])
    #expect(model.state.view?.answered == 0)
  }

  @Test func twoQuickAnswersAreBothWrittenDown() async throws {
    let (visiting, model) = try await held()
    defer { withExtendedLifetime(visiting) {} }
    async let one: Void = model.answer("satisfaction", .value(6))
    async let other: Void = model.answer("happiness", .value(4))
    _ = await (one, other)
    #expect(model.state.view?.answered == 2)
  }

  @Test func anAnswerOutsideTheScaleIsRefusedAndNothingElseIsLost() async throws {
    let (visiting, model) = try await held()
    defer { withExtendedLifetime(visiting) {} }
    await model.answer("satisfaction", .value(6))
    await model.answer("anxiety", .value(11))
    #expect(model.state.doing.refusal?.reason == .outOfRange)
    #expect(model.state.view?.answered == 1)
    model.dismissRefusal()
    #expect(model.state.doing.refusal == nil)
  }

  @Test func pausedAndGoneOnWithOnAnotherDay() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    var model: AssessmentModel? = AssessmentModel(phone: visiting.phone, case: opened, instrument: "ons4", mode: .home)
    await model?.refresh()
    await model?.answer("satisfaction", .value(6))
    model?.typeComment("satisfaction", "It comes in the evenings")
    await model?.leave()
    #expect(model?.state.putAside == true && model?.state.kept == .saved)
    model = nil
    visiting.worker.stop()

    try await visiting.worker.start()
    let again = AssessmentModel(phone: visiting.phone, case: opened, instrument: "ons4", mode: .home)
    await again.refresh()
    #expect(again.state.start?.resumed == true)
    #expect(again.state.view?.answered == 1)
    #expect(again.state.commentOf("satisfaction") == "It comes in the evenings")
  }

  @Test func itIsSubmittedOnceWithTheWordsBesideIt() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = AssessmentModel(phone: visiting.phone, case: opened, instrument: "ons4", mode: .home)
    await model.refresh()
    await model.answer("anxiety", .value(7))
    model.typeComment("anxiety", "Like the trombone next door")
    async let one: Void = model.submit()
    async let other: Void = model.submit()
    _ = await (one, other)
    #expect(model.state.doing.refusal == nil && model.state.view?.state == .submitted)
    #expect(!model.state.canSubmit && !model.state.open)
    #expect(try await visiting.phone.assessments(case: opened).count == 1)
    #expect(model.state.commentOf("anxiety") == "Like the trombone next door")
    await model.share()
    #expect(model.state.doing.refusal == nil && model.state.view?.clientHasCopy == true)
    await model.answer("anxiety", .value(2))
    #expect(model.state.doing.refusal?.reason == .alreadySealed)
  }

  @Test func aClientWhoWouldRatherNotLeavesNoDraft() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let model = AssessmentModel(phone: visiting.phone, case: opened, instrument: "ons4", mode: .home)
    await model.refresh()
    await model.decline(why: "Not with the television on")
    #expect(model.state.view?.outcome == .declined && model.state.view?.why == "Not with the television on")
    #expect(try await visiting.phone.drafts().isEmpty)
  }

  @Test func givenUpItGoesNowhere() async throws {
    let (visiting, model) = try await held()
    defer { withExtendedLifetime(visiting) {} }
    await model.answer("satisfaction", .value(6))
    await model.abandon(why: nil)
    #expect(model.state.view?.outcome == .abandoned)
    #expect(model.state.view?.questions.allSatisfy { $0.value == nil } == true)
  }

  @Test func anInstrumentThisPhoneDoesNotHaveIsRefused() async throws {
    let visiting = try await Visiting()
    let model = AssessmentModel(
      phone: visiting.phone, case: try await visiting.aCase(), instrument: "none", mode: .home)
    await model.refresh()
    #expect(model.state.phase == .refused)
    #expect(model.state.doing.refusal?.reason == .unknown)
  }

  private func held() async throws -> (Visiting, AssessmentModel) {
    let visiting = try await Visiting()
    let model = AssessmentModel(
      phone: visiting.phone, case: try await visiting.aCase(), instrument: "ons4", mode: .home)
    await model.refresh()
    return (visiting, model)
  }
}
