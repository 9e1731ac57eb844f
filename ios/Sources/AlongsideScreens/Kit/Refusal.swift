// What a screen says when a call did not go through: the error, and the one thing that helps. Knows no words for people;
// the app has those.

import Alongside

/// A call that did not go through. Nothing a person wrote is lost by one.
public struct Refusal: Error, Equatable, Sendable {
  /// What the core said.
  public let error: AlongsideError
  /// What helps.
  public let next: NextStep

  /// A refusal with what helps against it.
  public init(_ error: AlongsideError) {
    self.error = error
    next = NextStep(after: error)
  }

  /// Whatever was thrown, as a refusal. What is no error of the core is a fault of the app.
  init(thrown: any Error) {
    self.init(thrown as? AlongsideError ?? .Unexpected(reference: "screen"))
  }
}

/// What a person can do after a refusal.
public enum NextStep: Equatable, Sendable {
  /// Go on working; it is tried again when there is a connection.
  case carryOn
  /// Open a browser: a guest network wants to be signed in to.
  case signInToNetwork
  /// Ask for a new code and enrol this phone again.
  case enrolAgain
  /// Update the app.
  case updateApp
  /// Go back: it is not on this phone, or not this person's to do.
  case goBack
  /// Put a field right.
  case correct(field: String, reason: InvalidReason)
  /// Make room on the phone.
  case freeSpace
  /// Wait until the phone was unlocked, and try again.
  case tryAgain
  /// Save what can be saved of a file that cannot be read: see ``RescueModel``.
  case rescue
  /// Ask for help, with this word for whoever gives it.
  case askForHelp(reference: String)

  init(after error: AlongsideError) {
    switch error {
    case .Offline(why: .notOurServer): self = .signInToNetwork
    case .Offline: self = .carryOn
    case .SignInAgain: self = .enrolAgain
    case .UpdateApp, .Storage(what: .newer): self = .updateApp
    case .NotFound, .NotAllowed: self = .goBack
    case .Invalid(let field, let reason): self = .correct(field: field, reason: reason)
    case .Storage(what: .full): self = .freeSpace
    case .Storage(what: .locked): self = .tryAgain
    case .Storage(what: .damaged), .Storage(what: .missing): self = .rescue
    case .Storage(let what): self = .askForHelp(reference: "storage_\(what)")
    case .Unexpected(let reference): self = .askForHelp(reference: reference)
    }
  }
}
