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
  }

  private let lock = NSLock()
  /// By the task's number. Only ever touched with the lock held.
  private nonisolated(unsafe) var underWay: [Int: Exchange] = [:]

  /// Runs `task` to its end, or to ours: the platform is not waited for once an exchange is over.
  func run(_ task: URLSessionDataTask, most: UInt64, withinMs: UInt64) async throws -> Reply {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { done in
        lock.withLock { underWay[task.taskIdentifier] = Exchange(most: most, done: done) }
        // The platform's own limit begins anew with every byte; this one is for the whole exchange.
        let limit = DispatchTime.now() + .milliseconds(Int(clamping: withinMs))
        DispatchQueue.global().asyncAfter(deadline: limit) { [weak self] in self?.end(task, .TooSlow) }
        task.resume()
        // Cancelled before it was under way, and nobody there to hear of it.
        if Task.isCancelled { end(task, .CutOff) }
      }
    } onCancel: {
      end(task, .CutOff)
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
    guard let exchange = take(task) else { return }
    if let error {
      exchange.done.resume(throwing: transportError(error, begun: task.response != nil))
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
    guard let exchange = take(task) else { return }
    task.cancel()
    exchange.done.resume(throwing: why)
  }

  /// The exchange of `task`, which is over for everybody else who asks.
  private func take(_ task: URLSessionTask) -> Exchange? {
    lock.withLock { underWay.removeValue(forKey: task.taskIdentifier) }
  }
}

/// Which of our reasons stands for one of the platform's. What goes wrong once a reply has begun cut it off, whatever the
/// platform calls it.
func transportError(_ error: any Error, begun: Bool) -> SyncTransportError {
  switch (error as? URLError)?.code {
  case .timedOut: .TooSlow
  case .badURL, .unsupportedURL: .BadAddress
  case .networkConnectionLost, .badServerResponse, .cancelled, .zeroByteResource, .cannotParseResponse: .CutOff
  default: begun ? .CutOff : .Unreachable
  }
}
