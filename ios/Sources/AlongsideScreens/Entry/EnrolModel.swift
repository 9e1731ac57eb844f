// The very first screen: whose phone this is, and making it one of the service's.

import Alongside
import Foundation
import Observation

/// How far the enrolment is.
public enum EnrolStage: Equatable, Sendable {
  /// The address and the code are being typed.
  case entering
  /// The service is being asked.
  case enrolling
  /// The records of this person are being read for the first time.
  case fetching
  /// This phone is somebody's.
  case done
}

/// What the first screen shows.
public struct EnrolState: KeptState, Equatable {
  /// The address of the service, as it was typed.
  public internal(set) var server = ""
  /// The code, as it was typed. It is forgotten once it was used.
  public internal(set) var code = ""
  /// How far it is.
  public internal(set) var stage = EnrolStage.entering
  /// Whose phone this is; nothing while it is nobody's.
  public internal(set) var me: Me?
  /// Why the first reading did not end; what is missing comes with the next.
  public internal(set) var firstSync: Refusal?
  public internal(set) var doing = Doing()
  public internal(set) var loaded = false

  /// Whether there is enough to ask the service with.
  public var canEnrol: Bool {
    let filled = [server, code].allSatisfy { $0.contains { !$0.isWhitespace } }
    return filled && stage == .entering && !doing.busy
  }
}

/// Makes a phone one of the service's.
@MainActor
@Observable
public final class EnrolModel: KeptModel {
  public internal(set) var state: EnrolState
  let phone: Phone
  let turn = Turn()
  private let platform: String
  private var isEnrolled: Bool

  /// How long the first reading may take, in milliseconds. It is the largest; what it does not reach comes with the next.
  public static let firstSync: UInt64 = 60_000

  /// A model for the phone as it is. `platform` is told to the service, which lists devices by it. `again` is for a phone
  /// that is somebody's already and that the service no longer knows: what is on it stays, and goes out afterwards.
  public init(phone: Phone, platform: String = "ios", server: String = "", again: Bool = false) {
    (self.phone, self.platform, isEnrolled) = (phone, platform, !again)
    state = EnrolState(server: server)
  }

  /// The address was typed.
  public func typeServer(_ text: String) {
    state.server = text
  }

  /// The code was typed.
  public func typeCode(_ text: String) {
    state.code = text
  }

  /// Asks the service, and reads the records of this person. Offline, the same code can be tried again.
  public func enrol() async {
    guard state.canEnrol else { return }
    let (server, code) = (withScheme(state.server), state.code.filter { !$0.isWhitespace })
    await act {
      (state.stage, state.firstSync) = (.enrolling, nil)
      state.me = try await phone.enrol(server: server, code: code, platform: platform)
      (state.stage, state.code, isEnrolled) = (.fetching, "", true)
      state.firstSync = await refusal(of: { _ = try await phone.synchronise(deadlineMs: Self.firstSync) })
    }
    if state.stage == .enrolling { state.stage = .entering }
  }

  func read() async throws {
    state.me = try await phone.me()
    if filled(state.server) == nil { state.server = state.me?.server ?? "" }
    state.stage = state.me == nil || !isEnrolled ? .entering : .done
    state.loaded = true
  }
}

/// An address as people type it, with the scheme that is meant. One that names a scheme stays as it is.
func withScheme(_ typed: String) -> String {
  var address = typed.trimmingCharacters(in: .whitespacesAndNewlines)
  while address.hasSuffix("/") { address.removeLast() }
  return address.contains("://") ? address : "https://\(address)"
}
