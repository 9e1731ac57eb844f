// What a client lets others see, and who sees what.

import Alongside
import Observation

/// What the screen of sharing shows.
public struct SharingState: KeptState, Equatable {
  /// The switches, of what the client was asked about; nothing before they were read.
  public internal(set) var switches: [SharingView]?
  /// Who reads which part, in plain words.
  public internal(set) var readers: [Readers] = []
  /// What is true of all of it.
  public internal(set) var alsoSees = ""
  public internal(set) var doing = Doing()
  public var loaded: Bool { switches != nil }
}

/// A client's share switches.
@MainActor
@Observable
public final class SharingModel: KeptModel {
  public internal(set) var state = SharingState()
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId

  /// The switches of the client whose case it is.
  public init(phone: Phone, case: CaseId) {
    (self.phone, self.case) = (phone, `case`)
  }

  /// Gives a yes again or takes it back.
  public func `switch`(_ purpose: SharingPurpose, yes: Bool) async {
    await act { try await phone.switchSharing(case: `case`, purpose: purpose, yes: yes) }
  }

  func read() async throws {
    state.readers = await phone.whoSeesWhat()
    state.alsoSees = await phone.alsoSees()
    state.switches = try await phone.sharing(case: `case`)
  }

  func emptied() -> SharingState { SharingState() }
}
