// A client's first screen: who their link worker is, and when, how and why the two speak next.

import Alongside
import Observation

/// What a client's first screen shows.
public struct HomeState: KeptState, Equatable {
  /// Everything the screen shows; nothing before it was read.
  public internal(set) var home: ClientHome?
  /// What is being typed to the link worker.
  public internal(set) var words = ""
  public internal(set) var doing = Doing()
  public var loaded: Bool { home != nil }

  /// What the client asked for that waits for an answer.
  public var openWishes: [WishView] { home?.wishes.filter(\.open) ?? [] }
  /// What was answered.
  public var answered: [WishView] { home?.wishes.filter { $0.wish.answer != nil } ?? [] }
}

/// A client's first screen.
@MainActor
@Observable
public final class HomeModel: KeptModel, KeepsWords {
  public internal(set) var state = HomeState()
  let phone: Phone
  let turn = Turn()
  private let clock: ScreenClock
  @ObservationIgnored private var half: HalfSaid?

  /// The first screen of the client whose phone this is.
  public init(phone: Phone, clock: ScreenClock = .system) {
    (self.phone, self.clock) = (phone, clock)
  }

  /// What is asked for was typed. It is kept until it is asked.
  public func typeWords(_ words: String) {
    guard let half, !half.isSaying else { return }
    state.words = words
    half.type(.wish, words)
  }

  /// Asks for something about contact, with what was typed. The words stay on the screen when it is refused.
  @discardableResult
  public func wish(_ kind: WishKind) async -> Bool {
    guard let home = state.home else { return false }
    let words = filled(state.words)
    return await act {
      try await half(of: home).said { _ = try await phone.wishContact(case: home.case, wish: kind, words: words) }
      state.words = ""
    }
  }

  /// Takes a wish back.
  public func withdraw(_ wish: EntityId) async {
    await act { try await phone.withdrawWish(wish: wish) }
  }

  /// The client read that another link worker comes.
  public func noteChangeSeen(_ notice: EntityId) async {
    await act { try await phone.noteChangeSeen(notice: notice) }
  }

  /// The client's answer to "I know who my link worker is and how to reach them".
  public func sayRecognition(_ known: Bool) async {
    guard let home = state.home else { return }
    await act { try await phone.sayRecognition(case: home.case, known: known) }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await half?.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let home = try await phone.clientHome()
    let begun = try await half(of: home).begun([.wish])[.wish]
    if let begun, state.words.isEmpty { state.words = begun }
    state.home = home
  }

  private func half(of home: ClientHome) -> HalfSaid {
    if let half { return half }
    let fresh = HalfSaid(phone: phone, case: home.case, clock: clock)
    half = fresh
    return fresh
  }

  func emptied() -> HomeState { HomeState() }
}
