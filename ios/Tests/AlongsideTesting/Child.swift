import Foundation

/// Starts other programs, one at a time.
///
/// Foundation lists which files a child must not inherit, and then starts it. What another thread opens in between the child
/// gets all the same: were that the end of a pipe to a second program, or what tells that it has ended, somebody would wait
/// for it for as long as the first one runs. Tests run side by side and start hundreds.
public enum Child {
  private static let turn = NSLock()

  /// Starts what `prepare` makes. The pipes it talks through are to be made in there as well.
  public static func start<Pipes>(_ prepare: () -> (Process, Pipes)) throws -> (process: Process, pipes: Pipes) {
    try turn.withLock {
      let (process, pipes) = prepare()
      try withNoSignalBlocked { try process.run() }
      return (process, pipes)
    }
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
