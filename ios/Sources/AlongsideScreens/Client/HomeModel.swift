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
public final class HomeModel: KeptModel {
  public internal(set) var state = HomeState()
  let phone: Phone
  let turn = Turn()

  /// The first screen of the client whose phone this is.
  public init(phone: Phone) {
    self.phone = phone
  }

  /// The words were typed.
  public func typeWords(_ words: String) {
    state.words = words
  }

  /// Asks for something about contact, with what was typed. The words stay on the screen when it is refused.
  @discardableResult
  public func wish(_ kind: WishKind) async -> Bool {
    guard let home = state.home else { return false }
    let words = filled(state.words)
    return await act {
      _ = try await phone.wishContact(case: home.case, wish: kind, words: words)
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

  func read() async throws {
    state.home = try await phone.clientHome()
  }

  func emptied() -> HomeState { HomeState() }
}
