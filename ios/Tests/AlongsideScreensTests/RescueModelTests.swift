import Alongside
import AlongsideTesting
import Foundation
import Testing

@testable import AlongsideScreens

/// A phone whose file is damaged, with work on it that was not sent.
@MainActor
struct RescueModelTests {
  private static let notes = 150

  /// Whether the first screen says that the file is damaged.
  private func saysDamaged(_ hand: InHand) async throws -> Bool {
    do {
      try await hand.start()
      _ = try await hand.phone.today(at: HeldClock().now)
      hand.stop()
      return false
    } catch AlongsideError.Storage(what: .damaged) {
      hand.stop()
      return true
    }
  }

  /// Whether all that was not sent lies elsewhere, by what a rescue finds in a copy: what is on a damaged page is lost.
  private func isElsewhere(_ folder: URL, _ keys: MemoryKeys, unsent: UInt64) async throws -> Bool {
    let copy = folder.deletingLastPathComponent().appendingPathComponent("copy-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: folder, to: copy)
    let found = try await Phone.rescue(folder: copy, keyStore: keys)
    return found.kept + found.forSupervisor == unsent && found.forms == 1 && found.enrolled
  }

  @Test func whatWasNotSentIsSavedWhenThePersonAgreesAndArrives() async throws {
    let visiting = try await Visiting()
    let hand = visiting.worker
    let opened = try await visiting.aCase()
    for number in 0..<Self.notes {
      let note = try await hand.phone.startNote(case: opened)
      let words = String(repeating: "The letters from the bank, and the garden. ", count: 40)
      try await hand.phone.keepNote(note: note, text: "Note \(number). \(words)")
      _ = try await hand.phone.signNote(note: note)
    }
    let unsent = try await hand.phone.syncState().unsent
    let half = HalfSaid(phone: hand.phone)
    half.type(.clientName, "Gareth P")
    await half.keep()
    hand.phone.suspend()
    hand.stop()
    let (folder, keys) = (hand.folder, hand.keys)
    try await Damage.inTheMiddle(of: folder) {
      guard try await saysDamaged(hand) else { return false }
      return try await isElsewhere(folder, keys, unsent: unsent)
    }

    let model = RescueModel { try await Phone.rescue(folder: folder, keyStore: keys) }
    #expect(!model.state.done)
    await model.save()
    let state = model.state
    #expect(state.done && !state.enrolAgain && !state.whole && state.doing.refusal == nil)
    #expect(state.kept + state.forSupervisor == unsent && state.forms == 1)
    #expect(FileManager.default.fileExists(atPath: try #require(state.rescued).damagedFile))

    try await hand.start()
    _ = try await hand.phone.synchronise()
    #expect(try await hand.phone.notes(case: opened).count == Self.notes)
    let again = HalfSaid(phone: hand.phone)
    await again.goOn(.clientName)
    #expect(again.words[.clientName] == "Gareth P")
    let second = try await visiting.anotherPhone()
    #expect(try await second.phone.notes(case: opened).count == Self.notes)
  }

  @Test func aFileThatIsWholeIsLeftAloneAndAWrongKeyIsNeverRescued() async throws {
    let (scratch, hand) = try await Visiting.newPhone()
    defer { withExtendedLifetime(scratch) {} }
    hand.phone.suspend()
    hand.stop()
    let (folder, keys) = (hand.folder, hand.keys)
    let file = folder.appendingPathComponent("alongside.db")
    let before = try Data(contentsOf: file)
    let model = RescueModel { try await Phone.rescue(folder: folder, keyStore: keys) }
    await model.save()
    #expect(model.state.whole && model.state.done)
    #expect(try Data(contentsOf: file) == before)
    let other = RescueModel { try await Phone.rescue(folder: folder, keyStore: MemoryKeys()) }
    await other.save()
    #expect(!other.state.done && other.state.doing.refusal?.next == .askForHelp(reference: "storage_wrongKey"))
    other.dismissRefusal()
    #expect(other.state.doing.refusal == nil)
  }
}
