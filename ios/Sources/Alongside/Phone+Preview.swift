import Foundation

extension Phone {
  /// A link worker's phone for previews and pictures: the real core, with its real rules, on a file of its own in a temporary
  /// folder, and no service behind it. Two invented clients are on it.
  ///
  /// It is for nothing else: its key is in memory only, and nothing on it is ever sent.
  public static func preview() async throws(AlongsideError) -> Phone {
    let name = "alongside-preview-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    let phone = try await open(folder: folder, keyStore: PreviewKeys(), transport: PreviewService())
    _ = try await phone.enrol(server: "https://preview.invalid", code: "preview", platform: "preview")
    try await phone.inventDelyth()
    _ = try await phone.addClient(new: NewClient(name: "Tomasz Zielinski", birthYear: 1968))
    return phone
  }

  private func inventDelyth() throws(AlongsideError) {
    let delyth = try addClient(
      new: NewClient(name: "Delyth Vaughan-Okoro", knownAs: "Del", birthYear: 1951, conditions: ["copd"]))
    try setSafeContact(case: delyth, words: "Not on the landline: her nephew answers it")
    try introduceLinkWorker(
      case: delyth, whatTheyDo: "I have time to listen, and know what is nearby", reach: "0191 496 0001, Tuesdays")
    let inADay = Timestamp(Date(timeIntervalSinceNow: 86_400).timeIntervalSince1970 * 1000)
    try planNextContact(case: delyth, at: inADay, mode: .home, why: "To open the letters together, as Delyth asked")
    _ = try sayWhatMatters(case: delyth, words: "My garden, and not being hurried")
    let goal = try agreeGoal(
      case: delyth,
      new: NewGoal(
        wording: "I want to sit in the rhubarb garden again before the frost", wordingBy: .client, category: .connection
      ))
    _ = try addStep(goal: goal, title: "Ring the allotment about the wheelbarrow", by: .client)
    let note = try startNote(case: delyth)
    try keepNote(note: note, text: "Delyth spoke of the marmalade her mother made.")
    try promise(note: note, words: "Bring the form about the heating")
    _ = try signNote(note: note)
  }
}
