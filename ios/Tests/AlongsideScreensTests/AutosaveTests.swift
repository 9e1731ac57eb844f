import Alongside
import Testing

@testable import AlongsideScreens

/// Words on their way to the disk, with a disk that a test holds in its hand.
@MainActor
final class AutosaveTests {
  let held = HeldClock()
  var disk: [String] = []
  var answer = Typed.saved
  var full = false
  var heard: [Kept] = []
  var refused: Refusal?

  lazy var autosave = Autosave(
    clock: held.clock,
    handOver: { [unowned self] text in
      try write(answer == .saved ? text : nil)
      return answer
    },
    keep: { [unowned self] text in try write(text) },
    tell: { [unowned self] kept, refusal in
      heard.append(kept)
      refused = refusal ?? refused
    })

  private func write(_ text: String?) throws {
    if full { throw AlongsideError.Storage(what: .full) }
    if let text { disk.append(text) }
  }

  @Test func nothingIsSaidToBeSavedBeforeTheDiskHasIt() async throws {
    answer = .saveWithin(700)
    autosave.type("Te")
    try await until("it is asked for again") { held.isPausing }
    #expect(heard == [.typed] && disk.isEmpty && held.asked == [700])
    answer = .saved
    held.letGo()
    try await until("it is saved") { heard.last == .saved }
    #expect(disk == ["Te"])
  }

  @Test func keystrokesThatArriveTogetherAreHandedOverTogether() async throws {
    for text in ["T", "Te", "Tea"] { autosave.type(text) }
    try await until("it is saved") { heard.last == .saved }
    #expect(disk == ["Tea"])
  }

  @Test func keepingWritesWhatWasNotWrittenAndNothingTwice() async throws {
    answer = .saveWithin(700)
    autosave.type("Tea")
    try await until("it is asked for again") { held.isPausing }
    #expect(await autosave.keepNow() == nil)
    #expect(await autosave.keepNow() == nil)
    #expect(disk == ["Tea"] && heard.last == .saved)
    held.letGo()
  }

  @Test func aFullDiskIsSaidAndTheNextKeystrokeTriesAgain() async throws {
    full = true
    autosave.type("Tea")
    try await until("it was refused") { heard.last == .notSaved }
    #expect(refused?.next == .freeSpace)
    #expect(await autosave.keepNow()?.next == .freeSpace)
    full = false
    autosave.type("Tea.")
    try await until("it is saved") { heard.last == .saved }
    #expect(disk == ["Tea."])
  }

  @Test func whatIsForgottenIsNotWritten() async throws {
    autosave.type("Tea")
    await autosave.forget()
    #expect(await autosave.keepNow() == nil)
    #expect(disk.isEmpty)
  }
}
