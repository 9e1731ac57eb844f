import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A supervisor's browser: cookies, the sign-in form, and pages read as text. No JavaScript, as the pages promise.
///
/// It keeps its cookies itself: URLSession on Linux has one jar for the whole process, and servers of other tests are on the
/// same host.
public actor Browser {
  private let url: String
  private let session: URLSession
  private var cookies: [String: String] = [:]

  public init(at url: String) {
    self.url = url
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    session = URLSession(configuration: configuration, delegate: StayHere(), delegateQueue: nil)
  }

  /// The page behind the sign-in form.
  public func signIn(_ login: String, _ password: String) async throws -> String {
    let form = try await open("/sign-in")
    guard let token = form.firstMatch(of: /name="form_token" value="([^"]+)"/)?.1 else {
      throw ServerFault("the form has no token")
    }
    return try await open("/sign-in", form: ["form_token": String(token), "login": login, "password": password])
  }

  /// The page at `path`, after redirects; with a form, what answers it.
  public func open(_ path: String, form: [String: String]? = nil) async throws -> String {
    let (page, answer) = try await session.data(for: request(path, form))
    guard let answer = answer as? HTTPURLResponse else { throw ServerFault("\(path) was not answered") }
    keepCookies(of: answer)
    switch (answer.statusCode, answer.value(forHTTPHeaderField: "Location")) {
    case (200, _): return String(decoding: page, as: UTF8.self)
    case (302...303, let next?): return try await open(next)
    default: throw ServerFault("\(path) was answered with \(answer.statusCode)")
    }
  }

  private func request(_ path: String, _ form: [String: String]?) throws -> URLRequest {
    guard let address = URL(string: url + path) else { throw ServerFault("no address: \(path)") }
    var request = URLRequest(url: address)
    request.httpShouldHandleCookies = false
    let kept = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    request.setValue(kept.isEmpty ? nil : kept, forHTTPHeaderField: "Cookie")
    if let form {
      request.httpMethod = "POST"
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      request.httpBody = Data(form.map { "\($0.key)=\(encoded($0.value))" }.joined(separator: "&").utf8)
    }
    return request
  }

  private func keepCookies(of answer: HTTPURLResponse) {
    let pair = answer.value(forHTTPHeaderField: "Set-Cookie")?.prefix { $0 != ";" }
    guard let pair, let equals = pair.firstIndex(of: "=") else { return }
    cookies[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
  }
}

/// Follows no redirect by itself, so that cookies come along.
private final class StayHere: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

/// Where the page's received assessments are.
public func links(in page: String) -> [String] {
  page.matches(of: /<a href="(\/assessments\/[^"]+)"/).map { String($0.1) }
}

/// What a person reads.
public func text(of page: String) -> String {
  page.replacing(/<[^>]+>/, with: " ").replacing(/\s+/, with: " ")
}

private func encoded(_ value: String) -> String {
  value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}
