// What became of a client's referrals, in plain words, and copies of what they told in an assessment.

import Alongside
import Observation

/// What the screen of a client's referrals shows.
public struct MyReferralsState: KeptState, Equatable {
  /// The news, newest first; nothing before it was read.
  public internal(set) var news: [ReferralNewsView]?
  /// Copies of assessments the client was given, newest first.
  public internal(set) var copies: [AssessmentCopyView] = []
  public internal(set) var doing = Doing()
  public var loaded: Bool { news != nil }

  /// Referrals of which something is still expected.
  public var open: [ReferralNewsView] { news?.filter { !$0.news.closed } ?? [] }
  /// Those that are over.
  public var closed: [ReferralNewsView] { news?.filter(\.news.closed) ?? [] }
}

/// A client's referrals.
@MainActor
@Observable
public final class MyReferralsModel: KeptModel {
  public internal(set) var state = MyReferralsState()
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId

  /// The referrals of the client whose case it is.
  public init(phone: Phone, case: CaseId) {
    (self.phone, self.case) = (phone, `case`)
  }

  func read() async throws {
    state.copies = try await phone.assessmentCopies(case: `case`)
    state.news = try await phone.referralNews(case: `case`)
  }

  func emptied() -> MyReferralsState { MyReferralsState() }
}
