#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// What did not go through, in plain words, and what a person can do now. Nobody is to blame.
  func words(for refusal: Refusal) -> LocalizedStringKey {
    switch refusal.error {
    case .Offline(let why): words(for: why)
    case .SignInAgain:
      "The service no longer knows this phone. Ask for a new code. Do not delete the app: it keeps what you wrote."
    case .UpdateApp: "This needs a newer version of the app. Please update it. What you wrote is safe."
    case .NotFound: "This is not on this phone any more."
    case .NotAllowed: "This phone may not do that."
    case .Invalid(field: "photo", _), .Invalid(field: "preview", _):
      "This photo cannot be used. Please choose another one."
    case .Invalid(let field, let reason): words(for: reason, of: field)
    case .Storage(let what): words(for: what)
    case .Unexpected(let reference):
      "Something went wrong that should not have. What was saved is safe. If you ask for help, say this word: \(reference)"
    }
  }

  private func words(for why: OfflineReason) -> LocalizedStringKey {
    switch why {
    case .unreachable: "There is no connection just now. What you wrote is safe on this phone and goes out later."
    case .tooSlow, .outOfTime:
      "The connection is very slow. What you wrote is safe on this phone and goes out later."
    case .cutOff: "The connection broke off. What you wrote is safe on this phone and goes out later."
    case .notOurServer:
      "Something else answered in place of the service. If this is a guest Wi-Fi, open your browser and sign in to it first."
    case .serverBusy: "The service is busy. It is tried again by itself."
    case .cancelled: "It was stopped. What was done until then is kept."
    case .alreadyRunning: "This is happening already."
    }
  }

  private func words(for reason: InvalidReason, of field: String) -> LocalizedStringKey {
    switch reason {
    case .empty: "Something is still empty here."
    case .tooLong: "This is too long. Please make it shorter."
    case .outOfRange: "This is more or less than it can be."
    case .wrongType: "This cannot be used as it is written. Please look at it again."
    case .unknown:
      field == "code"
        ? "The service does not know this code. Please look at it again." : "The service does not know this."
    case .alreadySealed: "This was signed already and stays as it is."
    case .needsReason: "Please say why."
    case .notShared: "The person has not agreed that this is passed on."
    case .undecided: "Something has to be decided first."
    case .notFromHere: "This cannot be done as things are now."
    case .overlaps: "Something else is planned for the same time."
    case .notYet: "Something else has to come first."
    case .blocked: "This is not safe for this person, or does not work for them."
    case .used: "This code was used before. Ask for a new one."
    case .expired: "This code is too old. Ask for a new one."
    case .unsigned, .notTrusted, .damaged, .noLicence, .unusable:
      "This set of questions cannot be used. Ask whoever gave it to you for a new one."
    }
  }

  private func words(for what: StorageProblem) -> LocalizedStringKey {
    switch what {
    case .full: "This phone is full. Make some room, then try again. Do not delete this app."
    case .locked:
      "The phone is holding back what this app needs. Try again in a moment, or start the phone again."
    case .newer: "This needs a newer version of the app. Please update it. What you wrote is safe."
    case .wrongKey:
      "The key to what is kept on this phone is gone, so it cannot be opened here any more. What was sent is safe with the service. Ask it for help before you delete the app."
    case .damaged, .missing:
      "What is kept on this phone cannot be read. Do not delete the app: some of it may be saved."
    case .folder:
      "Alongside cannot get at what is kept on this phone. Ask the service for help, and do not delete the app."
    }
  }
#endif
