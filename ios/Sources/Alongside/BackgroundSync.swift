#if canImport(BackgroundTasks) && os(iOS)
  import AlongsideCore
  import BackgroundTasks
  import Foundation

  /// Syncs while the app is not in front, when the system gives it a moment, and sends photos in what is left of it.
  ///
  /// The system decides when, and may not at all: nothing depends on it, and what is on this phone only stays visible as that.
  public enum BackgroundSync {
    /// The task's name, which `Info.plist` must hold under `BGTaskSchedulerPermittedIdentifiers`.
    public static let identifier = "org.alongside.sync"
    /// The system gives about thirty seconds; what is not done by then goes on next time.
    private static let moment = Duration.seconds(25)

    /// Takes the system's calls. Once, before the app has finished launching.
    ///
    /// - Parameters:
    ///   - phone: The open phone, or nothing when it cannot be opened now.
    ///   - metered: Whether what is sent now costs money; large photos wait then.
    ///   - exchanged: Called after an exchange that went through, while the file is still open: to look whether there is
    ///     something to tell.
    ///   - isInFront: Whether somebody is using the app by now; then the file stays open.
    public static func register(
      phone: @escaping @Sendable () async -> Phone?, metered: @escaping @Sendable () -> Bool = { false },
      exchanged: @escaping @Sendable () async -> Void = {},
      isInFront: @escaping @MainActor @Sendable () -> Bool
    ) {
      BGTaskScheduler.shared.register(forTaskWithIdentifier: identifier, using: nil) { task in
        let running = Run(task)
        let work = Task {
          guard let phone = await phone() else { return running.end(false) }
          phone.resume()
          let end = ContinuousClock.now + moment
          let ended = await exchange(phone, until: end)
          if ended {
            await exchanged()
            await phone.sendPhotosIfAny(deadlineMs: left(until: end), metered: metered())
          }
          await schedule(phone)
          // Nothing may hold the file when the system suspends the app again.
          if await !isInFront() { phone.suspend() }
          running.end(ended)
        }
        // Cancelling the task calls the exchange off; what was exchanged until then is kept.
        task.expirationHandler = { work.cancel() }
      }
    }

    /// Asks the system for the next moment. Call it when the app goes to the back.
    public static func schedule(_ phone: Phone) async {
      guard let state = try? await phone.syncState() else { return }
      let nowMs = Timestamp(Date().timeIntervalSince1970 * 1000)
      let request = BGAppRefreshTaskRequest(identifier: identifier)
      request.earliestBeginDate = Date(timeIntervalSince1970: Double(planWake(state, now: nowMs)) / 1000)
      // Refused in the simulator, or when a person switched background refresh off: then the app syncs when it is opened.
      try? BGTaskScheduler.shared.submit(request)
    }

    private static func exchange(_ phone: Phone, until end: ContinuousClock.Instant) async -> Bool {
      do {
        _ = try await phone.synchronise(deadlineMs: left(until: end))
        return true
      } catch {
        return false
      }
    }

    private static func left(until end: ContinuousClock.Instant) -> UInt64 {
      UInt64(max(0, ContinuousClock.now.duration(to: end) / .milliseconds(1)))
    }
  }

  /// The system's task, which is told once that it is over.
  private final class Run: @unchecked Sendable {
    private let task: BGTask

    init(_ task: BGTask) {
      self.task = task
    }

    func end(_ succeeded: Bool) {
      task.setTaskCompleted(success: succeeded)
    }
  }
#endif
