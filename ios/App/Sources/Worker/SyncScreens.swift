#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// What waits for a person.
  struct DecisionsScreen: View {
    @State var model: DecisionsModel

    var body: some View {
      ScreenFrame(model: model) {
        if model.state.waiting?.isEmpty == true { Text("Nothing waits for you.") }
        ForEach(model.state.waiting ?? [], id: \.id) { decision in
          Section {
            if let about = decision.case, let name = model.state.names[about] { Text(name).font(.headline) }
            Text(words(for: decision.matter))
            choices(of: decision)
          }
        }
      }
      .navigationTitle("To decide")
    }

    @ViewBuilder private func choices(of decision: PendingDecision) -> some View {
      ForEach(Array(decision.choices.enumerated()), id: \.offset) { place, choice in
        Text(choice.value)
        if isChoice(decision) { ActionButton("This one") { await model.choose(decision, place: place) } }
      }
      if decision.matter == .texts {
        SayField(
          prompt: "Other words", action: "These words stand",
          keptAs: Saying(wordsFor: .decision, case: decision.case, about: decision.id)
        ) { words in
          await model.write(decision, words: words)
          return model.state.doing.refusal == nil
        }
      }
      if !isChoice(decision) { ActionButton("I have read this") { await model.note(decision) } }
    }

    private func isChoice(_ decision: PendingDecision) -> Bool {
      switch decision.matter {
      case .texts, .values, .submittedTwice: true
      default: false
      }
    }
  }

  /// What is on this phone only, and the exchange with the service.
  struct SyncScreen: View {
    @State var model: SyncModel

    var body: some View {
      ScreenFrame(model: model) {
        if let sync = model.state.sync {
          if model.state.allSent {
            Label("Everything on this phone is with the service.", systemImage: "checkmark")
          }
          if sync.unsent > 0 {
            Text("Changes on this phone only: \(String(sync.unsent)). They go out when there is a connection.")
          }
          if sync.photosUnsent > 0 {
            Text("Photos on this phone only: \(String(sync.photosUnsent)). They go out after what was written.")
          }
          if let last = sync.lastSync { Text("Last exchanged on \(last.dayAndTime)") }
          if sync.wantedBuild != nil { Text("A newer app is ready in the store. This one goes on working.") }
        }
        if model.state.doing.busy { ProgressView("Exchanging with the service") }
        ActionButton("Exchange now") { await model.synchronise() }
        ActionButton("Compare everything with the service") { await model.verify() }
        if model.state.doing.busy { Button("Stop for now") { model.callOff() }.touchTarget() }
        ForEach(model.state.remarks, id: \.self) { remark in
          Section("Did not simply apply. Nothing in it is lost.") {
            ForEach(remark.fields, id: \.name) { Text($0.value) }
          }
        }
      }
      .navigationTitle("Sync")
    }
  }
#endif
