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
        NavigationLink("Add somebody") { NewClientScreen(model: model, openWork: openWork) }.touchTarget()
        if let opened = model.state.opened, let name = model.state.nameOf(opened) {
          NavigationLink("Go on with \(name)") {
            ClientScreen(model: ClientModel(phone: phone, case: opened), phone: phone, openWork: openWork)
              .onAppear { model.noteOpened() }
          }
          .touchTarget()
        }
        ForEach(model.state.possibleDuplicates, id: \.self) { Text($0.finding.words) }
      }
      .navigationTitle("People")
    }

    private var search: Binding<String> {
      Binding(get: { model.state.words }, set: { words in Task { await model.typeSearch(words) } })
    }
  }

  /// Somebody new. Their name is enough to begin with; it works with no signal.
  struct NewClientScreen: View {
    let model: CaseloadModel
    let openWork: OpenWork
    @Environment(\.dismiss) private var dismiss

    var body: some View {
      ScreenFrame(model: model) {
        TextField("Full name", text: entry(\.name)).accessibilityLabel("Full name")
        TextField("What they like to be called", text: entry(\.knownAs))
          .accessibilityLabel("What they like to be called")
        TextField("Year of birth", text: entry(\.birthYear)).accessibilityLabel("Year of birth")
        TextField("Telephone", text: entry(\.phone)).accessibilityLabel("Telephone")
        TextField("Where they live", text: entry(\.address), axis: .vertical).accessibilityLabel("Where they live")
        TextField("How it is safe to reach them", text: entry(\.safeContact), axis: .vertical)
          .accessibilityLabel("How it is safe to reach them")
        ActionButton("Open their case") { await open() }.disabled(!model.state.canAdd)
      }
      .navigationTitle("Somebody new")
      .keepsWords(of: model, among: openWork)
    }

    private func entry(_ field: WritableKeyPath<ClientForm, String>) -> Binding<String> {
      Binding(
        get: { model.state.form[keyPath: field] },
        set: { words in
          var form = model.state.form
          form[keyPath: field] = words
          model.enter(form)
        })
    }

    private func open() async {
      await model.addClient()
      if model.state.opened != nil { dismiss() }
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
