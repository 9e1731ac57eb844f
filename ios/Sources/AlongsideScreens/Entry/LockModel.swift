// The lock in front of the app. Every attempt is counted and written down before it is checked, so that ending the app in
// the middle wins nothing. It never deletes anything: whoever writes here loses nothing to a child with the phone.

import Alongside
import Observation

/// What is kept of attempts, outside the app's memory.
public struct LockAttempts: Equatable, Sendable, Codable {
  /// Attempts since the last one that opened.
  public var count: Int
  /// When the last was made, in milliseconds since 1970.
  public var lastAt: Timestamp?

  /// None, or these.
  public init(count: Int = 0, lastAt: Timestamp? = nil) {
    self.count = count
    self.lastAt = lastAt
  }
}

/// Where attempts are kept; the Keychain on a phone.
public protocol LockStore: Sendable {
  /// What was kept. Throws when the platform cannot say now; nothing is opened then.
  func load() throws -> LockAttempts
  /// Keeps it, on the disk when this returns.
  func save(_ attempts: LockAttempts) throws
}

/// What a check of the person came to.
public enum LockCheck: Equatable, Sendable {
  /// It is them.
  case passed
  /// It is not, or the device could not tell.
  case failed
  /// They put it away; the device checked nothing.
  case cancelled
  /// This phone has no code of its own: without one nothing here is protected.
  case noDeviceCode
}

/// Whoever checks that the person is who they should be: the phone itself.
public protocol LockChecker: Sendable {
  /// Asks for the face, the finger or the phone's code.
  func check() async -> LockCheck
}

/// How long to wait after so many attempts. Pure.
public enum LockRule {
  /// Attempts before there is a wait.
  public static let free = 5
  /// The waits after that, in milliseconds: half a minute to a quarter of an hour.
  static let waits: [Timestamp] = [30_000, 60_000, 300_000, 900_000]
  /// How long the app may be out of sight before it locks, in milliseconds.
  public static let grace: Timestamp = 60_000

  /// When the next attempt may be made; nothing when it may be made now. A clock that was turned back starts the wait anew.
  public static func waitUntil(_ attempts: LockAttempts, now: Timestamp) -> Timestamp? {
    guard attempts.count >= free, let last = attempts.lastAt else { return nil }
    let wait = waits[min(attempts.count - free, waits.count - 1)]
    let until = min(last, now) + wait
    return until > now ? until : nil
  }
}

/// What the lock shows.
public enum LockState: Equatable, Sendable {
  /// Closed.
  case locked
  /// The phone is asking.
  case checking
  /// Closed, and no attempt counts before this moment.
  case waiting(until: Timestamp)
  /// Closed, since this phone has no code: set one first, or go on without a lock.
  case needsDeviceCode
  /// Closed, since attempts cannot be kept now: try again.
  case unavailable
  /// Open.
  case open
}

/// The lock in front of the app.
@MainActor
@Observable
public final class LockModel {
  /// What the lock shows.
  public private(set) var state = LockState.locked
  private let store: any LockStore
  private let checker: any LockChecker
  private let clock: ScreenClock
  @ObservationIgnored private var hiddenSince: Timestamp?

  /// A lock, closed.
  public init(store: any LockStore, checker: any LockChecker, clock: ScreenClock = .system) {
    self.store = store
    self.checker = checker
    self.clock = clock
  }

  /// Tries to open. The attempt is on the disk before anything is checked.
  public func unlock() async {
    guard state != .checking, state != .open else { return }
    do {
      guard try countAttempt() else { return }
    } catch {
      state = .unavailable
      return
    }
    state = .checking
    let check = await checker.check()
    guard state == .checking else { return }
    conclude(check)
  }

  /// Says whether an attempt may be made, and writes it down if so.
  private func countAttempt() throws -> Bool {
    var attempts = try store.load()
    if let until = LockRule.waitUntil(attempts, now: clock.now()) {
      state = .waiting(until: until)
      return false
    }
    attempts.count += 1
    attempts.lastAt = clock.now()
    try store.save(attempts)
    return true
  }

  private func conclude(_ check: LockCheck) {
    switch check {
    case .passed:
      // Were they not forgotten, the next person would wait for this one's slips; it opens all the same.
      try? store.save(LockAttempts())
      state = .open
    case .failed, .cancelled:
      let attempts = try? store.load()
      let until = attempts.flatMap { LockRule.waitUntil($0, now: clock.now()) }
      state = until.map { .waiting(until: $0) } ?? .locked
    case .noDeviceCode:
      state = .needsDeviceCode
    }
  }

  /// Goes on without a lock, on a phone that has no code and whose person does not want one. It is their phone.
  public func goOnWithout() {
    guard state == .needsDeviceCode else { return }
    state = .open
  }

  /// The app went out of sight.
  public func hide() {
    if hiddenSince == nil { hiddenSince = clock.now() }
  }

  /// The app is back: after a minute, or when the clock was turned back meanwhile, it is closed.
  public func comeBack() {
    defer { hiddenSince = nil }
    guard state == .open, let since = hiddenSince else { return }
    let away = clock.now() - since
    if away < 0 || away >= LockRule.grace { state = .locked }
  }

  /// Closes it at once.
  public func lock() {
    state = .locked
  }
}
