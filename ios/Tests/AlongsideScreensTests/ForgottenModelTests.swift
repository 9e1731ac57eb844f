import Alongside
import AlongsideScreens
import AlongsideTesting
import Testing

/// A phone that its service no longer knows, and the way back.
@MainActor
struct ForgottenModelTests {
  @Test func itSaysSoLosesNothingAndIsSetUpAgainWithWhatIsOnIt() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    _ = try await visiting.phone.synchronise()
    let model = ForgottenModel(phone: visiting.phone)
    await model.refresh()
    #expect(!model.state.isShown)
    let me = try #require(try await visiting.phone.me())
    try visiting.forgetPhones(of: me.person)
    try await visiting.phone.setSafeContact(case: opened, words: "Never before ten")
    await #expect(throws: AlongsideError.SignInAgain) { _ = try await visiting.phone.synchronise() }
    await model.refresh()
    #expect(model.state.isShown && model.state.sync?.unsent ?? 0 > 0)
    model.putOff()
    #expect(model.state.isForgotten && !model.state.isShown)
    #expect(try await visiting.phone.caseload().map(\.case) == [opened])

    let enrol = EnrolModel(phone: visiting.phone, again: true)
    await enrol.refresh()
    #expect(enrol.state.stage == .entering && enrol.state.server == me.server)
    enrol.typeCode(try visiting.service.makeCode(me.person))
    await enrol.enrol()
    #expect(enrol.state.stage == .done && enrol.state.firstSync == nil)
    await model.refresh()
    #expect(!model.state.isForgotten && model.state.sync?.unsent == 0)
    #expect(try await visiting.phone.client(case: opened).client.safeContact == "Never before ten")
  }
}

extension Visiting {
  /// Every phone of this person is a stranger from now on.
  func forgetPhones(of person: PersonId) throws {
    for line in try service.admin("list", "devices").split(separator: "\n") {
      let words = line.split(separator: "\t")
      if words.dropFirst().first.map(String.init) == person { try service.admin("revoke", String(words[0])) }
    }
  }
}
