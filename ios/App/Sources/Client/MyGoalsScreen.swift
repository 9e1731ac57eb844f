#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// The client's goals, with steps to tick.
  struct MyGoalsScreen: View {
    @State var model: MyGoalsModel
    let phone: Phone
    let `case`: CaseId
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        if model.state.goals?.isEmpty == true {
          Text("You have no goals here yet. You can write one, big or small.")
        }
        ForEach(model.state.goals ?? [], id: \.id) {
          MyGoalSection(view: $0, model: model, phone: phone, case: `case`, openWork: openWork)
        }
        NavigationLink("Write a goal") {
          OwnGoalScreen(model: OwnGoalModel(phone: phone, case: `case`), openWork: openWork)
        }
        .touchTarget()
      }
      .navigationTitle("My goals")
    }
  }

  /// One goal.
  struct MyGoalSection: View {
    let view: GoalView
    let model: MyGoalsModel
    let phone: Phone
    let `case`: CaseId
    let openWork: OpenWork

    var body: some View {
      Section {
        Text(view.goal.wording).font(.headline)
        Text(words(for: view.goal.status)).font(.footnote)
        if view.goal.status == .proposed { ActionButton("Yes, this is my goal") { await model.confirm(view.id) } }
        ForEach(view.steps, id: \.id) { step in
          Toggle(step.step.title, isOn: done(step))
        }
        PhotoRows(photos: view.allPhotos, phone: phone)
        if view.isCurrent {
          SayField(
            prompt: "What could you do first?", action: "Keep this step",
            keptAs: Saying(wordsFor: .step, case: `case`, about: view.id)
          ) {
            await model.addStep(view.id, title: $0)
          }
          NavigationLink("Say how it is going") {
            CheckInScreen(model: CheckInModel(phone: phone, case: `case`, goal: view.id), openWork: openWork)
          }
          ActionButton("I have done it") { await model.reach(view.id) }
        }
        if view.goal.status == .parked {
          ActionButton("Take it up again") { await model.takeUp(view.id) }
        } else if view.isCurrent {
          SayField(
            prompt: "Why now is not the time. Any reason is fine.", action: "Put it aside",
            keptAs: Saying(wordsFor: .goalStanding, case: `case`, about: view.id)
          ) {
            await model.park(view.id, why: $0)
          }
        }
      }
    }

    private func done(_ step: StepView) -> Binding<Bool> {
      Binding(get: { step.step.done }, set: { done in Task { await model.tickStep(step.id, done: done) } })
    }
  }

  /// Wording a goal of one's own.
  struct OwnGoalScreen: View {
    @State var model: OwnGoalModel
    let openWork: OpenWork
    @Environment(\.dismiss) private var dismiss

    var body: some View {
      ScreenFrame(model: model) {
        TextField("What would you like?", text: typed, axis: .vertical).accessibilityLabel("What would you like?")
        KeptLine(kept: model.state.kept)
        ActionButton("Keep this goal") { await add() }.disabled(!model.state.canAdd)
      }
      .navigationTitle("Write a goal")
      .keepsWords(of: model, among: openWork)
    }

    private var typed: Binding<String> { Binding(get: { model.state.words }, set: { model.typeWords($0) }) }

    private func add() async {
      await model.add()
      if model.state.done { dismiss() }
    }
  }

  /// Saying how a goal is going.
  struct CheckInScreen: View {
    @State var model: CheckInModel
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        if let goal = model.state.goal { Text(goal.goal.wording).font(.headline) }
        if model.state.done {
          Text("Thank you. It is on this phone now. Your link worker reads it when the phone has been online.")
        } else {
          Section("How is it going, from 0 to 10?") {
            Text("0 means not well at all. 10 means as well as I could wish.")
            ForEach(Array(0...10), id: \.self) { number in
              Button("\(String(number)) out of 10") { Task { await model.choose(Int64(number)) } }
                .accessibilityAddTraits(model.state.score == Int64(number) ? .isSelected : .isButton)
                .touchTarget()
            }
            TextField("In your own words, if you like", text: typed, axis: .vertical)
              .accessibilityLabel("In your own words, if you like")
            KeptLine(kept: model.state.kept)
          }
          PhotoField(model: model)
          Section {
            ActionButton("Tell my link worker") { await model.send() }.disabled(!model.state.canSend)
          }
        }
      }
      .navigationTitle("How is it going?")
      .keepsWords(of: model, among: openWork)
    }

    private var typed: Binding<String> { Binding(get: { model.state.words }, set: { model.typeWords($0) }) }
  }
#endif
