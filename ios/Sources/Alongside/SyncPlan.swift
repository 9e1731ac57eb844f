/// Why a sync might be due.
public enum SyncOccasion: Sendable, Equatable, CaseIterable {
  /// The app came to the front.
  case opened
  /// There is a connection again.
  case connected
  /// Something was saved.
  case saved
  /// The service has news.
  case news
  /// The time that was waited for has come.
  case timer
  /// A person asked for it.
  case asked
}

/// What to do about it.
public enum SyncPlan: Sendable, Equatable {
  /// Sync.
  case now
  /// Sync at a time, in milliseconds since 1970 in UTC, unless something happens before.
  case at(Timestamp)
  /// Nothing: another occasion will come, or a person must act first.
  case rest
}

/// Somebody who saves once often saves again at once: how many milliseconds to leave them.
public let quietMs: Timestamp = 2_000

/// The core waits no longer than an hour after a failure. A later time comes from a clock that was wrong then or is now.
public let longestWaitMs: Timestamp = 3_600_000

/// When to sync. Pure: the core has decided how long to wait after a failure (`nextAttempt`), and this only says what each
/// occasion means beside it. The rules are the same in Kotlin.
///
/// A person who asks is never told to wait. A phone that must be enrolled again or whose app is too old does not knock by
/// itself. A connection that comes back ends a wait that was for a connection, and no wait that the service asked for.
public func planSync(_ occasion: SyncOccasion, _ state: SyncState, connected: Bool, now: Timestamp) -> SyncPlan {
  if state.running { return .rest }
  if occasion == .asked { return .now }
  if !connected || needsAPerson(state) { return .rest }
  if let wait = waitUntil(state, now), !endsTheWait(occasion, state) { return .at(wait) }
  return occasion == .saved ? .at(now + quietMs) : .now
}

/// When the system should wake an app that is not in front, in milliseconds since 1970 in UTC: soon while something is on
/// this phone only, and otherwise often enough that the morning's list is there.
public func planWake(_ state: SyncState, now: Timestamp) -> Timestamp {
  let wanted = now + (state.unsent + state.photosUnsent > 0 ? 15 * 60_000 : 4 * 3_600_000)
  return max(wanted, waitUntil(state, now) ?? now)
}

/// It did not go through, and no time was set for trying again.
private func needsAPerson(_ state: SyncState) -> Bool {
  state.problem != nil && state.nextAttempt == nil
}

private func waitUntil(_ state: SyncState, _ now: Timestamp) -> Timestamp? {
  guard state.problem != nil, let next = state.nextAttempt, next > now, next - now <= longestWaitMs else { return nil }
  return next
}

/// The core's stable words for a connection that was not there or broke.
private let connectionProblems: Set = ["unreachable", "stalled", "cut_off"]

private func endsTheWait(_ occasion: SyncOccasion, _ state: SyncState) -> Bool {
  occasion == .connected && connectionProblems.contains(state.problem ?? "")
}
