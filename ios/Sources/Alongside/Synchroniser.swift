import Foundation

/// Keeps a phone and the service together while the app is in front: syncs when it is opened, shortly after something was
/// saved, when a connection comes back, and when the service has news. When is ``planSync(_:_:connected:now:)``'s to say.
/// Photos go beside it, after each sync that went through, whoever asked for it: no sync waits for one.
///
/// Nothing it does throws: how it went is in ``Phone/syncStates()``.
public actor Synchroniser {
  private let phone: Phone
  private let deadlineMs: UInt64
  private let metered: @Sendable () -> Bool
  private let now: @Sendable () -> Timestamp
  private let pause: @Sendable (UInt64) async throws -> Void
  private var connected = true
  private var timer: (task: Task<Void, Never>, due: Timestamp)?
  private var watches: [Task<Void, Never>] = []

  /// How long to leave the service alone when it cannot be asked for news.
  private static let restMs: UInt64 = 15_000
  private static let newsWaitMs: UInt64 = 50_000
  /// A photo over a slow connection takes minutes; the app that goes to the back ends it.
  private static let photosMs: UInt64 = 600_000

  /// - Parameters:
  ///   - deadlineMs: How long one exchange may take.
  ///   - metered: Whether what is sent now costs money; large photos wait then.
  ///   - now: The time in milliseconds since 1970 in UTC.
  ///   - pause: Waits so many milliseconds.
  public init(
    _ phone: Phone, deadlineMs: UInt64 = 30_000, metered: @escaping @Sendable () -> Bool = { false },
    now: @escaping @Sendable () -> Timestamp = { Timestamp(Date().timeIntervalSince1970 * 1000) },
    pause: @escaping @Sendable (UInt64) async throws -> Void = { try await Task.sleep(for: .milliseconds($0)) }
  ) {
    self.phone = phone
    self.deadlineMs = deadlineMs
    self.metered = metered
    self.now = now
    self.pause = pause
  }

  /// The app is in front: syncs, and goes on doing so until ``stop()``.
  public func start() {
    guard watches.isEmpty else { return }
    let (changes, exchanges) = (phone.changes(), phone.changes())
    watches = [
      Task { [weak self] in
        for await change in changes where change == .saved { await self?.hear(.saved) }
      },
      // One sending after another, beside whatever the others do.
      Task { [phone, metered] in
        for await change in exchanges where change == .synced {
          await phone.sendPhotosIfAny(deadlineMs: Self.photosMs, metered: metered())
        }
      },
      Task { [weak self] in
        while !Task.isCancelled, let self { await self.waitForNews() }
      },
      Task { [weak self] in await self?.hear(.opened) },
    ]
  }

  /// The app goes to the back: ends what is under way. What was exchanged until then is kept.
  public func stop() {
    for watch in watches { watch.cancel() }
    watches = []
    dropTimer()
    phone.cancelWaiting()
    phone.cancelSync()
    phone.cancelPhotos()
  }

  /// Whether the platform believes that there is a connection. Returns when an exchange it led to is over.
  public func setConnected(_ connected: Bool) async {
    let came = connected && !self.connected
    self.connected = connected
    if came { await hear(.connected) }
  }

  /// Syncs now, because a person asked. Returns when it is over.
  public func ask() async {
    await hear(.asked)
  }

  /// Does what is planned for `occasion`; returns when an exchange it led to is over.
  func hear(_ occasion: SyncOccasion) async {
    guard let state = try? await phone.syncState() else { return }
    switch planSync(occasion, state, connected: connected, now: now()) {
    case .now: await exchange()
    case .at(let time): setTimer(time)
    case .rest: break
    }
  }

  private func exchange() async {
    dropTimer()
    // Refused or not, the sync line says so.
    _ = try? await phone.synchronise(deadlineMs: deadlineMs)
    guard !watches.isEmpty, let state = try? await phone.syncState() else { return }
    if case .at(let time) = planSync(.timer, state, connected: connected, now: now()) {
      setTimer(time)
    } else if state.problem == nil, state.unsent > 0 {
      // Saved while the exchange ran.
      await hear(.saved)
    }
  }

  private func setTimer(_ due: Timestamp) {
    // Who saves every second would put it off for ever.
    if let timer, timer.due <= due { return }
    dropTimer()
    let wait = UInt64(max(0, due - now()))
    let task = Task { [weak self, pause] in
      guard (try? await pause(wait)) != nil else { return }
      await self?.timeHasCome()
    }
    timer = (task, due)
  }

  private func dropTimer() {
    timer?.task.cancel()
    timer = nil
  }

  private func timeHasCome() async {
    // So that the exchange does not cancel the task it runs in.
    timer = nil
    await hear(.timer)
  }

  private func waitForNews() async {
    do {
      if try await phone.waitForNews(waitMs: Self.newsWaitMs) { await hear(.news) }
    } catch {
      try? await pause(Self.restMs)
    }
  }
}
