// A client says how a goal is going: a number, words, a photo, or any of them together.

import Alongside
import Observation

/// What the screen of a check-in shows.
public struct CheckInState: KeptState, Equatable {
  /// The goal; nothing before it was read.
  public internal(set) var goal: GoalView?
  /// From 0, nowhere near, to 10, all the way there; nothing while none was chosen, which is not nought.
  public internal(set) var score: Int64?
  /// The words, as typed.
  public internal(set) var words = ""
  /// The photo that was chosen. Unlike the number and the words it is on the phone only once it is said.
  public internal(set) var photo: NewPhoto?
  /// What the photo shows, as typed.
  public internal(set) var caption = ""
  /// How safe the words are.
  public internal(set) var kept = Kept.untouched
  /// Whether it was said. It is on this phone then, and goes with the next sync.
  public internal(set) var done = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { goal != nil }

  /// Whether nobody has entered anything.
  var isUntouched: Bool { score == nil && words.isEmpty && !done }
  /// Whether there is something to say.
  public var canSend: Bool { (score != nil || filled(words) != nil || photo != nil) && !done && !doing.busy }
}

/// A check-in on one goal. The number and the words that were not sent are there again, also after the phone was off.
@MainActor
@Observable
public final class CheckInModel: KeptModel, KeepsWords {
  public internal(set) var state = CheckInState()
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  private let goal: EntityId
  @ObservationIgnored private let half: HalfSaid

  /// A check-in on `goal`, by the client whose case it is.
  public init(phone: Phone, case: CaseId, goal: EntityId, clock: ScreenClock = .system) {
    (self.phone, self.case, self.goal) = (phone, `case`, goal)
    half = HalfSaid(phone: phone, case: `case`, about: goal, clock: clock)
    half.keepOtherwise = { [weak self] words in
      try await phone.keepCheckIn(goal: goal, score: self?.state.score, words: words)
    }
    half.tell = { [weak self] kept, refusal in self?.hear(kept, refusal) }
  }

  /// A number was chosen; chosen again, it is taken back.
  public func choose(_ score: Int64) async {
    state.score = state.score == score ? nil : score
    guard !half.isSaying else { return }
    if let refusal = await refusal(of: { try await keepAsItIs() }) { state.doing.refusal = refusal }
  }

  /// The words were typed.
  public func typeWords(_ words: String) {
    guard !half.isSaying, !state.done, words != state.words else { return }
    state.words = words
    half.type(.checkIn, words)
  }

  /// A photo was chosen, in the place of one that was chosen before; `prepare` makes it fit to be sent.
  public func choosePhoto(_ prepare: @MainActor () async throws -> NewPhoto) async {
    await act {
      let photo = try await prepare()
      if !state.done { state.photo = photo }
    }
  }

  /// The photo is not to go along after all.
  public func removePhoto() {
    if !half.isSaying { (state.photo, state.caption) = (nil, "") }
  }

  /// What the photo shows was typed.
  public func typeCaption(_ caption: String) {
    if !half.isSaying { state.caption = caption }
  }

  /// Says it. What was typed stays on the screen when it is refused.
  public func send() async {
    guard state.canSend else { return }
    await act {
      try await half.said { try await say() }
      (state.done, state.score, state.words, state.photo, state.caption) = (true, nil, "", nil, "")
    }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await half.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let view = try await phone.goals(case: `case`).first { $0.id == goal }
    guard let view else { throw AlongsideError.NotFound }
    let begun = state.isUntouched ? try await phone.begunCheckIn(goal: goal) : nil
    state.goal = view
    if let begun, state.isUntouched {
      half.goesOn(.checkIn, with: begun.words)
      (state.score, state.words, state.kept) = (begun.score, begun.words, .saved)
    }
  }

  func emptied() -> CheckInState { CheckInState() }

  private func hear(_ kept: Kept, _ refusal: Refusal?) {
    state.kept = kept
    if let refusal { state.doing.refusal = refusal }
  }

  private func say() async throws {
    let words = filled(state.words)
    guard let chosen = state.photo else {
      _ = try await phone.checkIn(goal: goal, score: state.score, words: words)
      return
    }
    let photo = NewPhoto(jpeg: chosen.jpeg, preview: chosen.preview, caption: filled(state.caption))
    _ = try await phone.checkInWithPhoto(goal: goal, photo: photo, score: state.score, words: words)
  }

  private func keepAsItIs() async throws {
    try await phone.keepCheckIn(goal: goal, score: state.score, words: state.words)
  }
}
