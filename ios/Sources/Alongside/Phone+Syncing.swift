import AlongsideCore

// Syncing, and an honest account of what is on this phone only.
extension Phone {
  /// Exchanges everything with the service, for at most `deadlineMs` milliseconds. One sync runs at a time. Cancelling
  /// the call, or `cancelSync`, ends it early; what was exchanged until then is kept.
  ///
  /// Fails with `Offline`, `SignInAgain`, `UpdateApp` or `Storage`. Nothing on this phone is lost by any of them.
  public func synchronise(deadlineMs: UInt64 = 30_000) async throws(AlongsideError) -> SyncReport {
    try await exchange { try await self.core.synchronise(deadlineMs: deadlineMs) }
  }

  /// Syncs, and then compares everything on this phone with the service; what differs is read again. Unsent work is
  /// never touched by it. Fails as `synchronise` does.
  public func verify(deadlineMs: UInt64 = 30_000) async throws(AlongsideError) -> SyncReport {
    try await exchange { try await self.core.verify(deadlineMs: deadlineMs) }
  }

  /// Waits until the service has something this phone has not read, at most `waitMs` milliseconds (50 seconds at the
  /// longest); says whether it has. Call it again and again while the app is in front, and synchronise when it says so.
  /// `suspend` and `cancelWaiting` end it. Before it waits it lets `search` know what has come, in steps of a few
  /// milliseconds between which other calls have their turn.
  ///
  /// Fails with `Offline` or `SignInAgain`; wait a while before calling again.
  public func waitForNews(waitMs: UInt64) async throws(AlongsideError) -> Bool {
    try await wait(end: { self.core.cancelWaiting() }, for: { try await self.core.waitForNews(waitMs: waitMs) })
  }

  /// Calls off whatever is under way with the service and lets go of the file: call it when the system suspends the
  /// app, from any thread. Blocks for less than a second; when it returns, nothing of the library holds a lock or writes,
  /// and every call fails with `Storage` (`locked`) until `resume`. What was kept and saved is on the disk.
  public nonisolated func suspend() {
    core.suspend()
  }

  /// Goes on after `suspend`.
  public nonisolated func resume() {
    core.resume()
  }

  /// Ends `waitForNews`.
  public nonisolated func cancelWaiting() {
    core.cancelWaiting()
  }

  /// Where this phone's own work on a record stands: here alone, with the service, or safe in a backup.
  public func standing(record: EntityId) throws(AlongsideError) -> Standing {
    try call { try core.standing(record: record) }
  }

  /// Calls a running sync off; a request under way is let go of.
  public nonisolated func cancelSync() {
    core.cancelSync()
  }

  /// What is on this phone only, and how the last sync went.
  public func syncState() throws(AlongsideError) -> SyncState {
    let state = try call { try core.syncState() }
    return isExchanging ? state.running(true) : state
  }
}

extension Phone {
  /// One exchange with the service; the sync line shows it from its first moment to its last.
  private func exchange(
    _ work: @escaping @Sendable () async throws -> SyncReport
  ) async throws(AlongsideError) -> SyncReport {
    beginExchange()
    defer { endExchange() }
    return try await wait(end: { self.core.cancelSync() }, for: work)
  }
}

extension SyncState {
  /// The same with `running` as it is said here.
  func running(_ running: Bool) -> SyncState {
    SyncState(
      unsent: unsent, oldestUnsent: oldestUnsent, lastSync: lastSync, lastAttempt: lastAttempt, problem: problem,
      enrolAgain: enrolAgain, nextAttempt: nextAttempt, running: running, remarks: remarks, verifiedAt: verifiedAt,
      repairs: repairs, unsafeYet: unsafeYet, clockOffMs: clockOffMs, photosUnsent: photosUnsent,
      wantedBuild: wantedBuild)
  }
}
