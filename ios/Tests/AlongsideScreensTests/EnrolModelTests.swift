import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// The very first screen.
@MainActor
struct EnrolModelTests {
  @Test func aNewPhoneIsNobodysAndAsksForACode() async throws {
    let (scratch, hand) = try await Visiting.newPhone()
    defer { withExtendedLifetime(scratch) {} }
    let model = EnrolModel(phone: hand.phone)
    #expect(model.state.phase == .loading)
    await model.refresh()
    #expect(model.state.phase == .shown)
    #expect(model.state.stage == .entering && model.state.me == nil)
    #expect(!model.state.canEnrol)
    model.typeServer("alongside.example.org")
    model.typeCode("  ")
    #expect(!model.state.canEnrol)
  }

  @Test func aWrongCodeIsRefusedBesideItsFieldAndARightOneEnrols() async throws {
    let visiting = try await Visiting()
    let (scratch, hand) = try await Visiting.newPhone()
    defer { withExtendedLifetime(scratch) {} }
    let model = EnrolModel(phone: hand.phone)
    await model.refresh()
    model.typeServer(visiting.service.url + "/")
    model.typeCode("not a code")
    await model.enrol()
    #expect(model.state.doing.refusal?.field == "code")
    #expect(model.state.doing.refusal?.reason == .unknown)
    #expect(model.state.stage == .entering && model.state.server == visiting.service.url + "/")

    model.typeCode(try await visiting.code(for: "link_worker", named: "Callum Reid"))
    await model.enrol()
    #expect(model.state.doing.refusal == nil && model.state.firstSync == nil)
    #expect(model.state.stage == .done)
    #expect(model.state.me?.name == "Callum Reid")
    #expect(model.state.code.isEmpty, "a code is of use once and is forgotten")
  }

  @Test func withNoSignalTheSameCodeCanBeTriedAgain() async throws {
    let visiting = try await Visiting()
    let (scratch, hand) = try await Visiting.newPhone()
    defer { withExtendedLifetime(scratch) {} }
    let model = EnrolModel(phone: hand.phone)
    await model.refresh()
    model.typeServer(visiting.service.url)
    model.typeCode(try await visiting.code(for: "client", named: "Del"))
    hand.line.isOn = false
    await model.enrol()
    #expect(model.state.doing.refusal?.next == .carryOn)
    #expect(model.state.canEnrol)
    hand.line.isOn = true
    await model.enrol()
    #expect(model.state.me?.role == .client)
  }

  @Test(arguments: [
    ("alongside.example.org", "https://alongside.example.org"),
    (" https://alongside.example.org/ ", "https://alongside.example.org"),
    ("http://127.0.0.1:8470", "http://127.0.0.1:8470"),
  ])
  func anAddressIsTakenAsPeopleTypeIt(typed: String, meant: String) {
    #expect(withScheme(typed) == meant)
  }
}
