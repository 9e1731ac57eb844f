import AlongsideTesting
import Foundation
import Testing

@testable import Alongside

/// Photos go out by themselves, beside the exchange of text and never in its way, with a real server.
@Suite(.timeLimit(.minutes(2)))
struct PhotoSendingTests {
  let scratch: Scratch
  let server: LocalServer

  init() throws {
    scratch = try Scratch()
    server = try LocalServer(in: scratch.folder)
  }

  /// A link worker's phone, and a goal to put photos beside.
  private func sana() async throws -> (InHand, goal: EntityId) {
    let hand = try await InHand(in: scratch.folder, named: "sana")
    try await hand.enrol(at: server, as: "link_worker", named: "Sana Iqbal")
    let ada = try await hand.phone.addClient(new: NewClient(name: "Ada Nowak"))
    let goal = try await hand.phone.agreeGoal(case: ada, new: NewGoal(wording: "The garden", wordingBy: .client))
    return (hand, goal)
  }

  /// The same while one photo beside that goal is held up on its way.
  private func sanaWithAPhotoHeld() async throws -> (InHand, goal: EntityId, Synchroniser) {
    let (hand, goal) = try await sana()
    hand.line.holdPhotos()
    _ = try await hand.phone.addPhoto(of: goal, new: aPhoto())
    let synchroniser = Synchroniser(hand.phone, pause: soon)
    await synchroniser.start()
    await hand.line.aPhotoIsHeld()
    return (hand, goal, synchroniser)
  }

  /// Waits are over at once, and give way to the others.
  private let soon: @Sendable (UInt64) async throws -> Void = { _ in await Task.yield() }

  /// The first state of the sync line that is as `wanted`.
  private func line(of hand: InHand, _ wanted: (SyncState) -> Bool) async -> SyncState? {
    for await state in hand.phone.syncStates() where wanted(state) { return state }
    return nil
  }

  @Test func aPhotoIsSentByItselfAfterTheGoalItIsBeside() async throws {
    let (hand, goal) = try await sana()
    let photo = try await hand.phone.addPhoto(of: goal, new: aPhoto(caption: "The rhubarb"))
    #expect(try await hand.phone.syncState().photosUnsent == 1)
    let synchroniser = Synchroniser(hand.phone, pause: soon)
    await synchroniser.start()
    #expect(await line(of: hand) { $0.photosUnsent == 0 && $0.unsent == 0 }?.problem == nil)
    await synchroniser.stop()
    let shown = try await hand.phone.photos(of: goal)
    #expect(shown.map(\.id) == [photo] && shown.first?.unsent == false && shown.first?.caption == "The rhubarb")
  }

  @Test func whatIsWrittenGoesPastAPhotoOnItsWay() async throws {
    let (hand, goal, synchroniser) = try await sanaWithAPhotoHeld()
    _ = try await hand.phone.addStep(goal: goal, title: "Find my boots", by: .client)
    #expect(await line(of: hand) { $0.unsent == 0 && !$0.running }?.photosUnsent == 1)
    hand.line.letPhotosGo()
    #expect(await line(of: hand) { $0.photosUnsent == 0 } != nil)
    await synchroniser.stop()
  }

  @Test func aPhotoThatIsLostOnItsWayGoesAfterTheNextSync() async throws {
    let (hand, _, synchroniser) = try await sanaWithAPhotoHeld()
    hand.line.letPhotosGo(lost: true)
    await synchroniser.ask()
    #expect(await line(of: hand) { $0.photosUnsent == 0 }?.problem == nil)
    await synchroniser.stop()
  }

  @Test func aLargePhotoWaitsForANetworkThatCostsNothing() async throws {
    let (hand, goal) = try await sana()
    for bytes in [1_200_000, 400] { _ = try await hand.phone.addPhoto(of: goal, new: aPhoto(bytes: bytes)) }
    let costs = Switch(true)
    let synchroniser = Synchroniser(hand.phone, metered: { costs.isOn }, pause: soon)
    await synchroniser.start()
    #expect(await line(of: hand) { $0.photosUnsent == 1 } != nil)
    #expect(try await hand.phone.photos(of: goal).map(\.unsent) == [true, false])
    costs.isOn = false
    await synchroniser.ask()
    #expect(await line(of: hand) { $0.photosUnsent == 0 } != nil)
    await synchroniser.stop()
  }

  @Test func aPhotoOnItsWayIsCalledOffWhenTheAppGoesToTheBack() async throws {
    let (hand, _, synchroniser) = try await sanaWithAPhotoHeld()
    var changes = hand.phone.changes().makeAsyncIterator()
    await synchroniser.stop()
    while let change = await changes.next(), change != .arrived {}
    hand.line.letPhotosGo()
    #expect(try await hand.phone.syncState().photosUnsent == 1)
  }
}

/// Something a test switches while others look.
private final class Switch: Sendable {
  private let lock = NSLock()
  private nonisolated(unsafe) var on: Bool

  init(_ on: Bool) { self.on = on }

  var isOn: Bool {
    get { lock.withLock { on } }
    set { lock.withLock { on = newValue } }
  }
}
