import Alongside
import Testing

/// When a phone syncs, decided without a clock or a network. The same in Kotlin.
struct SyncPlanTests {
  private let now: Timestamp = 1_800_000_000_000

  private func plan(_ occasion: SyncOccasion, _ state: SyncState, connected: Bool = true) -> SyncPlan {
    planSync(occasion, state, connected: connected, now: now)
  }

  private func state(
    unsent: UInt64 = 0, photos: UInt64 = 0, problem: String? = nil, next: Timestamp? = nil, running: Bool = false
  ) -> SyncState {
    SyncState(
      unsent: unsent, oldestUnsent: nil, lastSync: nil, lastAttempt: nil, problem: problem,
      enrolAgain: false, nextAttempt: next, running: running, remarks: 0, verifiedAt: nil, repairs: 0, unsafeYet: 0,
      photosUnsent: photos)
  }

  @Test func anAppThatIsOpenedSyncs() {
    #expect(plan(.opened, state()) == .now)
  }

  @Test func aSaveGoesAlongWithWhatIsSavedNext() {
    #expect(plan(.saved, state(unsent: 1)) == .at(now + 2_000))
  }

  @Test func afterAFailureTheCoresWaitIsKept() {
    let busy = state(unsent: 3, problem: "server_busy", next: now + 90_000)
    for occasion in [SyncOccasion.opened, .connected, .saved, .news, .timer] {
      #expect(plan(occasion, busy) == .at(now + 90_000))
    }
    #expect(plan(.timer, state(unsent: 3, problem: "server_busy", next: now)) == .now)
  }

  @Test func aConnectionThatComesBackEndsAWaitForAConnection() {
    let offline = state(unsent: 3, problem: "unreachable", next: now + 90_000)
    #expect(plan(.connected, offline) == .now)
    #expect(plan(.timer, offline) == .at(now + 90_000))
  }

  @Test func aWaitThatIsTooLongForTheCoreIsAClocksFault() {
    let offline = state(unsent: 3, problem: "unreachable", next: now + 3_600_001)
    #expect(plan(.opened, offline) == .now)
  }

  @Test func aPhoneThatNeedsAPersonDoesNotKnockByItself() {
    let revoked = state(problem: "token_revoked")
    for occasion in SyncOccasion.allCases where occasion != .asked { #expect(plan(occasion, revoked) == .rest) }
    #expect(plan(.asked, revoked) == .now)
  }

  @Test func withoutAConnectionOnlyAPersonIsAnswered() {
    for occasion in SyncOccasion.allCases {
      #expect(plan(occasion, state(unsent: 1), connected: false) == (occasion == .asked ? .now : .rest))
    }
  }

  @Test func oneExchangeRunsAtATime() {
    for occasion in SyncOccasion.allCases { #expect(plan(occasion, state(unsent: 1, running: true)) == .rest) }
  }

  @Test func theSystemIsAskedToWakeTheAppSoonerWhileSomethingIsOnThisPhoneOnly() {
    #expect(planWake(state(unsent: 1), now: now) == now + 15 * 60_000)
    #expect(planWake(state(photos: 1), now: now) == now + 15 * 60_000)
    #expect(planWake(state(), now: now) == now + 4 * 3_600_000)
    let rests = state(unsent: 1, problem: "server_busy", next: now + 3_600_000)
    #expect(planWake(rests, now: now) == now + 3_600_000)
  }
}
