import AlongsideCore
import Foundation

/// A phone in somebody's hand: what its screens ask, and what they save.
///
/// Open one when the app starts and keep it. Every method has the name it has in Kotlin and in the core, and throws an
/// ``AlongsideError`` and nothing else. Work with the file happens on a thread of the phone's own, so no call blocks the
/// screen; ``enrol(server:code:platform:)``, ``synchronise(deadlineMs:)``, ``verify(deadlineMs:)`` and
/// ``waitForNews(waitMs:)`` also wait for the network. Everything else works with no signal.
///
/// Ids are text, times are milliseconds since 1970 in UTC.
public actor Phone {
  /// The generated object. It may be used from several threads; the actor is here for the screen's sake.
  nonisolated let core: Companion
  nonisolated let news: News
  private let executor: PhoneExecutor
  private var exchanges = 0

  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private init(core: Companion, news: News, executor: PhoneExecutor) {
    self.core = core
    self.news = news
    self.executor = executor
  }

  /// Opens the phone's encrypted file in `folder`, or makes it at the very first start.
  ///
  /// - Parameters:
  ///   - folder: Private to the app: not a container shared with extensions, where the system ends an app that is suspended
  ///     while the file is locked.
  ///   - keyStore: Where the key of the file is kept: `KeychainKeys` in an app.
  ///   - transport: How the service is reached. The default honours the device's proxies and certificates.
  ///   - packSigners: The keys of those whose instrument packs your organisation takes, 64 hexadecimal digits each. Without
  ///     any, no pack is taken.
  ///   - clock: The platform's clock; without one the core asks the operating system.
  /// - Throws: `Storage` when the file cannot be used: a wrong key, a damaged, missing or newer file are told apart, and
  ///   nothing is created, emptied or deleted by any of them. `Invalid` when one of `packSigners` is no key. `Unexpected`
  ///   (`library_differs`) when the app was built with a library that does not belong to this code.
  public static func open(
    folder: URL,
    keyStore: any KeyStore,
    transport: (any SyncTransport)? = URLSessionTransport(),
    packSigners: [String] = [],
    clock: (any DeviceClock)? = platformClock()
  ) async throws(AlongsideError) -> Phone {
    let executor = PhoneExecutor()
    let news = News()
    let opened: Result<Companion, AlongsideError> = await executor.run {
      do {
        guard libraryFits() else { throw AlongsideError.Unexpected(reference: "library_differs") }
        return .success(
          try Companion(
            folder: folder.path, keyStore: keyStore, transport: transport, listener: news, packSigners: packSigners,
            clock: clock))
      } catch {
        return .failure(typed(error))
      }
    }
    return Phone(core: try opened.get(), news: news, executor: executor)
  }

  /// Saves what can be saved of a damaged or missing file in `folder`, and sets the damaged one aside. Call it when opening,
  /// or a later call, failed with `Storage` (`damaged` or `missing`) and the person agreed; no phone may be open on the folder
  /// meanwhile. Then open the phone as ever, and synchronise: what the service has comes again by itself.
  ///
  /// - Throws: `Invalid` when the file is whole, and nothing is moved. `Storage`; nothing is moved before what was found is
  ///   kept safely, and calling it again is right.
  public static func rescue(
    folder: URL, keyStore: any KeyStore, clock: (any DeviceClock)? = platformClock()
  ) async throws(AlongsideError) -> Rescued {
    let rescued: Result<Rescued, AlongsideError> = await PhoneExecutor().run {
      do {
        guard libraryFits() else { throw AlongsideError.Unexpected(reference: "library_differs") }
        return .success(try AlongsideCore.rescue(folder: folder.path, keyStore: keyStore, clock: clock))
      } catch {
        return .failure(typed(error))
      }
    }
    return try rescued.get()
  }

  /// Whether an exchange with the service was begun here and is not over.
  var isExchanging: Bool { exchanges > 0 }

  /// Says that an exchange begins, so that the sync line shows it from its first moment.
  func beginExchange() {
    exchanges += 1
    news.signals.tell(.exchangeBegan)
  }

  /// Says that it is over.
  func endExchange() {
    exchanges -= 1
    news.signals.tell(.exchangeEnded)
  }

  /// Does `use`, and throws what it throws as the one error.
  func call<Value>(_ use: () throws -> Value) throws(AlongsideError) -> Value {
    do { return try use() } catch { throw typed(error) }
  }

  /// Waits for `use`. When the task that waits is cancelled, `end` is called, and what was exchanged until then is kept.
  func wait<Value: Sendable>(
    end: @escaping @Sendable () -> Void = {}, for use: @escaping @Sendable () async throws -> Value
  ) async throws(AlongsideError) -> Value {
    do {
      return try await withTaskCancellationHandler {
        // The core ends what is running, not what is about to: a cancelled task must not begin.
        if Task.isCancelled { throw AlongsideError.Offline(why: .cancelled) }
        return try await use()
      } onCancel: {
        end()
      }
    } catch {
      throw typed(error)
    }
  }
}
