// Picking a service with a client: several kinds of help side by side, and a look before any form is filled in.

import Alongside
import Observation

/// A service that is looked at.
public struct ServiceDetail: Equatable, Sendable {
  /// The service with what colleagues know.
  public let view: ServiceView
  /// Whether it is likely to take this client.
  public let eligibility: EligibilityView
  /// Help like it that the client has or waits for already.
  public let duplicates: [Finding]
}

/// What the picker shows.
public struct ServicePickerState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// The need it is for, when there is one.
  public let need: EntityId?
  /// What is looked for.
  public internal(set) var search = ServiceSearch()
  /// The shelves; nothing before they were read.
  public internal(set) var picker: ServicePicker?
  /// The service that is looked at; nothing while the shelves are.
  public internal(set) var detail: ServiceDetail?
  public internal(set) var doing = Doing()
  public var loaded: Bool { picker != nil }
}

/// The picker of services for one client.
@MainActor
@Observable
public final class ServicePickerModel: KeptModel {
  public internal(set) var state: ServicePickerState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  private let need: EntityId?

  /// A picker for `case`, by a need when one is given.
  public init(phone: Phone, case: CaseId, need: EntityId? = nil) {
    (self.phone, self.case, self.need) = (phone, `case`, need)
    state = ServicePickerState(case: `case`, need: need)
  }

  /// Looks for something else.
  public func search(_ search: ServiceSearch) async {
    state.search = search
    await refresh()
  }

  /// Looks at one service before any form is filled in.
  public func look(_ service: EntityId) async {
    await act { try await readDetail(service) }
  }

  /// Goes back to the shelves.
  public func lookAtAll() {
    state.detail = nil
  }

  /// Says that a service is as the directory has it.
  public func confirm(_ service: EntityId) async {
    await act {
      try await phone.confirmService(service: service)
      try await readDetail(service)
    }
  }

  /// Adds what this worker found out about a service.
  @discardableResult
  public func addKnowledge(_ service: EntityId, _ new: NewKnowledge) async -> Bool {
    await act {
      _ = try await phone.addLocalKnowledge(service: service, new: new)
      try await readDetail(service)
    }
  }

  func read() async throws {
    let search = state.search
    let picker = try await phone.pickService(case: `case`, need: need, search: search)
    // A search that was changed meanwhile reads its own.
    if search == state.search { state.picker = picker }
  }

  func emptied() -> ServicePickerState { ServicePickerState(case: `case`, need: need) }

  private func readDetail(_ service: EntityId) async throws {
    let (free, language) = (state.search.free, state.search.language)
    state.detail = ServiceDetail(
      view: try await phone.service(service: service),
      eligibility: try await phone.checkEligibility(case: `case`, service: service, free: free, language: language),
      duplicates: try await phone.duplicateOffers(case: `case`, service: service))
  }
}
