// Everybody a link worker supports, and finding words in what is on this phone.

import Alongside
import Foundation
import Observation

/// What the caseload shows.
public struct CaseloadState: KeptState, Equatable {
  /// Everybody, by name; nothing before they were read.
  public internal(set) var people: [CaseSummary]?
  /// How much this worker carries. It is for them and whoever supports them.
  public internal(set) var load: LoadView?
  /// Cases that may be of one person, for somebody to look at.
  public internal(set) var possibleDuplicates: [MatchView] = []
  /// The words that are looked for, as typed.
  public internal(set) var words = ""
  /// Records that hold them, best first.
  public internal(set) var found: [Found] = []
  /// The case that was just opened, until the screen has gone there.
  public internal(set) var opened: CaseId?
  public internal(set) var doing = Doing()
  public var loaded: Bool { people != nil }

  /// The people whose name holds the words; everybody while nothing is looked for.
  public var fitting: [CaseSummary] {
    let sought = words.trimmingCharacters(in: .whitespaces)
    let everybody = people ?? []
    return sought.isEmpty ? everybody : everybody.filter { holds("\($0.name) \($0.knownAs ?? "")", sought) }
  }

  /// Whose case it is.
  public func nameOf(_ case: CaseId) -> String? {
    people?.first { $0.case == `case` }?.name
  }
}

/// Whether a name holds these letters, whatever their case and accents.
private func holds(_ name: String, _ sought: String) -> Bool {
  name.range(of: sought, options: [.caseInsensitive, .diacriticInsensitive]) != nil
}

/// The caseload and its search.
@MainActor
@Observable
public final class CaseloadModel: KeptModel {
  public internal(set) var state = CaseloadState()
  let phone: Phone
  let turn = Turn()

  /// How many records a search shows at most.
  static let mostFound: UInt32 = 50

  /// The caseload of this phone.
  public init(phone: Phone) {
    self.phone = phone
  }

  /// Looks for words. An answer that a later keystroke has overtaken is not shown.
  public func typeSearch(_ words: String) async {
    state.words = words
    let refusal = await refusal(of: { try await look(for: words) })
    if let refusal, state.words == words { state.doing.refusal = refusal }
  }

  private func look(for words: String) async throws {
    let sought = words.trimmingCharacters(in: .whitespaces)
    let found = sought.isEmpty ? [] : try await phone.search(words: sought, limit: Self.mostFound)
    if state.words == words { state.found = found }
  }

  /// Opens a case for a client who is met for the first time.
  public func addClient(_ new: NewClient) async {
    await act { state.opened = try await phone.addClient(new: new) }
  }

  /// The screen has gone to the case that was opened.
  public func noteOpened() {
    state.opened = nil
  }

  func read() async throws {
    state.people = try await phone.caseload()
    state.load = try await phone.myLoad()
    state.possibleDuplicates = try await phone.possibleDuplicates()
  }
}
