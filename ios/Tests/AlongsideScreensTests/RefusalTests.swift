import Alongside
import Testing

@testable import AlongsideScreens

/// What helps after each error of the core.
struct RefusalTests {
  @Test(
    arguments: [
      (.Offline(why: .unreachable), .carryOn),
      (.Offline(why: .notOurServer), .signInToNetwork),
      (.SignInAgain, .enrolAgain),
      (.UpdateApp, .updateApp),
      (.NotFound, .goBack),
      (.NotAllowed, .goBack),
      (.Invalid(field: "wording", reason: .empty), .correct(field: "wording", reason: .empty)),
      (.Storage(what: .full), .freeSpace),
      (.Storage(what: .locked), .tryAgain),
      (.Storage(what: .newer), .updateApp),
      (.Storage(what: .damaged), .rescue),
      (.Storage(what: .missing), .rescue),
      (.Storage(what: .wrongKey), .askForHelp(reference: "storage_wrongKey")),
      (.Unexpected(reference: "nonsense"), .askForHelp(reference: "nonsense")),
    ] as [(AlongsideError, NextStep)])
  func eachErrorSaysWhatHelps(error: AlongsideError, next: NextStep) {
    #expect(Refusal(error).next == next)
  }

  @Test func whatIsNoErrorOfTheCoreIsAFaultOfTheApp() {
    #expect(Refusal(thrown: CancellationError()).next == .askForHelp(reference: "screen"))
  }
}
