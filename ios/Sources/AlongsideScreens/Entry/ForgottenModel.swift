// The service does not know this phone any more: what that means for what is on it, and the way back.

import Alongside
import Observation

/// What the screen shows that says that the service no longer knows this phone.
public struct ForgottenState: KeptState, Equatable {
  /// What is on this phone only, and what the service answered last; nothing before it was read.
  public internal(set) var sync: SyncState?
  /// Whose phone it is.
  public internal(set) var me: Me?
  /// Whether the person has put it off: they go on working, and nothing they write is lost.
  public internal(set) var isPutOff = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { sync != nil }

  /// Whether the service no longer knows this phone.
  public var isForgotten: Bool { sync?.enrolAgain == true }
  /// Whether to say so now.
  public var isShown: Bool { isForgotten && !isPutOff }
}

/// Watches what the service answers, and says when it no longer knows this phone. Enrolling again is ``EnrolModel``'s.
@MainActor
@Observable
public final class ForgottenModel: KeptModel {
  public internal(set) var state = ForgottenState()
  let phone: Phone
  let turn = Turn()

  /// What the service knows of this phone.
  public init(phone: Phone) {
    self.phone = phone
  }

  /// Goes on without the service for now. It is said again when the app is opened anew.
  public func putOff() {
    state.isPutOff = true
  }

  func read() async throws {
    let sync = try await phone.syncState()
    state.me = try await phone.me()
    state.isPutOff = state.isPutOff && sync.enrolAgain
    state.sync = sync
  }
}
