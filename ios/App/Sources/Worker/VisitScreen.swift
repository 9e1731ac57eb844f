#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// The contact and its note.
  struct VisitScreen: View {
    @State var model: VisitModel
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        if let promise = model.state.overview?.lastPromise { Text("Promised last time: \(promise.words)") }
        Section("The note") {
          TextEditor(text: body(of: \.body) { model.typeNote($0) })
            .frame(minHeight: 200)
            .accessibilityLabel("The note")
          KeptLine(kept: model.state.kept)
          TextField("What you promise to do", text: body(of: \.promised) { model.typePromise($0) }, axis: .vertical)
            .accessibilityLabel("What you promise to do")
          KeptLine(kept: model.state.promiseKept)
        }
        .disabled(model.state.signed != nil)
        ForEach(model.state.otherTexts, id: \.self) { other in
          Section("Written on another phone at the same time") { Text(other) }
        }
        ContactSection(model: model)
        Section {
          if model.state.signed == nil {
            ActionButton("Sign the note") { await model.sign() }.disabled(!model.state.canSign)
            ActionButton("Throw the note away", role: .destructive) { await model.discard() }
          } else {
            Label("Signed. It stays as it is.", systemImage: "checkmark.seal")
          }
        }
      }
      .navigationTitle("Visit")
      .onAppear { openWork.add(model) }
      .onDisappear {
        openWork.remove(model)
        Task { await model.leave() }
      }
    }

    private func body(of text: KeyPath<VisitState, String>, type: @escaping @MainActor (String) -> Void) -> Binding<
      String
    > {
      Binding(get: { model.state[keyPath: text] }, set: type)
    }
  }

  /// What the contact was.
  struct ContactSection: View {
    let model: VisitModel

    private static let purposes: [ContactPurpose] = [
      .listen, .plan, .assessment, .referralHelp, .accompany, .practicalHelp, .followUp, .handover, .safety,
      .recruitment,
    ]
    private static let outcomes: [ContactOutcome] = [
      .twoWay, .noAnswer, .messageLeft, .notHome, .cancelledByClient, .cancelledByService,
    ]

    var body: some View {
      Section("The contact") {
        ChoicePicker(title: "How", values: contactModes, words: { words(for: $0) }, choice: entry(\.mode))
        ChoicePicker(
          title: "What came of it", values: Self.outcomes, words: { words(for: $0) }, choice: entry(\.outcome))
        Toggle("Agreed beforehand", isOn: entry(\.agreedBefore))
        Toggle("With a carer in the client’s place", isOn: entry(\.withCarer))
        ForEach(Self.purposes, id: \.self) { purpose in
          Toggle(words(for: purpose), isOn: chosen(purpose))
        }
        TextField("Where", text: entry(\.place)).accessibilityLabel("Where")
        Findings(findings: model.state.findings)
        if !model.state.findings.isEmpty {
          TextField("Why all the same", text: entry(\.reason), axis: .vertical).accessibilityLabel("Why all the same")
        }
        if model.state.recorded == nil {
          ActionButton("Write the contact down") { await model.recordContact() }
        } else {
          Label("Written down", systemImage: "checkmark")
        }
      }
      .disabled(model.state.recorded != nil)
    }

    private func entry<Value>(_ field: WritableKeyPath<ContactForm, Value>) -> Binding<Value> {
      Binding(
        get: { model.state.contact[keyPath: field] },
        set: { value in
          var form = model.state.contact
          form[keyPath: field] = value
          enter(form)
        })
    }

    private func chosen(_ purpose: ContactPurpose) -> Binding<Bool> {
      Binding(
        get: { model.state.contact.purposes.contains(purpose) },
        set: { _ in enter(model.state.contact.with(purpose: purpose)) })
    }

    private func enter(_ form: ContactForm) {
      Task { await model.enterContact(form) }
    }
  }
#endif
