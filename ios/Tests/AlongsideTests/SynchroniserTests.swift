import AlongsideTesting
import Foundation
import Testing

@testable import Alongside

/// A phone that keeps itself in step, with a real server: nobody presses a button.
@Suite(.timeLimit(.minutes(2)))
struct SynchroniserTests {
  let scratch: Scratch
  let server: LocalServer

  init() throws {
    scratch = try Scratch()
    server = try LocalServer(in: scratch.folder)
  }

  private func sana() async throws -> InHand {
    let hand = try await InHand(in: scratch.folder, named: "sana")
    try await hand.enrol(at: server, as: "link_worker", named: "Sana Iqbal")
    return hand
  }

  /// Waits are over at once, and give way to the others: that they were asked for is what counts.
  private let soon: @Sendable (UInt64) async throws -> Void = { _ in await Task.yield() }

  /// The first state of the sync line that is as `wanted`.
  private func line(of hand: InHand, _ wanted: (SyncState) -> Bool) async -> SyncState? {
    for await state in hand.phone.syncStates() where wanted(state) { return state }
    return nil
  }

  @Test func whatIsSavedIsSentByItself() async throws {
    let hand = try await sana()
    let synchroniser = Synchroniser(hand.phone, pause: soon)
    await synchroniser.start()
    _ = try await hand.phone.addClient(new: NewClient(name: "Ada Nowak"))
    let sent = await line(of: hand) { $0.unsent == 0 && !$0.running }
    #expect(sent?.problem == nil)
    await synchroniser.stop()
  }

  @Test func whatWasSavedWithoutASignalIsSentWhenItReturns() async throws {
    let hand = try await sana()
    let synchroniser = Synchroniser(hand.phone, pause: soon)
    hand.line.isOn = false
    await synchroniser.setConnected(false)
    await synchroniser.start()
    _ = try await hand.phone.addClient(new: NewClient(name: "Ada Nowak"))
    await synchroniser.hear(.saved)
    #expect(try await hand.phone.syncState().unsent == 1)
    hand.line.isOn = true
    await synchroniser.setConnected(true)
    #expect(try await hand.phone.syncState().unsent == 0)
    await synchroniser.stop()
  }

  @Test func anExchangeThatFailsIsTriedAgainWhenItsTimeHasCome() async throws {
    let hand = try await sana()
    let synchroniser = Synchroniser(
      hand.phone,
      pause: { wait in
        // What is waited for is the core's own wait, less than the hour that is its longest.
        #expect(wait <= 3_600_000)
        hand.line.isOn = true
      })
    _ = try await hand.phone.addClient(new: NewClient(name: "Ada Nowak"))
    hand.line.isOn = false
    await synchroniser.start()
    #expect(await line(of: hand) { $0.unsent == 0 && !$0.running } != nil)
    await synchroniser.stop()
  }

  @Test func newsOfAColleagueArrivesByItself() async throws {
    let hand = try await sana()
    let synchroniser = Synchroniser(hand.phone)
    await synchroniser.start()
    let callum = try await InHand(in: scratch.folder, named: "callum")
    try await callum.enrol(at: server, as: "link_worker", named: "Callum Reid")
    let ada = try await callum.phone.addClient(new: NewClient(name: "Ada Nowak"))
    _ = try await callum.phone.synchronise()
    let changes = hand.phone.changes()
    try server.admin("assign", ada, hand.person)
    for await change in changes where change == .synced {
      if try await !hand.phone.caseload().isEmpty { break }
    }
    #expect(try await hand.phone.caseload().map(\.case) == [ada])
    await synchroniser.stop()
  }
}
