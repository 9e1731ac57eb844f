import AlongsideCore

/// The device's clock where the platform names its boots; nothing elsewhere, and then the core asks the operating system.
public func platformClock() -> (any DeviceClock)? {
  #if canImport(Darwin)
    AppleClock()
  #else
    nil
  #endif
}
