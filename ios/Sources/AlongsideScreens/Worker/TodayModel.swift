// A link worker's day: visits, what is owed, who it has been quiet with. It never counts assessments.

import Alongside
import Observation

/// What the screen of a day shows.
public struct TodayState: KeptState, Equatable {
  /// A moment of the day that is shown.
  public internal(set) var at: Timestamp
  /// The day; nothing before it was read.
  public internal(set) var today: Today?
  public internal(set) var doing = Doing()
  public var loaded: Bool { today != nil }

  /// Whether nothing is planned and nothing is owed.
  public var free: Bool {
    today.map { $0.visits.isEmpty && $0.duties.isEmpty && $0.quiet.isEmpty && $0.drafts.isEmpty } ?? false
  }
}

/// The link worker's day.
@MainActor
@Observable
public final class TodayModel: KeptModel {
  public internal(set) var state: TodayState
  let phone: Phone
  let turn = Turn()
  private let clock: ScreenClock

  private static let day: Timestamp = 86_400_000

  /// The day that `clock` says it is.
  public init(phone: Phone, clock: ScreenClock = .system) {
    (self.phone, self.clock) = (phone, clock)
    state = TodayState(at: clock.now())
  }

  /// Shows the day it is now.
  public func showToday() async {
    await showDay(clock.now())
  }

  /// Shows the day that `at` lies in.
  public func showDay(_ at: Timestamp) async {
    state.at = at
    await refresh()
  }

  /// Shows another day, so many later.
  public func moveDays(_ days: Int64) async {
    await showDay(state.at + days * Self.day)
  }

  /// A duty is done; `outcome` says what came of it.
  @discardableResult
  public func settleDuty(_ duty: EntityId, outcome: String) async -> Bool {
    await act { try await phone.settleDuty(duty: duty, status: .done, outcome: outcome) }
  }

  /// A duty is not owed any more; `why` says why.
  @discardableResult
  public func releaseDuty(_ duty: EntityId, why: String) async -> Bool {
    await act { try await phone.settleDuty(duty: duty, status: .released, outcome: why) }
  }

  /// Takes a duty from the team's queue.
  public func takeDuty(_ duty: EntityId) async {
    await act { try await phone.takeDuty(duty: duty) }
  }

  /// Hands a duty to the team's queue.
  public func handDutyToTeam(_ duty: EntityId) async {
    await act { try await phone.handDutyToTeam(duty: duty) }
  }

  /// What was promised in a note was kept; `outcome` says what came of it.
  @discardableResult
  public func keepPromise(_ note: EntityId, outcome: String) async -> Bool {
    await act { try await phone.settlePromise(note: note, status: .done, outcome: outcome) }
  }

  /// Throws a draft away.
  public func discardDraft(_ draft: EntityId) async {
    await act { try await phone.discardDraft(id: draft) }
  }

  func read() async throws {
    let at = state.at
    let today = try await phone.today(at: at)
    if at == state.at { state.today = today }
  }
}
