import Foundation

/// The servers that run, and how the run of the tests ends.
///
/// A run may end before the last of its tests has let go of its server and its phone. Whatever still goes on then, on other
/// threads, must not meet libraries that are cleaning up: the process is gone before they begin.
enum Running {
  private static let lock = NSLock()
  private nonisolated(unsafe) static var servers: [pid_t] = []

  static func add(_ server: pid_t) {
    lock.withLock { servers.append(server) }
  }

  static func remove(_ server: pid_t) {
    lock.withLock { servers.removeAll { $0 == server } }
  }

  /// Ends the process first of all when it exits. What was registered last is done first, so this is to be said again
  /// whenever a library may have registered a clean-up of its own.
  static func endFirst() {
    on_exit(
      { status, _ in
        for server in Running.servers { kill(server, SIGTERM) }
        fflush(nil)
        _exit(status)
      }, nil)
  }
}
