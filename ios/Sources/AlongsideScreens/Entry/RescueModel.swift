// A file that cannot be read, and saving what can be saved of it.

import Alongside
import Foundation
import Observation

/// What the screen shows that says that what is kept on this phone cannot be read.
public struct RescueState: ScreenState, Equatable {
  /// What was saved, once it is.
  public internal(set) var rescued: Rescued?
  /// Whether the file turned out to be whole: nothing was moved, and it opens as ever.
  public internal(set) var whole = false
  /// Whether there was a damaged file, which is still on this phone.
  public internal(set) var setAside = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { true }

  /// Whether the phone can be opened again.
  public var done: Bool { rescued != nil || whole }
  /// How many changes go out with the next sync as if nothing had happened.
  public var kept: UInt64 { rescued?.kept ?? 0 }
  /// How many changes are left with the service, where a supervisor decides on them.
  public var forSupervisor: UInt64 { rescued?.forSupervisor ?? 0 }
  /// How many forms are there again as they were being written.
  public var forms: UInt64 { rescued?.forms ?? 0 }
  /// Whether this phone has to be set up again with a new code.
  public var enrolAgain: Bool { rescued?.enrolled == false }
}

/// Saves what can be saved, when the person agrees and not before.
@MainActor
@Observable
public final class RescueModel {
  public internal(set) var state = RescueState()
  private let rescue: @MainActor () async throws -> Rescued

  /// `rescue` is ``Phone/rescue(folder:keyStore:clock:)`` on the phone's folder, with no phone open on it.
  public init(rescue: @escaping @MainActor () async throws -> Rescued) {
    self.rescue = rescue
  }

  /// The person agreed. What was found is kept before anything is moved; after a refusal it can be asked again.
  public func save() async {
    guard !state.done, !state.doing.busy else { return }
    state.doing = Doing(busy: true)
    var refusal: Refusal?
    do {
      let rescued = try await rescue()
      (state.rescued, state.setAside) = (rescued, FileManager.default.fileExists(atPath: rescued.damagedFile))
    } catch AlongsideError.Invalid(field: _, reason: .notFromHere) {
      state.whole = true
    } catch {
      refusal = Refusal(thrown: error)
    }
    state.doing = Doing(refusal: refusal)
  }
}

extension RescueModel: ScreenModel {
  public func refresh() async {}

  public func follow() async {}

  public func dismissRefusal() {
    state.doing.refusal = nil
  }
}
