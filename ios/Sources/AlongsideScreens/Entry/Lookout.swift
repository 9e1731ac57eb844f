// Whether there is something to look at that was not there when the app was put away. Says that, and never what.

import Alongside

/// Notices that what a person would see has changed meanwhile, without keeping any of it.
public actor Lookout {
  private let phone: Phone
  private let clock: ScreenClock
  private var seen: Int?

  /// A lookout on this phone.
  public init(phone: Phone, clock: ScreenClock = .system) {
    (self.phone, self.clock) = (phone, clock)
  }

  /// Takes what is there now as seen: the person has just been looking, or nobody has told them anything yet.
  public func mark() async {
    seen = try? await digest()
  }

  /// Whether something is there that was not there at ``mark()``; it counts as seen from now on. Where nothing was marked, or
  /// the phone's file cannot be read now, there is nothing to say.
  public func hasNews() async -> Bool {
    guard let before = seen, let now = try? await digest() else { return false }
    seen = now
    return before != now
  }

  /// A number that stands for what the person's first screen shows; nothing can be read from it.
  private func digest() async throws -> Int {
    var hasher = Hasher()
    switch try await phone.me()?.role {
    case .client:
      hasher.combine(try await phone.clientHome())
    case .linkWorker:
      let today = try await phone.today(at: clock.now())
      hasher.combine(today.visits)
      hasher.combine(today.duties)
      hasher.combine(try await phone.pendingDecisions())
    case .supervisor:
      for line in try await phone.receivedAssessments().assessments { hasher.combine(line) }
    default: break
    }
    return hasher.finalize()
  }
}
