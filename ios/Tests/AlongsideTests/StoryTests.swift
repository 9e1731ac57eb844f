import Alongside
import AlongsideTesting
import Foundation
import Testing

/// The story, from a home visit with no signal to the supervisor's page, through the real library and a real server. It is
/// told in Kotlin and Python too.
///
/// Everybody and everything in it is invented.
struct StoryTests {
  let scratch: Scratch
  let service: LocalServer

  init() throws {
    scratch = try Scratch()
    service = try LocalServer(in: scratch.folder)
  }

  @Test func aNoteWrittenWithNoSignalReachesTheSupervisor() async throws {
    let password = try service.makeSupervisor("Ruth Adeyemi", login: "ruth")
    let sana = try await InHand(in: scratch.folder, named: "link worker")
    let me = try await sana.enrol(at: service, as: "link_worker", named: "Sana Iqbal")
    #expect(me.role == .linkWorker)

    // On a home visit, with no signal.
    sana.line.isOn = false
    let visit = HomeVisit(by: sana)
    let delyth = try await visit.opensACase()
    try await visit.asksWhatMattersFirst(delyth)
    let note = try await visit.writesANote(delyth)
    let goal = try await visit.agreesAGoal(delyth)
    let sheet = try await visit.holdsAnAssessmentInTwoSittings(delyth)
    let draft = try await visit.beginsANoteForHerself(delyth)
    let unsent = try await visit.hearsThatAllOfItIsOnThisPhoneOnly()

    // Back in town.
    sana.line.isOn = true
    #expect(try await sana.phone.synchronise().sent == unsent)
    let state = try await sana.phone.syncState()
    #expect(state.unsent == 0 && state.problem == nil && state.remarks == 0)

    let after = AfterTheVisit(service: service, folder: scratch.folder, case: delyth)
    let client = try await after.becomesTheClientsOwnCase()
    try await after.seesTheirGoalAndWhoComesWhen(client)
    try await after.doesAStepAndSaysHowItGoes(client)
    try await after.seesWhatTheClientDid(sana, goal)
    try await after.cannotBeSubmittedAgain(sana, sheet)

    let callum = try await after.handsTheCaseOver(from: sana)
    try await after.readsWhatWasSignedAndNobodysDraft(callum, note, draft)
    try await after.hearsOfTheChange(client)

    try await after.isReceivedOnce(password)
    _ = try await callum.phone.synchronise()
    try await after.isReceivedOnce(password)
  }
}

/// What is written in the story.
enum Words {
  static let note =
    "Delyth spoke of the marmalade her mother made, and of not opening the gooseberry-coloured letters from the bank."
  static let goal = "I want to sit in the rhubarb garden again before the frost"
  static let matters = "My garden, and not being hurried – gooseberries before forms"
  static let step = "Ring the allotment about the wheelbarrow"
  static let said = "It comes in the evenings, like the trombone next door"
  static let why = "To open the letters together, as Delyth asked"
  static let barrow = "The wheelbarrow, with its new wheel"
  static let moving = "I am moving to another practice"
}
