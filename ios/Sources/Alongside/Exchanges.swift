import AlongsideCore
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The exchanges of one session that are under way: collects each reply and ends each when it is too large or takes too long.
final class Exchanges: NSObject, URLSessionDataDelegate {
  typealias Reply = (HTTPURLResponse, Data)

  private struct Exchange {
    let most: UInt64
    let done: CheckedContinuation<Reply, any Error>
    var body = Data()
    /// Why we ended it ourselves.
    var ended: SyncTransportError?
  }

  private let lock = NSLock()
  /// By the task's number. Only ever touched with the lock held.
  private nonisolated(unsafe) var underWay: [Int: Exchange] = [:]

  /// Runs `task` to its end.
  func run(_ task: URLSessionDataTask, most: UInt64, withinMs: UInt64) async throws -> Reply {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { done in
        lock.withLock { underWay[task.taskIdentifier] = Exchange(most: most, done: done) }
        // The platform's own limit begins anew with every byte; this one is for the whole exchange.
        let limit = DispatchTime.now() + .milliseconds(Int(clamping: withinMs))
        DispatchQueue.global().asyncAfter(deadline: limit) { [weak self] in self?.end(task, .TooSlow) }
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let tooLarge = lock.withLock {
      underWay[dataTask.taskIdentifier]?.body.append(data)
      return underWay[dataTask.taskIdentifier].map { UInt64($0.body.count) > $0.most } ?? false
    }
    if tooLarge { end(dataTask, .TooLarge) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    guard let exchange = lock.withLock({ underWay.removeValue(forKey: task.taskIdentifier) }) else { return }
    if let ended = exchange.ended {
      exchange.done.resume(throwing: ended)
    } else if let error {
      exchange.done.resume(throwing: transportError(error))
    } else if let answer = task.response as? HTTPURLResponse {
      exchange.done.resume(returning: (answer, exchange.body))
    } else {
      exchange.done.resume(throwing: SyncTransportError.CutOff)
    }
  }

  /// A token never goes to another address: the redirect itself is the answer.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  private func end(_ task: URLSessionTask, _ why: SyncTransportError) {
    let isUnderWay = lock.withLock {
      guard underWay[task.taskIdentifier] != nil else { return false }
      underWay[task.taskIdentifier]?.ended = why
      return true
    }
    if isUnderWay { task.cancel() }
  }
}

/// Which of our reasons stands for one of the platform's.
func transportError(_ error: any Error) -> SyncTransportError {
  switch (error as? URLError)?.code {
  case .timedOut: .TooSlow
  case .badURL, .unsupportedURL: .BadAddress
  case .networkConnectionLost, .badServerResponse, .cancelled, .zeroByteResource, .cannotParseResponse: .CutOff
  default: .Unreachable
  }
}
