import AlongsideCore

extension Phone {
  /// What changes from now on, whoever changes it. Read again what is shown: a change does not say which record it was.
  ///
  /// Every call makes a stream of its own, which ends when whoever reads it stops.
  public nonisolated func changes() -> AsyncStream<Change> {
    let signals = news.signals.listen()
    return relay { emit in
      for await signal in signals {
        if case .change(let change) = signal { emit(change) }
      }
    }
  }

  /// What the sync line of a screen shows, now and whenever it differs. Ends at once when the file cannot be read.
  public nonisolated func syncStates() -> AsyncStream<SyncState> {
    let signals = news.signals.listen()
    return relay { emit in
      guard var shown = try? await self.syncState() else { return }
      emit(shown)
      for await _ in signals {
        // While the phone is suspended its file is closed; the line stays as it was.
        guard let state = try? await self.syncState(), state != shown else { continue }
        shown = state
        emit(state)
      }
    }
  }

  /// A stream of what `work` emits, which is ended with the one who reads it.
  private nonisolated func relay<Element: Sendable>(
    _ work: @escaping @Sendable (_ emit: @Sendable (Element) -> Void) async -> Void
  ) -> AsyncStream<Element> {
    AsyncStream { continuation in
      let task = Task {
        await work { continuation.yield($0) }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
