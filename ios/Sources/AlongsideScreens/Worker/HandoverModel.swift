// Handing a client over well: a pack drawn from the record, gone over in the worker's words, given once.

import Alongside
import Observation

/// What the screen of a handover shows.
public struct HandoverState: KeptState, Equatable {
  /// The case.
  public let `case`: CaseId
  /// Whom the client can be handed to; empty where nobody is known, and then it is the team's queue.
  public internal(set) var colleagues: [NextWorker] = []
  /// Who of them the pack will be for; nobody for the team's queue.
  public internal(set) var next: NextWorker?
  /// Packs that were given, newest first; nothing before they were read.
  public internal(set) var given: [HandoverView]?
  /// The pack that is being written, or was just given; nothing before one was begun.
  public internal(set) var pack: HandoverView?
  /// Parts as they stand on the screen, where somebody typed.
  public internal(set) var words: [PackPart: String] = [:]
  /// How safe the part is that was typed at last.
  public internal(set) var kept = Kept.untouched
  /// Whether the case was left, and the screen can close.
  public internal(set) var left = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { given != nil }

  /// What one part says: as typed, or as it was kept.
  public func wordsOf(_ part: PackPart) -> String {
    words[part] ?? pack?.pack.words(of: part) ?? ""
  }

  /// Whether the pack is being written and says what matters to the client.
  public var canGive: Bool {
    pack != nil && pack?.givenAt == nil && filled(wordsOf(.whatMatters)) != nil && !doing.busy
  }
}

/// A handover of one client.
@MainActor
@Observable
public final class HandoverModel: KeptModel, KeepsWords {
  public internal(set) var state: HandoverState
  let phone: Phone
  let turn = Turn()
  private let `case`: CaseId
  private let clock: ScreenClock
  @ObservationIgnored private var id: EntityId?
  @ObservationIgnored private var saves: [PackPart: Autosave] = [:]
  /// Whether the pack was given here: from the next exchange on, the case may be on the next worker's phone alone.
  @ObservationIgnored private var handedOver = false

  /// The parts of a pack, in the order in which its reader needs them.
  public static let parts: [PackPart] = [
    .whatMatters, .promises, .doAndDoNot, .safeContact, .openDuties, .referrals, .relationship,
  ]

  /// The handover of `case`; `pack` is one that was begun before.
  public init(phone: Phone, case: CaseId, pack: EntityId? = nil, clock: ScreenClock = .system) {
    (self.phone, self.case, self.clock) = (phone, `case`, clock)
    id = pack
    state = HandoverState(case: `case`)
  }

  /// Chooses who the pack will be for, or the team's queue.
  public func choose(_ next: NextWorker?) {
    state.next = next
  }

  /// Begins a pack, for whoever was chosen, or else for the team's queue.
  public func prepare() async {
    await act {
      guard id == nil else { return }
      id = try await phone.prepareHandover(case: `case`, to: state.next)
    }
  }

  /// One part, whole, after a keystroke.
  public func typePart(_ part: PackPart, _ words: String) {
    guard let id, state.pack?.givenAt == nil, words != state.wordsOf(part) else { return }
    state.words[part] = words
    save(of: part, in: id).type(words)
  }

  /// Says when both workers meet the client together.
  public func planJointMeeting(at: Timestamp) async {
    await act { try await phone.planJointMeeting(pack: thePack(), at: at) }
  }

  /// Gives the pack, with the reason the client is told.
  public func give(why: String) async {
    guard state.canGive else { return }
    await act {
      try await keepParts()
      id = try await phone.giveHandover(pack: thePack(), why: why)
      handedOver = true
      state.words = [:]
    }
  }

  /// Leaves the case, after the joint meeting.
  public func leaveCase() async {
    await act {
      try await phone.leaveCase(case: `case`)
      state.left = true
    }
  }

  public func keep() async {
    let refusal = await refusal(of: { try await keepParts() })
    if let refusal { state.doing.refusal = refusal }
  }

  /// Keeps every letter: the screen is being left. The pack stays as it is, for another day.
  public func leave() async {
    await keep()
  }

  func read() async throws {
    guard !state.left else { return }
    do {
      try await readCase()
    } catch AlongsideError.NotFound where handedOver {
      state = HandoverState(case: `case`)
      state.left = true
    }
  }

  private func readCase() async throws {
    let colleagues = try await phone.colleagues()
    state.colleagues = colleagues
    if let next = state.next, !colleagues.contains(next) { state.next = nil }
    state.given = try await phone.handovers(case: `case`)
    if let id { state.pack = try await phone.handover(pack: id) }
  }

  func emptied() -> HandoverState { HandoverState(case: `case`) }

  private func thePack() throws -> EntityId {
    guard let id else { throw AlongsideError.NotFound }
    return id
  }

  private func keepParts() async throws {
    for save in saves.values {
      if let refusal = await save.keepNow() { throw refusal.error }
    }
  }

  private func save(of part: PackPart, in pack: EntityId) -> Autosave {
    if let save = saves[part] { return save }
    let save = Autosave(
      clock: clock,
      keep: { [phone] in try await phone.writePack(pack: pack, part: part, words: $0) },
      tell: { [weak self] kept, refusal in
        self?.state.kept = kept
        if let refusal { self?.state.doing.refusal = refusal }
      })
    saves[part] = save
    return save
  }
}

extension HandoverPack {
  /// What one part says.
  public func words(of part: PackPart) -> String? {
    switch part {
    case .whatMatters: whatMatters
    case .promises: promises
    case .doAndDoNot: doAndDoNot
    case .safeContact: safeContact
    case .openDuties: openDuties
    case .referrals: referrals
    case .relationship: relationship
    }
  }
}
