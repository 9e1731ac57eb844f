#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Everybody, and finding words in what is on this phone.
  struct CaseloadScreen: View {
    @State var model: CaseloadModel
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        Section {
          TextField("Find a name or words", text: search).accessibilityLabel("Find a name or words")
        }
        if let tooMuch = model.state.load?.tooMuch { Text(tooMuch.words) }
        Section("People") {
          ForEach(model.state.fitting, id: \.case) { line in
            NavigationLink {
              ClientScreen(model: ClientModel(phone: phone, case: line.case), phone: phone, openWork: openWork)
            } label: {
              PersonRow(line: line)
            }
          }
        }
        if !model.state.found.isEmpty {
          Section("Found in records") {
            ForEach(model.state.found, id: \.id) { FoundRow(found: $0, phone: phone, openWork: openWork) }
          }
        }
        Section("A new client") {
          SayField(prompt: "Full name", action: "Open a case") { name in
            await model.addClient(NewClient(name: name))
            return model.state.doing.refusal == nil
          }
        }
        ForEach(model.state.possibleDuplicates, id: \.self) { Text($0.finding.words) }
      }
      .navigationTitle("People")
    }

    private var search: Binding<String> {
      Binding(get: { model.state.words }, set: { words in Task { await model.typeSearch(words) } })
    }
  }

  /// One person of the caseload.
  struct PersonRow: View {
    let line: CaseSummary

    var body: some View {
      VStack(alignment: .leading) {
        Text(line.name).font(.headline)
        if let year = line.birthYear { Text("Born \(String(year))").font(.footnote) }
        if let next = line.nextContact {
          Text("Next: \(next.at.dayAndTime)").font(.footnote)
        } else {
          Text("No contact planned").font(.footnote)
        }
        if line.unsent { Text("Some of it is on this phone only").font(.footnote) }
      }
    }
  }

  /// A record that holds the words.
  struct FoundRow: View {
    let found: Found
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      if let about = found.case {
        NavigationLink {
          ClientScreen(model: ClientModel(phone: phone, case: about), phone: phone, openWork: openWork)
        } label: {
          Text(found.text)
        }
      } else {
        Text(found.text)
      }
    }
  }
#endif
