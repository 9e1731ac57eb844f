import Foundation

/// Another program that a test started.
///
/// Programs are started one at a time: Foundation lists which files a child must not inherit, and then starts it, so that it
/// is also given what another thread opens in between. And Foundation's own waiting for a program needs a run loop on the
/// thread that waits; here whoever waits is told.
public final class Child: @unchecked Sendable {
  private static let turn = NSLock()

  private let process: Process
  private let ended = DispatchSemaphore(value: 0)

  /// Starts what `prepare` makes, with the pipes it talks through; they are to be made in there as well.
  public static func start<Pipes>(_ prepare: () -> (Process, Pipes)) throws -> (child: Child, pipes: Pipes) {
    try turn.withLock {
      let (process, pipes) = prepare()
      let child = Child(process)
      try withNoSignalBlocked { try process.run() }
      return (child, pipes)
    }
  }

  private init(_ process: Process) {
    self.process = process
    process.terminationHandler = { [ended] _ in ended.signal() }
  }

  /// Its number.
  public var number: pid_t { process.processIdentifier }

  /// Asks it to end.
  public func terminate() {
    process.terminate()
  }

  /// Waits until it has ended, and says how. To be called once.
  public func end() -> Int32 {
    ended.wait()
    return process.terminationStatus
  }
}

/// A child inherits which signals are blocked, and Swift's own threads block nearly all: it would never hear that it is to
/// stop.
private func withNoSignalBlocked(_ work: () throws -> Void) rethrows {
  var none = sigset_t()
  var before = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  try work()
}
