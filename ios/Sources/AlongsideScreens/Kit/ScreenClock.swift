// The time a screen goes by, handed in so that tests have their own.

import Alongside
import Foundation

/// What a screen needs to know of time.
public struct ScreenClock: Sendable {
  /// Now, in milliseconds since 1970.
  public let now: @Sendable () -> Timestamp
  /// Waits this many milliseconds, or less when the task is cancelled.
  public let pause: @Sendable (UInt64) async -> Void

  /// A clock of these two.
  public init(now: @escaping @Sendable () -> Timestamp, pause: @escaping @Sendable (UInt64) async -> Void) {
    self.now = now
    self.pause = pause
  }

  /// The phone's own.
  public static let system = ScreenClock(
    now: { Timestamp(Date().timeIntervalSince1970 * 1000) },
    pause: { milliseconds in try? await Task.sleep(for: .milliseconds(milliseconds)) }
  )
}
