// Everybody a link worker supports, and finding words in what is on this phone.

import Alongside
import Foundation
import Observation

/// Somebody new, as they are being entered.
public struct ClientForm: FormOfWords, Equatable, Sendable {
  /// Their name; the one thing that is needed.
  public var name = ""
  /// What they like to be called.
  public var knownAs = ""
  /// The year of their birth, as it was typed.
  public var birthYear = ""
  /// Their telephone number.
  public var phone = ""
  /// Where they live.
  public var address = ""
  /// How it is safe to reach them, in words.
  public var safeContact = ""

  /// Nothing is entered yet.
  public init() {}

  /// The words in it, by what they are for.
  static let words: [WordsFor: WritableKeyPath<ClientForm, String> & Sendable] = [
    .clientName: \.name, .clientKnownAs: \.knownAs, .clientPhone: \.phone, .clientAddress: \.address,
    .clientSafeContact: \.safeContact,
  ]

  /// As the core takes it.
  var client: NewClient {
    NewClient(
      name: name.trimmingCharacters(in: .whitespacesAndNewlines), knownAs: filled(knownAs),
      birthYear: Int64(birthYear.trimmingCharacters(in: .whitespaces)), phone: filled(phone), address: filled(address),
      safeContact: filled(safeContact))
  }
}

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
  /// Somebody new who is being entered.
  public internal(set) var form = ClientForm()
  /// The case that was just opened, until the screen has gone there.
  public internal(set) var opened: CaseId?
  public internal(set) var doing = Doing()
  public var loaded: Bool { people != nil }

  /// Whether there is somebody to open a case for.
  public var canAdd: Bool { filled(form.name) != nil && !doing.busy }

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
public final class CaseloadModel: KeptModel, KeepsWords {
  public internal(set) var state = CaseloadState()
  let phone: Phone
  let turn = Turn()
  @ObservationIgnored private let half: HalfSaid

  /// How many records a search shows at most.
  static let mostFound: UInt32 = 50

  /// The caseload of this phone.
  public init(phone: Phone, clock: ScreenClock = .system) {
    self.phone = phone
    half = HalfSaid(phone: phone, clock: clock)
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

  /// Somebody new was entered or changed. The words are kept until the case is opened.
  public func enter(_ form: ClientForm) {
    guard !half.isSaying else { return }
    state.form = form
    for (place, words) in ClientForm.words { half.type(place, form[keyPath: words]) }
  }

  /// Opens a case for who was entered. It works with no signal; ``CaseloadState/opened`` is the case then.
  public func addClient() async {
    await act {
      try await half.said { state.opened = try await phone.addClient(new: state.form.client) }
      state.form = ClientForm()
    }
  }

  /// The screen has gone to the case that was opened.
  public func noteOpened() {
    state.opened = nil
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await half.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let begun = try await half.begun(Array(ClientForm.words.keys))
    state.form.goOn(with: begun, in: ClientForm.words)
    state.people = try await phone.caseload()
    state.load = try await phone.myLoad()
    state.possibleDuplicates = try await phone.possibleDuplicates()
  }
}
