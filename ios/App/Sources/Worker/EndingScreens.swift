#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Handing a client over well.
  struct HandoverScreen: View {
    @State var model: HandoverModel
    let openWork: OpenWork
    @State private var meeting = Date()
    @Environment(\.dismiss) private var dismiss

    var body: some View {
      ScreenFrame(model: model) {
        if let pack = model.state.pack {
          if pack.givenAt == nil { writing(pack) } else { given }
        } else {
          if model.state.colleagues.isEmpty {
            Text("This phone knows no other link worker yet, so the handover goes to the team.")
          } else {
            Picker("Who goes on with them", selection: next) {
              Text("Nobody yet: it goes to the team").tag("")
              ForEach(model.state.colleagues, id: \.person) { Text(verbatim: $0.name).tag($0.person) }
            }
          }
          ActionButton("Prepare the handover") { await model.prepare() }
        }
        ForEach(model.state.given ?? [], id: \.id) { view in Section { HandoverRow(pack: view.pack) } }
      }
      .navigationTitle("Handover")
      .onAppear { openWork.add(model) }
      .onDisappear {
        openWork.remove(model)
        Task { await model.leave() }
      }
      .onChange(of: model.state.left) { _, left in if left { dismiss() } }
    }

    private var next: Binding<PersonId> {
      Binding(
        get: { model.state.next?.person ?? "" },
        set: { chosen in model.choose(model.state.colleagues.first { $0.person == chosen }) })
    }

    @ViewBuilder private func writing(_ pack: HandoverView) -> some View {
      if let name = pack.pack.toName { Text("For \(name)") } else { Text("For the team") }
      ForEach(HandoverModel.parts, id: \.self) { part in
        Section {
          Text(words(for: part)).font(.headline)
          TextEditor(text: typed(in: part)).frame(minHeight: 88).accessibilityLabel(words(for: part))
        }
      }
      Section {
        KeptLine(kept: model.state.kept)
        Findings(findings: pack.missing)
        MomentPicker(title: "When both of you meet the client", at: $meeting)
        ActionButton("Keep this time") { await model.planJointMeeting(at: meeting.timestamp) }
        SayField(
          prompt: "Why, as the client is told", action: "Give the pack",
          keptAs: Saying(wordsFor: .handoverWhy, case: model.state.case)
        ) { why in
          await model.give(why: why)
          return model.state.doing.refusal == nil
        }
        .disabled(!model.state.canGive)
      }
    }

    @ViewBuilder private var given: some View {
      Label("Given. The client is told why.", systemImage: "checkmark.seal")
      ActionButton("Leave the case", role: .destructive) { await model.leaveCase() }
    }

    private func typed(in part: PackPart) -> Binding<String> {
      Binding(get: { model.state.wordsOf(part) }, set: { model.typePart(part, $0) })
    }
  }

  /// A pack that was given, to read.
  struct HandoverRow: View {
    let pack: HandoverPack

    var body: some View {
      ForEach(HandoverModel.parts, id: \.self) { part in
        if let said = pack.words(of: part) {
          VStack(alignment: .leading) {
            Text(words(for: part)).font(.footnote)
            Text(said)
          }
        }
      }
    }
  }

  /// Ending the support, or not: what stands open is seen first.
  struct ClosureScreen: View {
    @State var model: ClosureModel
    let openWork: OpenWork

    private static let reasons: [EndReason?] = [
      nil, .goalsMet, .agreedEnding, .moved, .declined, .lostContact, .died, .transferred, .serviceEnded,
    ]

    var body: some View {
      ScreenFrame(model: model) {
        if model.state.ended {
          Text("The support has ended. The door stays open.")
        } else {
          proposal
          decision
        }
      }
      .navigationTitle("Ending the support")
      .keepsWords(of: model, among: openWork)
    }

    @ViewBuilder private var proposal: some View {
      Section("What an ending would look like") {
        ChoicePicker(
          title: "Why", values: Self.reasons, words: { $0.map { words(for: $0) } ?? "Not chosen yet" },
          choice: entry(\.reason))
        TextField("What the client says of it", text: entry(\.clientView), axis: .vertical)
          .accessibilityLabel("What the client says of it")
        Toggle("The client agrees", isOn: entry(\.agreed))
        TextField("Why, although something stands open", text: entry(\.why), axis: .vertical)
          .accessibilityLabel("Why, although something stands open")
        TextField("Who took a second look", text: entry(\.secondBy)).accessibilityLabel("Who took a second look")
        Findings(findings: model.state.check?.open ?? [])
        if let against = model.state.check?.against { Text(against.words).bold() }
        ActionButton("End the support") { await model.end() }.disabled(!model.state.canEnd)
      }
    }

    @ViewBuilder private var decision: some View {
      Section("Or") {
        SayField(
          prompt: "Why", keptAs: Saying(wordsFor: .closureWhy, case: model.state.case),
          choices: [
            SayChoice(action: "Go on") { await model.goOn(why: $0) },
            SayChoice(action: "Pause, with the door open") { await model.pause(why: $0) },
            SayChoice(action: "Ask somebody to look with you") { await model.askForSecondLook(why: $0) },
          ])
      }
      Section("Nobody can be reached") {
        Findings(findings: model.state.toTry)
        SayField(
          prompt: "What got in the way", action: "Pause with the door open",
          keptAs: Saying(wordsFor: .barrier, case: model.state.case)
        ) {
          await model.pauseWithDoorOpen(barrier: $0)
        }
        .disabled(!model.state.toTry.isEmpty)
      }
    }

    private func entry<Value>(_ field: WritableKeyPath<EndingForm, Value>) -> Binding<Value> {
      Binding(
        get: { model.state.form[keyPath: field] },
        set: { value in
          var form = model.state.form
          form[keyPath: field] = value
          Task { await model.enter(form) }
        })
    }
  }
#endif
