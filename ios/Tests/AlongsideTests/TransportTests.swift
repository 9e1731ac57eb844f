import AlongsideTesting
import Foundation
import Testing

@testable import Alongside

/// The platform's network stack, held to what the core asks of a transport.
@Suite(.timeLimit(.minutes(2)))
struct TransportTests {
  private let transport = URLSessionTransport()

  private func request(
    _ url: String, body: String = "{}", withinMs: UInt64 = 30_000, mostBytes: UInt64 = 1_000_000
  ) -> HttpRequest {
    HttpRequest(
      url: url, headers: ["Content-Type": "application/json", "Authorization": "Bearer nobody"], body: Data(body.utf8),
      withinMs: withinMs, mostBytes: mostBytes)
  }

  /// Why no whole reply came.
  private func fault(_ request: HttpRequest) async -> SyncTransportError? {
    do {
      _ = try await transport.send(request: request)
      return nil
    } catch {
      return error as? SyncTransportError
    }
  }

  @Test func aRefusalOfTheServerIsAReply() async throws {
    let scratch = try Scratch()
    let server = try LocalServer(in: scratch.folder)
    let reply = try await transport.send(request: request(server.url + "/sync/v1"))
    #expect(reply.status == 400 && reply.contentType == "application/json" && reply.encoding == nil)
    #expect(String(decoding: reply.body, as: UTF8.self).contains("\"code\":\"bad_request\""))
  }

  @Test func theWholeRequestArrives() async throws {
    let peer = try OneAnswer("HTTP/1.1 200 OK\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}")
    let reply = try await transport.send(request: request(peer.url, body: "{\"v\":1}"))
    #expect(reply.status == 200 && reply.retryAfter == 7 && reply.body == Data("{}".utf8))
    let said = peer.heard()
    #expect(said.hasPrefix("POST / ") && said.contains("Authorization: Bearer nobody") && said.hasSuffix("{\"v\":1}"))
  }

  @Test func aRedirectIsNotFollowed() async throws {
    let elsewhere = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    let peer = try OneAnswer("HTTP/1.1 307 Go\r\nLocation: \(elsewhere.url)\r\nContent-Length: 0\r\n\r\n")
    let reply = try await transport.send(request: request(peer.url))
    #expect(reply.status == 307)
    #expect(!elsewhere.wasCalled)
  }

  @Test func nobodyListeningIsUnreachable() async throws {
    let gone = try OneAnswer("").url
    #expect(await fault(request(gone)) == .Unreachable)
  }

  @Test func aServerThatNeverAnswersIsTooSlow() async throws {
    let silent = try Silence()
    #expect(await fault(request(silent.url, withinMs: 300)) == .TooSlow)
  }

  @Test func aServerThatDribblesIsTooSlowAsAWhole() async throws {
    let peer = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", thenHangs: true)
    #expect(await fault(request(peer.url, withinMs: 300)) == .TooSlow)
  }

  @Test func aConnectionThatEndsInTheMiddleIsCutOff() async throws {
    let peer = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
    #expect(await fault(request(peer.url)) == .CutOff)
  }

  @Test func aReplyThatIsTooLargeIsNotRead() async throws {
    let peer = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"v\":123}")
    #expect(await fault(request(peer.url, mostBytes: 8)) == .TooLarge)
  }

  @Test(arguments: ["", "not an address", "file:///etc/hostname", "https://"])
  func whatIsNoAddressIsNotAsked(url: String) async {
    #expect(await fault(request(url)) == .BadAddress)
  }

  @Test func cancellingEndsTheRequest() async throws {
    let silent = try Silence()
    let asking = Task { await fault(request(silent.url, withinMs: 600_000)) }
    asking.cancel()
    #expect(await asking.value == .CutOff)
  }

  @Test func theBodySaysWhetherItIsStillPacked() {
    let packed = Data([0x28, 0xB5, 0x2F, 0xFD, 0x00])
    #expect(stillPacked(packed, as: "zstd") == "zstd")
    #expect(stillPacked(packed, as: nil) == nil)
    #expect(stillPacked(Data("{}".utf8), as: "ZSTD") == nil)
    #expect(stillPacked(Data("{}".utf8), as: "gzip") == nil)
  }
}
