// What every screen's model has in common: a state to show, actions one after another, refusals shown and not thrown.

import Alongside

/// What a screen is doing besides showing: working on an action, and the last thing that did not go through.
public struct Doing: Equatable, Sendable {
  /// Whether an action is under way: buttons wait for it.
  public internal(set) var busy = false
  /// What the last action ran into; nothing when it went through.
  public internal(set) var refusal: Refusal?
}

/// What a screen has to show.
public enum Phase: Equatable, Sendable {
  /// Nothing yet.
  case loading
  /// Its content.
  case shown
  /// Nothing but why there is nothing: see ``Doing/refusal``.
  case refused
}

/// The immutable state of a screen. It holds nothing of a platform, and no sentence but what the core gave.
public protocol ScreenState: Sendable {
  /// What is under way, and what did not go through.
  var doing: Doing { get }
  /// Whether there is anything to show.
  var loaded: Bool { get }
}

extension ScreenState {
  /// What the screen has to show.
  public var phase: Phase {
    if loaded { return .shown }
    return doing.refusal == nil ? .loading : .refused
  }
}

/// The state holder of a screen. It is told of every touch; the screen shows ``state`` and decides nothing. What it does is
/// done when its method returns, one thing after another in the order of the touches.
@MainActor
public protocol ScreenModel: AnyObject {
  /// What the screen shows.
  associatedtype State: ScreenState
  /// What the screen shows now.
  var state: State { get }
  /// Reads again what is shown. What is on the screen stays there until it has been read.
  func refresh() async
  /// Reads what is shown, and again whenever something was saved or arrived, until the task is cancelled.
  func follow() async
  /// Puts away the refusal that is shown, as when the person has read it.
  func dismissRefusal()
}

/// A state that the functions below keep.
protocol KeptState: ScreenState {
  var doing: Doing { get set }
}

/// A model that the functions below serve.
@MainActor
protocol KeptModel: ScreenModel where State: KeptState {
  var state: State { get set }
  var phone: Phone { get }
  var turn: Turn { get }
  /// Reads from the core and puts it into the state.
  func read() async throws
  /// The state when its record is no longer on this phone: nothing of a person stays on the screen.
  func emptied() -> State
}

extension KeptModel {
  func emptied() -> State { state }

  public func refresh() async {
    await turn.begin()
    defer { turn.end() }
    guard let refusal = await refusal(of: { try await read() }) else { return }
    if refusal.next == .goBack { state = emptied() }
    state.doing.refusal = refusal
  }

  /// Runs one of the core's use cases when those before are through, and reads again what is shown. Says whether it was done.
  @discardableResult
  func act(_ what: @MainActor () async throws -> Void) async -> Bool {
    await turn.begin()
    defer { turn.end() }
    state.doing = Doing(busy: true)
    var done = false
    let refusal = await refusal(of: {
      try await what()
      done = true
      try await read()
    })
    state.doing = Doing(refusal: refusal)
    return done
  }

  /// What `what` ran into; nothing when it went through.
  func refusal(of what: @MainActor () async throws -> Void) async -> Refusal? {
    do {
      try await what()
      return nil
    } catch {
      return Refusal(thrown: error)
    }
  }

  public func follow() async {
    // Listening begins first, so that nothing falls between the first reading and it.
    let changes = phone.changes()
    await refresh()
    for await _ in changes { await refresh() }
  }

  public func dismissRefusal() {
    state.doing.refusal = nil
  }
}

/// One thing at a time, in the order in which they came.
@MainActor
final class Turn {
  private var taken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Returns when everything that came before is done.
  func begin() async {
    if taken {
      await withCheckedContinuation { waiting.append($0) }
    }
    taken = true
  }

  /// Lets the next one begin.
  func end() {
    if waiting.isEmpty { taken = false } else { waiting.removeFirst().resume() }
  }
}
