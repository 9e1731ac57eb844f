#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// What an assessment can be held with.
  struct InstrumentsScreen: View {
    let phone: Phone
    let `case`: CaseId
    let openWork: OpenWork
    @State private var instruments: [InstrumentSummary] = []
    @State private var mode = ContactMode.home

    var body: some View {
      List {
        ChoicePicker(title: "How you meet", values: contactModes, words: { words(for: $0) }, choice: $mode)
        ForEach(instruments, id: \.self) { instrument in
          NavigationLink {
            AssessmentScreen(
              model: AssessmentModel(phone: phone, case: `case`, instrument: instrument.id, mode: mode),
              openWork: openWork)
          } label: {
            VStack(alignment: .leading) {
              Text(instrument.title)
              Text(instrument.licence).font(.footnote)
            }
          }
        }
      }
      .navigationTitle("Assessment")
      .task { instruments = await phone.instruments() }
    }
  }

  /// An assessment held as a conversation, in the client's order.
  struct AssessmentScreen: View {
    @State var model: AssessmentModel
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        ForEach(model.state.start?.hints ?? [], id: \.self) { Label($0, systemImage: "info.circle") }
        if let introduction = model.state.view?.introduction { Text(introduction) }
        ForEach(model.state.asked, id: \.item) { QuestionSection(question: $0, model: model) }
        KeptLine(kept: model.state.kept)
        if !model.state.contacts.isEmpty { PartOfContact(model: model) }
        if let why = model.state.view?.voidBecause { Text("Declared void: \(why)").bold() }
        if let licence = model.state.view?.licence { Text(licence).font(.footnote) }
        EndOfAssessment(model: model)
      }
      .navigationTitle(model.state.view?.title ?? "")
      .onAppear { openWork.add(model) }
      .onDisappear {
        openWork.remove(model)
        Task { await model.leave() }
      }
    }
  }

  /// One question with what may be answered.
  struct QuestionSection: View {
    let question: QuestionView
    let model: AssessmentModel

    var body: some View {
      Section(question.prompt) {
        if let help = question.help { Text(help).font(.footnote) }
        Text(question.said).bold()
        if model.state.open { answers }
        if let prompt = question.commentPrompt {
          TextField(prompt, text: comment, axis: .vertical).accessibilityLabel(prompt)
        }
      }
    }

    @ViewBuilder private var answers: some View {
      if let scale = question.scale {
        Text("\(String(scale.min)): \(scale.minLabel). \(String(scale.max)): \(scale.maxLabel).").font(.footnote)
      }
      ForEach(question.options, id: \.value) { option in
        Button(option.label) { answer(.value(option.value)) }
          .accessibilityAddTraits(question.value == option.value ? .isSelected : .isButton)
          .touchTarget()
      }
      if question.options.isEmpty, let scale = question.scale {
        // The lowest point is an answer like any other, and is not there before somebody gives it.
        Button("\(String(scale.min)) out of \(String(scale.max))") { answer(.value(scale.min)) }.touchTarget()
        Stepper(value: point(on: scale), in: scale.min...scale.max) { Text(question.said) }
      } else if question.options.isEmpty {
        SayField(
          prompt: "In their own words", action: "Keep this answer",
          keptAs: Saying(
            wordsFor: .answer, case: model.state.case, about: "\(model.state.view?.id ?? "") \(question.item)")
        ) { words in
          await model.answer(question.item, .text(words))
          return model.state.doing.refusal == nil
        }
      }
      if question.allowNotNow { Button("Not now") { answer(.notNow) }.touchTarget() }
      if question.allowPreferNotToSay { Button("Would rather not say") { answer(.preferNotToSay) }.touchTarget() }
      if question.answeredAt != nil {
        ActionButton("Take the answer back") { await model.clearAnswer(question.item) }
      }
    }

    private var comment: Binding<String> {
      Binding(
        get: { model.state.commentOf(question.item) }, set: { model.typeComment(question.item, $0) })
    }

    private func point(on scale: ScaleView) -> Binding<Int64> {
      Binding(get: { question.value ?? scale.min }, set: { answer(.value($0)) })
    }

    private func answer(_ response: Response) {
      Task { await model.answer(question.item, response) }
    }
  }

  /// Which contact it was part of.
  struct PartOfContact: View {
    let model: AssessmentModel

    var body: some View {
      Section("It was part of the contact") {
        ForEach(model.state.contacts, id: \.id) { contact in
          Button {
            Task { await model.placeInContact(contact.id) }
          } label: {
            VStack(alignment: .leading) {
              Text(contact.contact.at.dayAndTime)
              Text(words(for: contact.contact.mode)).font(.footnote)
            }
          }
          .accessibilityAddTraits(model.state.view?.contact == contact.id ? .isSelected : .isButton)
          .touchTarget()
        }
      }
    }
  }

  /// Putting it aside, submitting it, or leaving it.
  struct EndOfAssessment: View {
    let model: AssessmentModel

    var body: some View {
      Section {
        if model.state.open {
          Toggle("The client was given a copy here", isOn: copy)
          ActionButton("Put it aside for another day") { await model.pause() }
          ActionButton("Submit") { await model.submit() }.disabled(!model.state.canSubmit)
          SayField(
            prompt: "Why, if they said", action: "The client would rather not",
            keptAs: Saying(wordsFor: .assessmentEnd, case: model.state.case, about: model.state.view?.id)
          ) { why in
            await model.decline(why: why.isEmpty ? nil : why)
            return model.state.doing.refusal == nil
          }
          ActionButton("Give it up", role: .destructive) { await model.abandon(why: nil) }
        } else if model.state.view?.outcome == .held {
          ActionButton("Give the client a copy") { await model.share() }
        }
      }
    }

    private var copy: Binding<Bool> {
      Binding(
        get: { model.state.view?.clientHasCopy ?? false },
        set: { had in Task { await model.noteClientCopy(had) } })
    }
  }
#endif
