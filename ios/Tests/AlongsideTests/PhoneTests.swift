import Alongside
import AlongsideTesting
import Foundation
import Testing

/// The object an app holds: opening it, its errors, its streams.
struct PhoneTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func aNewPhoneBelongsToNobody() async throws {
    let hand = try await InHand(in: scratch.folder)
    #expect(try await hand.phone.me() == nil)
    #expect(await !hand.phone.instruments().isEmpty)
  }
}
