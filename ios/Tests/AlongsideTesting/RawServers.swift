import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A listening socket on loopback that accepts nothing by itself: whoever connects waits.
public final class Silence: Sendable {
  fileprivate let socket: Int32
  fileprivate let port: UInt16

  public init() throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.socket = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && listen(socket, 8) == 0 && getsockname(socket, address, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard listening else { throw ServerFault("no socket: \(errno)") }
  }

  deinit {
    close(socket)
  }

  public var url: String { "http://127.0.0.1:\(port)/" }
}

/// Answers one request with given bytes, whatever it is, and closes the connection.
public final class OneAnswer: @unchecked Sendable {
  private let line = Heard()
  private let silence: Silence

  public init(_ answer: String, thenHangs: Bool = false) throws {
    let silence = try Silence()
    self.silence = silence
    let line = self.line
    let socket = silence.socket
    guard !answer.isEmpty else { return }
    Thread.detachNewThread {
      let connection = accept(socket, nil, nil)
      guard connection >= 0 else { return }
      line.hear(readRequest(from: connection))
      _ = Array(answer.utf8).withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      if thenHangs { _ = readRequest(from: connection) }
      close(connection)
    }
  }

  public var url: String { silence.url }

  /// Whether a request came.
  public var wasCalled: Bool { line.text != nil }

  /// The request as it came; waits for it.
  public func heard() -> String { line.wait() }
}

/// What came over a connection, once.
private final class Heard: @unchecked Sendable {
  private let condition = NSCondition()
  private var heard: String?

  var text: String? { condition.withLock { heard } }

  func hear(_ text: String) {
    condition.withLock {
      heard = text
      condition.broadcast()
    }
  }

  func wait() -> String {
    condition.withLock {
      while heard == nil { condition.wait() }
      return heard ?? ""
    }
  }
}

/// Everything of one request: its head, and as many bytes as that says; what came so far when the other side has gone.
private func readRequest(from connection: Int32) -> String {
  var (said, buffer) = (Data(), [UInt8](repeating: 0, count: 4096))
  while !isWhole(said) {
    let count = read(connection, &buffer, buffer.count)
    if count <= 0 { break }
    said.append(contentsOf: buffer[..<count])
  }
  return String(decoding: said, as: UTF8.self)
}

private func isWhole(_ said: Data) -> Bool {
  let parts = String(decoding: said, as: UTF8.self).components(separatedBy: "\r\n\r\n")
  guard parts.count > 1, let length = parts[0].firstMatch(of: /(?i)content-length: (\d+)/)?.1 else { return false }
  return parts[1].utf8.count >= Int(length) ?? 0
}
