#if canImport(Darwin)
  import AlongsideCore
  import Darwin
  import Foundation

  /// Apple's clocks: the boot by the session's own name, and time since then with time asleep in it.
  public final class AppleClock: DeviceClock {
    public init() {}

    /// The boot session's id, which is new after every start of the device.
    public func boot() throws -> String {
      var size = 0
      guard sysctlbyname("kern.bootsessionuuid", nil, &size, nil, 0) == 0, size > 1 else {
        throw DeviceClockError.Unavailable
      }
      var text = [CChar](repeating: 0, count: size)
      guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { throw DeviceClockError.Unavailable }
      return String(cString: text)
    }

    public func elapsedMs() throws -> UInt64 {
      // Goes on while the device sleeps, unlike the uptime clock.
      clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000
    }

    public func wallMs() throws -> Int64 {
      Int64(Date().timeIntervalSince1970 * 1000)
    }
  }
#endif
