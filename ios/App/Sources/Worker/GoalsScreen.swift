#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// A client's goals, in their words.
  struct GoalsScreen: View {
    @State var model: GoalsModel
    let phone: Phone
    @State private var by = WordingBy.client

    var body: some View {
      ScreenFrame(model: model) {
        ForEach(model.state.current, id: \.id) { GoalSection(view: $0, model: model, phone: phone) }
        Section("A new goal") {
          ChoicePicker(
            title: "Whose words", values: [WordingBy.client, .joint, .worker], words: { words(for: $0) }, choice: $by)
          SayField(
            prompt: "The goal, as it is said", action: "Agree this goal",
            keptAs: Saying(wordsFor: .goal, case: model.state.case)
          ) {
            await model.agreeGoal($0, by: by)
          }
        }
        Section("Settled") {
          ForEach(model.state.settled, id: \.id) { view in
            Text(view.goal.wording)
            Text(words(for: view.goal.status)).font(.footnote)
            PhotoRows(photos: view.allPhotos, phone: phone)
          }
        }
      }
      .navigationTitle("Goals")
    }
  }

  /// One goal with its steps and how it is going.
  struct GoalSection: View {
    let view: GoalView
    let model: GoalsModel
    let phone: Phone
    @State private var stepBy = StepBy.client
    @State private var score: Int64?

    /// No number is a choice of its own, and not nought.
    private static let scores: [Int64?] = [nil] + (0...10).map { $0 }

    var body: some View {
      Section {
        Text(view.goal.wording).font(.headline)
        if let paraphrase = view.goal.paraphrase { Text(paraphrase).font(.footnote) }
        Text(words(for: view.goal.status)).font(.footnote)
        PhotoRows(photos: view.photos, phone: phone)
        if view.goal.status == .proposed { ActionButton("The client said yes") { await model.confirmGoal(view.id) } }
        ForEach(view.steps, id: \.id) { step in
          Toggle(step.step.title, isOn: done(step))
        }
        ChoicePicker(
          title: "Who takes the step", values: [StepBy.client, .worker, .together, .service],
          words: { words(for: $0) }, choice: $stepBy)
        SayField(prompt: "A step", action: "Add this step", keptAs: saying(.step)) {
          await model.addStep(view.id, title: $0, by: stepBy)
        }
        ForEach(view.checkIns, id: \.id) { checkIn in
          CheckInRow(checkIn: checkIn.checkIn)
          PhotoRows(photos: checkIn.photos, phone: phone)
        }
        ChoicePicker(
          title: "How it is going, from 0 to 10", values: Self.scores,
          words: { $0.map { "\(String($0)) out of 10" } ?? "No number" }, choice: $score)
        SayField(prompt: "How it is going, in words", action: "Write down how it is going", keptAs: saying(.checkIn)) {
          let said = await model.checkIn(view.id, score: score, words: $0.isEmpty ? nil : $0)
          if said { score = nil }
          return said
        }
        SayField(prompt: "Other words for this goal", action: "Say it in these words", keptAs: saying(.goalRewording)) {
          await model.rewordGoal(view.id, wording: $0, by: .client)
        }
        NavigationLink("It has become another goal") { AnotherGoalScreen(view: view, model: model) }.touchTarget()
        SayField(prompt: "In your words, beside theirs", action: "Add your words", keptAs: saying(.goalParaphrase)) {
          await model.paraphraseGoal(view.id, words: $0)
        }
        SayField(
          prompt: "Why", keptAs: saying(.goalStanding),
          choices: [
            SayChoice(action: "Put it aside for now") { await model.setGoalStatus(view.id, .parked, why: $0) },
            SayChoice(action: "Let it go") { await model.setGoalStatus(view.id, .dropped, why: $0) },
          ])
        ActionButton("It is reached") { await model.setGoalStatus(view.id, .reached) }
      }
    }

    private func saying(_ words: WordsFor) -> Saying {
      Saying(wordsFor: words, case: model.state.case, about: view.id)
    }

    private func done(_ step: StepView) -> Binding<Bool> {
      Binding(get: { step.step.done }, set: { done in Task { await model.tickStep(step.id, done: done) } })
    }
  }

  /// A goal has become another: the new words, whose they are, and why. The old one stays in the record.
  struct AnotherGoalScreen: View {
    let view: GoalView
    let model: GoalsModel
    @State private var by = WordingBy.client
    @Environment(Session.self) private var session
    @Environment(\.dismiss) private var dismiss

    var body: some View {
      ScreenFrame(model: model) {
        Section("Until now") { Text(view.goal.wording).italic() }
        KeptField(prompt: "The goal, as it is said", keptAs: saying(.goalChange))
        ChoicePicker(
          title: "Whose words", values: [WordingBy.client, .joint, .worker], words: { words(for: $0) }, choice: $by)
        SayField(prompt: "Why it became another", action: "Keep the new goal", keptAs: saying(.goalChangeWhy)) { why in
          let wording = session.words(of: saying(.goalChange))
          let changed = await model.changeGoal(view.id, wording: wording?.words[.goalChange] ?? "", by: by, why: why)
          if changed {
            await wording?.forget()
            dismiss()
          }
          return changed
        }
      }
      .navigationTitle("It has become another goal")
    }

    private func saying(_ words: WordsFor) -> Saying {
      Saying(wordsFor: words, case: model.state.case, about: view.id)
    }
  }

  /// How a goal is going, as one person said it.
  struct CheckInRow: View {
    let checkIn: CheckIn

    var body: some View {
      VStack(alignment: .leading) {
        if let score = checkIn.score { Text("\(String(score)) out of 10") }
        if let said = checkIn.words { Text(said).italic() }
        Text(checkIn.at.day).font(.footnote)
      }
    }
  }
#endif
