// What is on this phone only, and the exchange with the service.

import Alongside
import Observation

/// What the sync line and its screen show. (The core's own `SyncState` is the account itself.)
public struct SyncScreenState: KeptState, Equatable {
  /// The honest account; nothing before it was read.
  public internal(set) var sync: SyncState?
  /// Changes that did not simply apply, newest first. Nothing written in them is lost.
  public internal(set) var remarks: [Remark] = []
  /// What the last exchange did that was asked for here.
  public internal(set) var report: SyncReport?
  public internal(set) var doing = Doing()
  public var loaded: Bool { sync != nil }

  /// Whether everything on this phone is with the service, photos too.
  public var allSent: Bool { sync?.unsent == 0 && sync?.photosUnsent == 0 }
}

/// The exchange with the service.
@MainActor
@Observable
public final class SyncModel: KeptModel {
  public internal(set) var state = SyncScreenState()
  let phone: Phone
  let turn = Turn()
  private let deadline: UInt64

  /// The exchange of this phone, which may take `deadline` milliseconds: as long as a person watches a screen.
  public init(phone: Phone, deadline: UInt64 = 60_000) {
    (self.phone, self.deadline) = (phone, deadline)
  }

  /// Exchanges everything now. When that does not go through, the account still says what is on this phone only.
  public func synchronise() async {
    if await act({ show(try await unlessUnderWay { try await phone.synchronise(deadlineMs: deadline) }) }) { return }
    await refresh()
  }

  /// Exchanges everything, and then compares all of this phone with the service.
  public func verify() async {
    if await act({ show(try await unlessUnderWay { try await phone.verify(deadlineMs: deadline) }) }) { return }
    await refresh()
  }

  private func show(_ report: SyncReport?) {
    if let report { state.report = report }
  }

  /// Calls the exchange off. What was exchanged is kept.
  public func callOff() {
    phone.cancelSync()
  }

  func read() async throws {
    state.sync = try await phone.syncState()
    state.remarks = try await phone.remarks()
  }
}
