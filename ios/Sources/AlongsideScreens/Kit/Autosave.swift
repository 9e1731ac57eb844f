// Words on their way from the keyboard to the disk. Knows nothing of notes: what keeps them is handed in.

import Alongside

/// How safe the words on a screen are.
public enum Kept: Equatable, Sendable {
  /// Nobody has typed.
  case untouched
  /// The last letters are not on the disk yet: at most a second or twenty characters of them.
  case typed
  /// Every letter is on the disk.
  case saved
  /// They could not be put on the disk: the words are on the screen only.
  case notSaved
}

/// A screen with words that must be on the disk before the app is put away.
@MainActor
public protocol KeepsWords: AnyObject {
  /// Writes what was typed to the disk. When it returns the words are there, or the state says that they are not.
  func keep() async
}

/// Hands words to the core at every keystroke, in order and never twice at once; keystrokes that arrive meanwhile are handed
/// over together. When the core asks for the words again because nobody typed on, it gets them.
@MainActor
final class Autosave {
  private let clock: ScreenClock
  private let handOver: @MainActor (String) async throws -> Typed
  private let keepText: @MainActor (String) async throws -> Void
  private let tell: @MainActor (Kept, Refusal?) -> Void
  private let pen = Turn()
  private var newest: String?
  private var onDisk: String?
  private var reminder: Task<Void, Never>?

  /// `handOver` is called with the whole text, `keep` when it must be on the disk now; `tell` hears how safe the words are.
  init(
    clock: ScreenClock,
    handOver: @escaping @MainActor (String) async throws -> Typed,
    keep: @escaping @MainActor (String) async throws -> Void,
    tell: @escaping @MainActor (Kept, Refusal?) -> Void
  ) {
    (self.clock, self.handOver, keepText, self.tell) = (clock, handOver, keep, tell)
  }

  /// For words that are on the disk each time they were handed over.
  convenience init(
    clock: ScreenClock,
    keep: @escaping @MainActor (String) async throws -> Void,
    tell: @escaping @MainActor (Kept, Refusal?) -> Void
  ) {
    let handOver: @MainActor (String) async throws -> Typed = { words in
      try await keep(words)
      return .saved
    }
    self.init(clock: clock, handOver: handOver, keep: keep, tell: tell)
  }

  /// Takes the whole text after a keystroke. The last letters reach the disk although the screen closes meanwhile.
  func type(_ text: String) {
    newest = text
    tell(.typed, nil)
    reminder?.cancel()
    Task { await handOverNewest() }
  }

  /// Puts what was typed on the disk now. Gives what it ran into.
  func keepNow() async -> Refusal? {
    reminder?.cancel()
    await pen.begin()
    defer { pen.end() }
    guard let text = newest, text != onDisk else { return nil }
    do {
      try await keepText(text)
      report(saved: text)
      return nil
    } catch {
      return report(thrown: error)
    }
  }

  /// Forgets the words. Returns when none of them is on its way any more.
  func forget() async {
    reminder?.cancel()
    await pen.begin()
    defer { pen.end() }
    (newest, onDisk) = (nil, nil)
  }

  private func handOverNewest() async {
    await pen.begin()
    defer { pen.end() }
    guard let text = newest, text != onDisk else { return }
    do {
      switch try await handOver(text) {
      case .saved: report(saved: text)
      case .saveWithin(let milliseconds): remind(within: milliseconds)
      }
    } catch {
      report(thrown: error)
    }
  }

  private func remind(within milliseconds: UInt64) {
    reminder?.cancel()
    reminder = Task {
      await clock.pause(milliseconds)
      if !Task.isCancelled { await handOverNewest() }
    }
  }

  private func report(saved text: String) {
    onDisk = text
    if newest == text { tell(.saved, nil) }
  }

  @discardableResult
  private func report(thrown error: any Error) -> Refusal {
    let refusal = Refusal(thrown: error)
    tell(.notSaved, refusal)
    return refusal
  }
}
