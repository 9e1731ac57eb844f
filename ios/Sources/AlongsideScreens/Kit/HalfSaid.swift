// Words that are being put together in a place of a screen: there again later, and gone once they were said.

import Alongside
import Observation

/// Keeps what is typed in one or several places that are about the same, as safely as a note. Call ``goOn(_:)`` to go on with
/// what was begun, ``say(_:_:)`` to say it, and ``keep()`` when the screen is left.
@MainActor
@Observable
public final class HalfSaid: KeepsWords {
  /// The words of each place, as they stand on the screen; nothing where nobody typed and nothing was begun.
  public private(set) var words: [WordsFor: String] = [:]
  /// How safe the words are that were typed last.
  public private(set) var kept = Kept.untouched
  /// What they ran into; nothing when they are safe.
  public private(set) var refusal: Refusal?
  /// Whether the words are being said now: what is typed meanwhile would come too late, and is not taken.
  @ObservationIgnored public private(set) var isSaying = false
  private let phone: Phone
  private let `case`: CaseId?
  private let about: String?
  private let clock: ScreenClock
  /// Puts words on the disk now, where that is done otherwise.
  @ObservationIgnored var keepOtherwise: (@MainActor (String) async throws -> Void)?
  /// Hears how safe the words are that were typed last.
  @ObservationIgnored var tell: @MainActor (Kept, Refusal?) -> Void = { _, _ in }
  @ObservationIgnored private var saves: [WordsFor: Autosave] = [:]
  @ObservationIgnored private var asked: Set<WordsFor> = []

  /// Places of `case` that are about the same record, or about the case itself.
  public init(phone: Phone, case: CaseId? = nil, about: String? = nil, clock: ScreenClock = .system) {
    (self.phone, self.case, self.about, self.clock) = (phone, `case`, about, clock)
  }

  /// Goes on with what was begun in this place.
  public func goOn(_ place: WordsFor) async {
    do { _ = try await begun([place]) } catch { hear(kept, Refusal(thrown: error)) }
  }

  /// The words of a place, whole, after a keystroke.
  public func type(_ place: WordsFor, _ text: String) {
    let before = words[place]
    guard !isSaying, text != before, before != nil || !text.isEmpty else { return }
    words[place] = text
    (saves[place] ?? save(place)).type(text)
  }

  /// The words of a place as they stand on the screen; `first` where nobody typed and nothing was begun.
  public func said(_ place: WordsFor, or first: String) -> String {
    words[place].flatMap { $0.isEmpty && saves[place] == nil ? nil : $0 } ?? first
  }

  /// Says the words of a place; `what` says whether it went through, and then none of them stays.
  public func say(_ place: WordsFor, _ what: @MainActor (String) async -> Bool) async {
    do {
      try await said { if !(await what(words[place] ?? "")) { throw NotSaid() } }
    } catch let error as AlongsideError {
      hear(.notSaved, Refusal(error))
    } catch {
      // Why is said where it was tried; the words stay.
    }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    _ = await keepNow()
  }

  /// Forgets the words: they were said elsewhere, or are not needed.
  public func forget() async {
    do { try await end() } catch { hear(kept, Refusal(thrown: error)) }
  }

  /// What was begun in these places and not said, when they are come to for the first time; what was typed since stands.
  func begun(_ places: [WordsFor]) async throws -> [WordsFor: String] {
    var found: [WordsFor: String] = [:]
    for place in places where !asked.contains(place) {
      let begun = try await phone.begunWords(saying: saying(place)) ?? ""
      asked.insert(place)
      if goesOn(place, with: begun), !begun.isEmpty { found[place] = begun }
    }
    return found
  }

  /// The screen goes on with these words in a place. False when others were typed there meanwhile.
  @discardableResult
  func goesOn(_ place: WordsFor, with begun: String) -> Bool {
    guard words[place] == nil else { return false }
    words[place] = begun
    return true
  }

  /// Does `what`, which says the words. None of them is on its way any more then, and none stays when it went through.
  func said(_ what: @MainActor () async throws -> Void) async throws {
    isSaying = true
    defer { isSaying = false }
    if let refusal = await keepNow() { throw refusal.error }
    try await what()
    try await end()
  }

  /// Puts what was typed on the disk now. Gives what it ran into.
  func keepNow() async -> Refusal? {
    var met: Refusal?
    for save in saves.values { met = await save.keepNow() ?? met }
    return met
  }

  private func end() async throws {
    let places = words.keys
    for save in saves.values { await save.forget() }
    (words, saves, kept) = ([:], [:], .untouched)
    // What was said ended there and then; what was typed and not needed ends here.
    for place in places where try await phone.begunWords(saying: saying(place)) != nil {
      try await phone.keepWords(saying: saying(place), words: "")
    }
  }

  private func saying(_ place: WordsFor) -> Saying {
    Saying(wordsFor: place, case: `case`, about: about)
  }

  private func save(_ place: WordsFor) -> Autosave {
    let (phone, saying, keepOtherwise) = (phone, saying(place), keepOtherwise)
    let save = Autosave(
      clock: clock, handOver: { try await phone.typeWords(saying: saying, words: $0) },
      keep: { words in
        if let keepOtherwise { return try await keepOtherwise(words) }
        try await phone.keepWords(saying: saying, words: words)
      }, tell: { [weak self] kept, refusal in self?.hear(kept, refusal) })
    saves[place] = save
    return save
  }

  private func hear(_ kept: Kept, _ refusal: Refusal?) {
    (self.kept, self.refusal) = (kept, refusal)
    tell(kept, refusal)
  }
}

/// What was to be said did not go through.
private struct NotSaid: Error {}

/// A form with words in it.
protocol FormOfWords {}

extension FormOfWords {
  /// Goes on with words that were begun before, where there are none yet.
  mutating func goOn(
    with begun: [WordsFor: String], in places: [WordsFor: WritableKeyPath<Self, String> & Sendable]
  ) {
    for (place, words) in begun {
      guard let field = places[place], self[keyPath: field].isEmpty else { continue }
      self[keyPath: field] = words
    }
  }
}
