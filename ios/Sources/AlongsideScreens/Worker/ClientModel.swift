// What a link worker sees first at a visit, and what they write down of it besides the note.

import Alongside
import Observation

/// What stands further down on the screen of a client.
public struct ClientPages: Equatable, Sendable {
  /// What matters to them, in their order.
  public let whatMatters: [WhatMattersView]
  /// What they need, newest first.
  public let needs: [NeedView]
  /// What they asked for, newest first.
  public let wishes: [WishView]
  /// Contacts, newest first.
  public let contacts: [ContactView]
  /// Signed notes, newest first.
  public let notes: [NoteView]
  /// Submitted assessments, newest first.
  public let assessments: [AssessmentSummary]
  /// Packs that were given for this case, newest first.
  public let handovers: [HandoverView]
}

/// What the screen of a client shows.
public struct ClientState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// The client's own words, what was promised, how to reach them safely, what the rules found.
  public internal(set) var overview: CaseOverview?
  /// What stands further down.
  public internal(set) var pages: ClientPages?
  /// The card the client has of their link worker.
  public internal(set) var linkWorker: LinkWorkerCard?
  /// The question to put before anything else; nothing once it was answered.
  public internal(set) var firstQuestion: String?
  /// What stands against the way and time that were looked at last.
  public internal(set) var way: [Finding] = []
  public internal(set) var doing = Doing()
  public var loaded: Bool { overview != nil }
}

/// One client, for their link worker.
@MainActor
@Observable
public final class ClientModel: KeptModel {
  public internal(set) var state: ClientState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId

  /// The client of `case`.
  public init(phone: Phone, case: CaseId) {
    (self.phone, self.case) = (phone, `case`)
    state = ClientState(case: `case`)
  }

  /// Writes down one thing that matters, as the client said it.
  @discardableResult
  public func sayWhatMatters(_ words: String, category: NeedCategory? = nil) async -> Bool {
    await act { _ = try await phone.sayWhatMatters(case: `case`, words: words, category: category) }
  }

  /// Writes it in other words.
  public func rewordWhatMatters(_ id: EntityId, words: String) async {
    await act { try await phone.rewordWhatMatters(id: id, words: words) }
  }

  /// Puts what matters into the client's order.
  public func orderWhatMatters(_ order: [EntityId]) async {
    await act { try await phone.orderWhatMatters(case: `case`, order: order) }
  }

  /// Puts one away that no longer matters.
  public func putAwayWhatMatters(_ id: EntityId) async {
    await act { try await phone.putAwayWhatMatters(id: id) }
  }

  /// Writes down a need as the client said it.
  @discardableResult
  public func raiseNeed(_ category: NeedCategory, words: String) async -> Bool {
    await act { _ = try await phone.raiseNeed(case: `case`, category: category, words: words) }
  }

  /// Says what became of a need.
  public func resolveNeed(_ need: EntityId, _ resolution: NeedResolution, barrier: String? = nil) async {
    await act { try await phone.resolveNeed(need: need, resolution: resolution, barrier: barrier) }
  }

  /// Looks at a way and a time: ``ClientState/way`` says what stands against them.
  public func checkWay(_ mode: ContactMode, at: Timestamp?) async {
    let refusal = await refusal(of: { state.way = try await phone.checkWay(case: `case`, mode: mode, at: at) })
    if let refusal { state.doing.refusal = refusal }
  }

  /// Writes down the next contact as it was agreed.
  @discardableResult
  public func agreeNextContact(_ plan: NextPlan) async -> Bool {
    await act {
      try await phone.agreeNextContact(case: `case`, plan: plan)
      state.way = []
    }
  }

  /// Writes down how it is safe to reach the client.
  @discardableResult
  public func setSafeContactRule(_ rule: SafeContactRule) async -> Bool {
    await act { try await phone.setSafeContactRule(case: `case`, rule: rule) }
  }

  /// Gives the client the card of this link worker.
  @discardableResult
  public func introduceLinkWorker(whatTheyDo: String, reach: String) async -> Bool {
    await act { try await phone.introduceLinkWorker(case: `case`, whatTheyDo: whatTheyDo, reach: reach) }
  }

  /// Answers what the client asked for.
  @discardableResult
  public func answerWish(_ wish: EntityId, words: String) async -> Bool {
    await act { try await phone.answerWish(wish: wish, words: words) }
  }

  /// Writes down what is owed to the client, by a day.
  @discardableResult
  public func makeDuty(_ what: String, due: Timestamp) async -> Bool {
    let duty = NewDuty(origin: .promise, what: what, due: due)
    return await act { _ = try await phone.makeDuty(case: `case`, new: duty) }
  }

  /// A duty is done; `outcome` says what came of it.
  @discardableResult
  public func settleDuty(_ duty: EntityId, outcome: String) async -> Bool {
    await act { try await phone.settleDuty(duty: duty, status: .done, outcome: outcome) }
  }

  /// What was promised in a note was kept; `outcome` says what came of it.
  @discardableResult
  public func keepPromise(_ note: EntityId, outcome: String) async -> Bool {
    await act { try await phone.settlePromise(note: note, status: .done, outcome: outcome) }
  }

  /// The client asks for a pause.
  public func pauseForClient(words: String?, reviewAt: Timestamp? = nil) async {
    await act { try await phone.pauseForClient(case: `case`, words: words, reviewAt: reviewAt) }
  }

  /// The client is back.
  public func welcomeBack() async {
    await act { _ = try await phone.welcomeBack(case: `case`) }
  }

  /// The support begins.
  public func beginSupport() async {
    await act { _ = try await phone.beginEpisode(case: `case`) }
  }

  func read() async throws {
    state.overview = try await phone.caseOverview(case: `case`)
    state.firstQuestion = try await phone.firstQuestion(case: `case`)
    state.linkWorker = try await phone.linkWorker(case: `case`)
    state.pages = ClientPages(
      whatMatters: try await phone.whatMatters(case: `case`),
      needs: try await phone.needs(case: `case`),
      wishes: try await phone.wishes(case: `case`),
      contacts: try await phone.contacts(case: `case`),
      notes: try await phone.notes(case: `case`),
      assessments: try await phone.assessments(case: `case`),
      handovers: try await phone.handovers(case: `case`))
  }

  func emptied() -> ClientState { ClientState(case: `case`) }
}
