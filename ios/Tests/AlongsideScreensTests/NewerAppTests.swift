import Alongside
import AlongsideTesting
import Foundation
import Testing

@testable import AlongsideScreens

/// The service would like phones to have a newer app: it is told, and everything goes on working.
@MainActor
struct NewerAppTests {
  @Test func itIsToldOnTheDayAndOnTheSyncScreenAndNothingIsShut() async throws {
    let visiting = try await Visiting()
    let folder = visiting.scratch.folder.appendingPathComponent("older")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let phone = try await Phone.open(folder: folder, keyStore: MemoryKeys(), transport: AsksForNewer())
    let code = try await visiting.code(for: "link_worker", named: "Tegan Moss")
    _ = try await phone.enrol(server: visiting.service.url, code: code, platform: "swift")
    let model = SyncModel(phone: phone)
    await model.refresh()
    #expect(model.state.sync?.wantedBuild == nil)
    await model.synchronise()
    await model.synchronise()
    #expect(model.state.doing.refusal == nil && model.state.sync?.wantedBuild == "99.0.0")
    let today = TodayModel(phone: phone)
    await today.refresh()
    #expect(today.state.today?.onThisPhone.wantedBuild == "99.0.0")
    #expect(try await !phone.addClient(new: NewClient(name: "Peri Lockwood")).isEmpty)
    phone.suspend()
  }
}

/// The platform's network stack, and a service that asks for a newer app with every answer to a sync.
private final class AsksForNewer: SyncTransport {
  private let inner = URLSessionTransport()

  func send(request: HttpRequest) async throws -> HttpReply {
    let plain = HttpRequest(
      url: request.url, headers: request.headers.filter { $0.key.lowercased() != "accept-encoding" },
      body: request.body, withinMs: request.withinMs, mostBytes: request.mostBytes)
    let reply = try await inner.send(request: plain)
    guard request.url.hasSuffix("/sync/v1"), reply.status == 200, reply.encoding == nil,
      var said = try JSONSerialization.jsonObject(with: reply.body) as? [String: Any]
    else { return reply }
    let asked = said["directives"] as? [[String: Any]] ?? []
    said["directives"] = asked + [["d": "min_build", "build": "99.0.0"]]
    return HttpReply(
      status: reply.status, contentType: reply.contentType, encoding: nil, retryAfter: reply.retryAfter,
      body: try JSONSerialization.data(withJSONObject: said))
  }
}
