// The first lines an app writes, as a program: FirstLines FOLDER SERVER CODE
import Alongside
import AlongsideTesting
import Foundation

@main
struct FirstLines {
  static func main() async {
    do {
      let words = CommandLine.arguments
      try await greet(folder: URL(fileURLWithPath: words[1]), server: words[2], code: words[3])
    } catch {
      print("refused: \(error)")
      exit(1)
    }
  }

  static func greet(folder: URL, server: String, code: String) async throws(AlongsideError) {
    // An app's key store is KeychainKeys(folder: folder).
    let phone = try await Phone.open(folder: folder, keyStore: MemoryKeys())
    let me = try await phone.enrol(server: server, code: code, platform: "ios")
    let client = try await phone.addClient(new: NewClient(name: "Ada Nowak"))
    let note = try await phone.startNote(case: client)
    _ = try await phone.typeNote(note: note, text: "Tea, and a long talk about the allotment.")
    _ = try await phone.signNote(note: note)
    let report = try await phone.synchronise()
    print("\(me.name): \(report.sent) changes sent, \(try await phone.caseload().count) client")
  }
}
