// Ending the support, or not: what stands open is seen first.

import Alongside
import Observation

/// An ending as it is being entered.
public struct EndingForm: FormOfWords, Equatable, Sendable {
  /// Why the support ends; nothing while nothing was chosen.
  public var reason: EndReason?
  /// What the client says of it, in their words.
  public var clientView = ""
  /// Whether the client agrees.
  public var agreed = false
  /// Why it ends although something stands open.
  public var why = ""
  /// Who took a second look.
  public var secondBy = ""

  /// Nothing entered yet.
  public init() {}

  /// The words in it, by what they are for.
  static let words: [WordsFor: WritableKeyPath<EndingForm, String> & Sendable] = [
    .endingClientView: \.clientView, .endingWhy: \.why, .endingSecondBy: \.secondBy,
  ]

  /// As the core takes it; nothing before a reason was chosen.
  var ending: NewEnding? {
    reason.map {
      NewEnding(
        reason: $0, clientView: filled(clientView), agreed: agreed, why: filled(why), secondBy: filled(secondBy))
    }
  }
}

/// What the screen of an ending shows.
public struct ClosureState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// What was decided each time somebody looked at an ending, newest first; nothing before it was read.
  public internal(set) var decided: [ClosureView]?
  /// The ending as it is being entered.
  public internal(set) var form = EndingForm()
  /// What stands open and what stands against it; nothing before a reason was chosen.
  public internal(set) var check: EndingCheck?
  /// What is still to be tried before the client counts as out of reach.
  public internal(set) var toTry: [Finding] = []
  /// Whether the support is under way.
  public internal(set) var underWay = false
  /// Whether it was ended here.
  public internal(set) var ended = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { decided != nil }

  /// Whether nothing stands against the ending as it was entered.
  public var canEnd: Bool { check != nil && check?.against == nil && !ended && !doing.busy }
}

/// The end, or the pause, of supporting one client.
@MainActor
@Observable
public final class ClosureModel: KeptModel, KeepsWords {
  public internal(set) var state: ClosureState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  @ObservationIgnored private let half: HalfSaid

  /// The support of `case`.
  public init(phone: Phone, case: CaseId, clock: ScreenClock = .system) {
    (self.phone, self.case) = (phone, `case`)
    half = HalfSaid(phone: phone, case: `case`, clock: clock)
    state = ClosureState(case: `case`)
  }

  /// Something of the ending was entered: what stands against it is looked at anew. Its words are kept.
  public func enter(_ form: EndingForm) async {
    (state.form, state.check) = (form, nil)
    for (place, words) in EndingForm.words { half.type(place, form[keyPath: words]) }
    let refusal = await refusal(of: {
      guard let ending = form.ending else { return }
      let check = try await phone.checkEnding(case: `case`, ending: ending)
      if form == state.form { state.check = check }
    })
    if let refusal { state.doing.refusal = refusal }
  }

  /// Ends the support as it was entered.
  public func end() async {
    guard state.canEnd, let ending = state.form.ending else { return }
    await act {
      try await half.said { _ = try await phone.endEpisode(case: `case`, ending: ending) }
      state.ended = true
    }
  }

  /// The support goes on.
  @discardableResult
  public func goOn(why: String) async -> Bool { await decide(.goOn, why) }

  /// The support pauses, with the door open.
  @discardableResult
  public func pause(why: String) async -> Bool { await decide(.pause, why) }

  /// A second person looks first.
  @discardableResult
  public func askForSecondLook(why: String) async -> Bool { await decide(.secondLook, why) }

  /// Nobody could be reached, and enough was tried: a pause with the door open, and what got in the way.
  @discardableResult
  public func pauseWithDoorOpen(barrier: String) async -> Bool {
    await act { try await phone.pauseWithDoorOpen(case: `case`, barrier: barrier) }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await half.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let begun = try await half.begun(Array(EndingForm.words.keys))
    state.form.goOn(with: begun, in: EndingForm.words)
    state.underWay = try await phone.episodes(case: `case`).first?.episode.status == .active
    state.toTry = try await phone.checkLostContact(case: `case`)
    state.decided = try await phone.closureChecks(case: `case`)
  }

  func emptied() -> ClosureState { ClosureState(case: `case`) }

  private func decide(_ decision: ClosureDecision, _ why: String) async -> Bool {
    let view = filled(state.form.clientView)
    return await act {
      _ = try await phone.decideClosure(case: `case`, decision: decision, why: why, clientView: view)
    }
  }
}
