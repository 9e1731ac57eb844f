import Alongside
import AlongsideTesting
import Testing

@testable import AlongsideScreens

/// Whether a phone in a pocket has something to say.
@MainActor
struct LookoutTests {
  @Test func aPlannedContactIsSomethingToLookAtOnce() async throws {
    let visiting = try await Visiting()
    let opened = try await visiting.aCase()
    let client = try await visiting.phone(ofClient: opened)
    let lookout = Lookout(phone: client.phone)
    #expect(await !lookout.hasNews(), "nothing was marked yet")
    await lookout.mark()
    _ = try await client.phone.synchronise()
    #expect(await !lookout.hasNews(), "an exchange alone is nothing to look at")
    let plan = NextPlan(at: HeldClock().now + day, mode: .home, why: "To open the letters together")
    try await visiting.phone.agreeNextContact(case: opened, plan: plan)
    _ = try await visiting.phone.synchronise()
    _ = try await client.phone.synchronise()
    #expect(await lookout.hasNews())
    #expect(await !lookout.hasNews())
  }

  @Test func aPhoneWhoseFileIsClosedSaysNothing() async throws {
    let visiting = try await Visiting()
    let lookout = Lookout(phone: visiting.phone)
    await lookout.mark()
    visiting.phone.suspend()
    #expect(await !lookout.hasNews())
    visiting.phone.resume()
  }
}
