import Alongside
import AlongsideTesting
import Foundation
import Testing

/// The object an app holds: opening it, its errors, its streams.
@Suite(.timeLimit(.minutes(2)))
struct PhoneTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func enrolled() async throws -> (LocalServer, InHand) {
    let server = try LocalServer(in: scratch.folder)
    let hand = try await InHand(in: scratch.folder)
    try await hand.enrol(at: server, as: "link_worker", named: "Sana Iqbal")
    return (server, hand)
  }

  @Test func aNewPhoneBelongsToNobody() async throws {
    let hand = try await InHand(in: scratch.folder)
    #expect(try await hand.phone.me() == nil)
    #expect(await !hand.phone.instruments().isEmpty)
    #expect(await refusal { try await hand.phone.addClient(new: NewClient(name: "Ada Nowak")) } == .SignInAgain)
  }

  @Test func aWrongCodeIsSaidBesideItsField() async throws {
    let server = try LocalServer(in: scratch.folder)
    let hand = try await InHand(in: scratch.folder)
    let wrong = await refusal { try await hand.phone.enrol(server: server.url, code: "0000-0000", platform: "swift") }
    #expect(wrong == .Invalid(field: "code", reason: .unknown))
  }

  @Test func aKeyStoreThatDoesNotAnswerIsAskedAgainLater() async throws {
    let hand = try await InHand(in: scratch.folder)
    hand.stop()
    hand.keys.setLocked(true)
    #expect(await refusal { try await hand.start() } == .Storage(what: .locked))
    hand.keys.setLocked(false)
    try await hand.start()
    #expect(try await hand.phone.me() == nil)
  }

  @Test func anotherKeyDoesNotOpenTheFile() async throws {
    let hand = try await InHand(in: scratch.folder)
    let key = try #require(try hand.keys.load())
    hand.stop()
    try hand.keys.save(key: Data(count: 32))
    #expect(await refusal { try await hand.start() } == .Storage(what: .wrongKey))
    try hand.keys.save(key: key)
    try await hand.start()
  }

  @Test func aKeyOfAPackSignerThatIsNoneIsRefused() async throws {
    let folder = scratch.folder.appendingPathComponent("phone")
    let refused = await refusal {
      try await Phone.open(folder: folder, keyStore: MemoryKeys(), packSigners: ["not a key"])
    }
    #expect(refused == .Invalid(field: "pack_signers", reason: .wrongType))
  }

  @Test func everybodyWhoListensHearsOfAChange() async throws {
    let (_, hand) = try await enrolled()
    var (one, two) = (hand.phone.changes().makeAsyncIterator(), hand.phone.changes().makeAsyncIterator())
    _ = try await hand.phone.addClient(new: NewClient(name: "Ada Nowak"))
    #expect(await one.next() == .saved)
    #expect(await two.next() == .saved)
    _ = try await hand.phone.synchronise()
    #expect(await one.next() == .synced)
  }

  @Test func theSyncLineShowsAnExchangeFromItsBeginningToItsEnd() async throws {
    let (_, hand) = try await enrolled()
    var line = hand.phone.syncStates().makeAsyncIterator()
    #expect(await line.next()?.unsent == 0)
    _ = try await hand.phone.addClient(new: NewClient(name: "Ada Nowak"))
    #expect(await line.next()?.unsent == 1)
    async let exchange = hand.phone.synchronise()
    var sawItRun = false
    while let state = await line.next() {
      sawItRun = sawItRun || state.running
      if state.unsent == 0 && !state.running { break }
    }
    #expect(try await exchange.sent == 1)
    #expect(sawItRun)
  }

  @Test func cancellingTheTaskEndsTheExchange() async throws {
    let (server, hand) = try await enrolled()
    server.stop()
    let silent = try Silence()
    hand.line.detour = silent.url
    let exchange = Task { await refusal { try await hand.phone.synchronise(deadlineMs: 600_000) } }
    var line = hand.phone.syncStates().makeAsyncIterator()
    while let state = await line.next(), !state.running {}
    exchange.cancel()
    #expect(await exchange.value == .Offline(why: .cancelled))
  }

  @Test func aTaskThatIsCancelledBeforeItBeginsExchangesNothing() async throws {
    let (_, hand) = try await enrolled()
    let attempt = try await hand.phone.syncState().lastAttempt
    let exchange = Task {
      while !Task.isCancelled { await Task.yield() }
      return await refusal { try await hand.phone.synchronise() }
    }
    exchange.cancel()
    #expect(await exchange.value == .Offline(why: .cancelled))
    #expect(try await hand.phone.syncState().lastAttempt == attempt)
  }

  @Test func aSuspendedPhoneRefusesUntilItIsResumed() async throws {
    let (_, hand) = try await enrolled()
    hand.phone.suspend()
    #expect(await refusal { try await hand.phone.caseload() } == .Storage(what: .locked))
    hand.phone.resume()
    #expect(try await hand.phone.caseload().isEmpty)
  }

  @Test func aPreviewIsARealPhoneWithNobodyBehindIt() async throws {
    let phone = try await Phone.preview()
    #expect(try await phone.caseload().map(\.name).sorted() == ["Delyth Vaughan-Okoro", "Tomasz Zielinski"])
    let delyth = try #require(try await phone.caseload().first { $0.knownAs == "Del" }?.case)
    #expect(try await phone.goals(case: delyth).first?.steps.count == 1)
    #expect(await refusal { try await phone.synchronise() } == .Offline(why: .unreachable))
  }

  @Test func severalTasksMayUseOnePhone() async throws {
    let (_, hand) = try await enrolled()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...20 {
        group.addTask { _ = try await hand.phone.addClient(new: NewClient(name: "Client \(number)")) }
      }
      try await group.waitForAll()
    }
    #expect(try await hand.phone.caseload().count == 20)
  }
}
