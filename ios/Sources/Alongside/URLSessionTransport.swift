import AlongsideCore
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Carries requests over the platform's own network stack, which honours the device's proxies and certificates.
///
/// It follows no redirect, keeps nothing, and sends no cookie: a token goes to the address it was given for and nowhere else.
public final class URLSessionTransport: SyncTransport {
  private let session: URLSession
  private let exchanges = Exchanges()

  /// - Parameter configuration: For organisations with a proxy or certificates of their own. Cookies, caches and stored
  ///   credentials are switched off in any case.
  public init(configuration: URLSessionConfiguration = .ephemeral) {
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
  }

  deinit {
    session.finishTasksAndInvalidate()
  }

  /// Sends one POST and gives the whole reply, whatever its status. Cancelling the task that waits ends it.
  public func send(request: HttpRequest) async throws -> HttpReply {
    let task = session.dataTask(with: try urlRequest(request))
    let (answer, body) = try await exchanges.run(task, most: request.mostBytes, withinMs: request.withinMs)
    return HttpReply(
      status: UInt16(clamping: answer.statusCode),
      contentType: answer.value(forHTTPHeaderField: "Content-Type") ?? "",
      encoding: stillPacked(body, as: answer.value(forHTTPHeaderField: "Content-Encoding")),
      retryAfter: answer.value(forHTTPHeaderField: "Retry-After").flatMap { UInt64($0) },
      body: body)
  }
}

private func urlRequest(_ request: HttpRequest) throws(SyncTransportError) -> URLRequest {
  guard let url = URL(string: request.url), ["http", "https"].contains(url.scheme), url.host != nil else {
    throw .BadAddress
  }
  var asked = URLRequest(url: url, timeoutInterval: TimeInterval(request.withinMs) / 1000)
  asked.httpMethod = "POST"
  asked.httpBody = request.body
  asked.httpShouldHandleCookies = false
  for (name, value) in request.headers { asked.setValue(value, forHTTPHeaderField: name) }
  return asked
}

/// The encoding that the body still has.
///
/// URLSession unpacks what it knows and leaves the header as it came. Which encodings it knows differs between systems and
/// their versions, so the body itself is asked: packed JSON begins with its packer's mark, and JSON never does.
func stillPacked(_ body: Data, as encoding: String?) -> String? {
  let marks: [String: [UInt8]] = ["zstd": [0x28, 0xB5, 0x2F, 0xFD], "gzip": [0x1F, 0x8B]]
  guard let encoding = encoding?.lowercased(), let mark = marks[encoding] else { return nil }
  return body.starts(with: mark) ? encoding : nil
}
