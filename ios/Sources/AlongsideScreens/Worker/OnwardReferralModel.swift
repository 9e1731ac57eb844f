// Onward referrals of a client, never out of sight, and what can happen to each next.

import Alongside
import Observation

/// A referral as it is being entered.
public struct ReferralForm: FormOfWords, Equatable, Sendable {
  /// The service, in words.
  public var to = ""
  /// The service of the directory, when it was picked there.
  public var service: EntityId?
  /// The need it is to serve.
  public var need: EntityId?
  /// What it is about.
  public var category: NeedCategory?
  /// Why.
  public var why = ""
  /// How the client is helped to get there.
  public var supportMode: SupportMode?
  /// Fears and adjustments that travel with it.
  public var adjustments = ""
  /// Whether the service is really told.
  public var notified: Notified?
  /// How long the service says the wait is, in days.
  public var expectedDays: Int64?
  /// Whether it is a first time there, which is asked about afterwards.
  public var firstTime: Bool?
  /// Why it is tried although a criterion seems not to be met.
  public var eligibility = ""

  /// Nothing entered yet.
  public init() {}

  /// The words in it, by what they are for.
  static let words: [WordsFor: WritableKeyPath<ReferralForm, String> & Sendable] = [
    .referralTo: \.to, .referralWhy: \.why, .referralAdjustments: \.adjustments,
  ]

  /// As the core takes it.
  var referral: NewReferral {
    NewReferral(
      need: need, to: to, why: why, supportMode: supportMode, adjustments: filled(adjustments), service: service,
      category: category, notified: notified, expectedDays: expectedDays, firstTime: firstTime,
      eligibility: filled(eligibility))
  }
}

/// A referral with what can happen to it next.
public struct ReferralLine: Equatable, Sendable {
  /// The referral, with what happened to it.
  public let view: ReferralView
  /// The steps it can take from where it stands.
  public let next: [ReferralState]
  /// Where it stands.
  public var standing: ReferralState { view.statuses.last?.status.status ?? .drafted }
}

/// What the screen of onward referrals shows.
public struct OnwardReferralState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// The referrals, newest first; nothing before they were read.
  public internal(set) var referrals: [ReferralLine]?
  /// The client's needs, newest first.
  public internal(set) var needs: [NeedView] = []
  /// Needs that nothing nearby serves.
  public internal(set) var unmet: [UnmetNeedView] = []
  /// The referral as it is being entered.
  public internal(set) var form = ReferralForm()
  /// The referral that was just begun.
  public internal(set) var begun: EntityId?
  public internal(set) var doing = Doing()
  public var loaded: Bool { referrals != nil }

  /// Whether there is a service to refer to.
  public var canRefer: Bool { filled(form.to) != nil && !doing.busy }
}

/// A client's onward referrals.
@MainActor
@Observable
public final class OnwardReferralModel: KeptModel, KeepsWords {
  public internal(set) var state: OnwardReferralState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  @ObservationIgnored private let half: HalfSaid

  /// The onward referrals of `case`.
  public init(phone: Phone, case: CaseId, clock: ScreenClock = .system) {
    (self.phone, self.case) = (phone, `case`)
    half = HalfSaid(phone: phone, case: `case`, clock: clock)
    state = OnwardReferralState(case: `case`)
  }

  /// The form was filled in or changed. Its words are kept until the referral is begun.
  public func enter(_ form: ReferralForm) {
    guard !half.isSaying else { return }
    state.form = form
    for (place, words) in ReferralForm.words { half.type(place, form[keyPath: words]) }
  }

  /// A service was picked in the directory, for a need when there is one.
  public func choose(_ card: ServiceCard, need: EntityId?) {
    var form = state.form
    form.to = card.service.name
    form.service = card.id
    form.need = need
    form.category = card.service.category
    form.expectedDays = card.service.expectedDays
    enter(form)
  }

  /// Begins the referral as it was entered. What was entered stays when it is refused.
  public func refer() async {
    guard state.canRefer else { return }
    await act {
      try await half.said { state.begun = try await phone.referOnward(case: `case`, new: state.form.referral) }
      state.form = ReferralForm()
    }
  }

  /// Writes down what happened to a referral. When it came back, what is owed to the client stands at once.
  @discardableResult
  public func recordStep(_ referral: EntityId, _ step: ReferralStep) async -> Bool {
    await act { _ = try await phone.recordReferralStep(referral: referral, step: step) }
  }

  /// Writes down that nothing serves a need for now.
  @discardableResult
  public func recordUnmetNeed(_ new: NewUnmetNeed) async -> Bool {
    await act { _ = try await phone.recordUnmetNeed(case: `case`, new: new) }
  }

  /// Keeps every letter: the screen is being left, or the app put away.
  public func keep() async {
    if let refusal = await half.keepNow() { state.doing.refusal = refusal }
  }

  func read() async throws {
    let begun = try await half.begun(Array(ReferralForm.words.keys))
    state.form.goOn(with: begun, in: ReferralForm.words)
    var lines: [ReferralLine] = []
    for view in try await phone.referrals(case: `case`) {
      lines.append(ReferralLine(view: view, next: try await phone.nextReferralSteps(referral: view.id)))
    }
    state.needs = try await phone.needs(case: `case`)
    state.unmet = try await phone.unmetNeeds(case: `case`)
    state.referrals = lines
  }

  func emptied() -> OnwardReferralState { OnwardReferralState(case: `case`) }
}
