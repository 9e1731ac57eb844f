import Alongside
import AlongsideTesting
import Foundation
import Testing

@testable import AlongsideScreens

/// The lock in front of the app.
@MainActor
struct LockModelTests {
  let kept = KeptAttempts()
  let clock = HeldClock(at: 1_000_000_000)

  @Test func anAttemptIsWrittenDownBeforeItIsChecked() async {
    let checker = Answers(.failed)
    let model = lock(checker)
    await model.unlock()
    #expect(checker.attemptsSeen == [1], "the checker must find its attempt on the disk")
    #expect(model.state == .locked)
  }

  @Test func theRightPersonOpensItAndTheirSlipsAreForgotten() async {
    let checker = Answers(.failed, .passed)
    let model = lock(checker)
    await model.unlock()
    await model.unlock()
    #expect(model.state == .open)
    #expect(kept.attempts.count == 0)
  }

  @Test func afterFiveSlipsThereIsAWaitThatEndingTheAppDoesNotShorten() async {
    let checker = Answers(.failed)
    let model = lock(checker)
    for _ in 0..<LockRule.free { await model.unlock() }
    #expect(model.state == .waiting(until: clock.now + 30_000))
    let again = lock(checker)
    await again.unlock()
    #expect(again.state == .waiting(until: clock.now + 30_000))
    #expect(checker.attemptsSeen.count == LockRule.free, "nothing is checked during a wait")
    clock.move(by: 30_000)
    await again.unlock()
    #expect(checker.attemptsSeen.count == LockRule.free + 1)
    #expect(again.state == .waiting(until: clock.now + 60_000))
  }

  @Test func anAttemptThatWasPutAwayCounts() async {
    let model = lock(Answers(.cancelled))
    await model.unlock()
    #expect(model.state == .locked)
    #expect(kept.attempts.count == 1)
  }

  @Test func withoutACodeOfItsOwnThePhoneOpensNothing() async {
    let model = lock(Answers(.noDeviceCode))
    await model.unlock()
    #expect(model.state == .needsDeviceCode)
    model.goOnWithout()
    #expect(model.state == .open, "it is the person's own phone")
  }

  @Test func nobodyGoesOnWithoutWhereThereIsALock() async {
    let model = lock(Answers(.failed))
    model.goOnWithout()
    #expect(model.state == .locked)
  }

  @Test func attemptsAreKeptInAFileThatIsNeverTakenForNone() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appendingPathComponent("lock.json")
    #expect(try FileLockStore(file: file).load() == LockAttempts())
    try FileLockStore(file: file).save(LockAttempts(count: 3, lastAt: 7))
    #expect(try FileLockStore(file: file).load() == LockAttempts(count: 3, lastAt: 7))
    try Data("not attempts".utf8).write(to: file)
    #expect(throws: (any Error).self) { try FileLockStore(file: file).load() }
  }

  @Test func whereAttemptsCannotBeKeptNothingIsChecked() async {
    let checker = Answers(.passed)
    kept.setBroken(true)
    let model = lock(checker)
    await model.unlock()
    #expect(model.state == .unavailable && checker.attemptsSeen.isEmpty)
    kept.setBroken(false)
    await model.unlock()
    #expect(model.state == .open)
  }

  @Test(arguments: [(59_999, true), (60_000, false), (-1, false)])
  func aMinuteOutOfSightLocksIt(away: Timestamp, staysOpen: Bool) async {
    let model = lock(Answers(.passed))
    await model.unlock()
    model.hide()
    clock.move(by: away)
    model.comeBack()
    #expect((model.state == .open) == staysOpen)
  }

  @Test(
    arguments: [(4, nil), (5, 30_000), (6, 60_000), (7, 300_000), (8, 900_000), (40, 900_000)] as [(Int, Timestamp?)])
  func waitsGrowToAQuarterOfAnHour(count: Int, wait: Timestamp?) {
    let attempts = LockAttempts(count: count, lastAt: 50)
    #expect(LockRule.waitUntil(attempts, now: 50) == wait.map { 50 + $0 })
    if let wait { #expect(LockRule.waitUntil(attempts, now: 50 + wait) == nil) }
  }

  @Test func turningTheClockBackBeginsTheWaitAnewAndNeverLengthensIt() {
    let attempts = LockAttempts(count: 5, lastAt: 1_000_000)
    #expect(LockRule.waitUntil(attempts, now: 10) == 30_010)
  }

  private func lock(_ checker: Answers) -> LockModel {
    checker.kept = kept
    return LockModel(store: kept, checker: checker, clock: clock.clock)
  }
}

/// The disk of these tests.
final class KeptAttempts: LockStore {
  private let guardian = NSLock()
  private nonisolated(unsafe) var now = LockAttempts()
  private nonisolated(unsafe) var broken = false

  var attempts: LockAttempts { guardian.withLock { now } }

  func setBroken(_ broken: Bool) {
    guardian.withLock { self.broken = broken }
  }

  func load() throws -> LockAttempts {
    try guardian.withLock {
      if broken { throw CocoaError(.fileReadUnknown) }
      return now
    }
  }

  func save(_ attempts: LockAttempts) throws {
    guardian.withLock { now = attempts }
  }
}

/// A phone that answers so, the last answer again and again, and looks at what was written before it was asked.
final class Answers: LockChecker {
  private let guardian = NSLock()
  private nonisolated(unsafe) var answers: [LockCheck]
  private nonisolated(unsafe) var seen: [Int] = []
  nonisolated(unsafe) var kept: KeptAttempts?

  init(_ answers: LockCheck...) {
    self.answers = answers
  }

  var attemptsSeen: [Int] { guardian.withLock { seen } }

  func check() async -> LockCheck {
    guardian.withLock {
      seen.append(kept?.attempts.count ?? 0)
      return answers.count > 1 ? answers.removeFirst() : answers[0]
    }
  }
}
