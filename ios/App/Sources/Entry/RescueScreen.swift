#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Says that what is kept on this phone cannot be read, saves what can be saved when the person agrees, and says what was.
  struct RescueScreen: View {
    @State var model: RescueModel
    let goOn: @MainActor () async -> Void

    var body: some View {
      NavigationStack {
        ScreenFrame(model: model) {
          if model.state.done { saved } else { offer }
        }
        .navigationTitle("What can be saved")
      }
    }

    @ViewBuilder private var offer: some View {
      Text(
        "The file in which Alongside keeps everything on this phone is damaged or missing. Nobody did anything wrong: it can happen when a phone loses power or its storage grows old."
      )
      Text("What was sent is safe with the service. What was not sent yet may still be in the file.")
      Text(
        "If you agree, Alongside now reads what it can. The damaged file is set aside and not deleted. What you wrote that was not sent and can be read is kept, and goes out."
      )
      Text("Everything else comes from the service again when there is a connection.")
      if model.state.doing.busy { ProgressView("Reading what can be read. This can take a minute.") }
      ActionButton("Save what can be saved") { await model.save() }
      Text("Do not delete the app: what you wrote may still be in its file.").font(.footnote)
    }

    @ViewBuilder private var saved: some View {
      if model.state.whole {
        Text("The file can be read after all. Nothing was changed.")
      } else {
        counts
      }
      ActionButton("Go on") { await goOn() }
    }

    @ViewBuilder private var counts: some View {
      if model.state.kept + model.state.forSupervisor + model.state.forms == 0 {
        Text("There was nothing that only this phone had, or it could not be read.")
      }
      if model.state.kept > 0 {
        Text("Saved changes that were not sent: \(String(model.state.kept)). They go out when there is a connection.")
      }
      if model.state.forms > 0 {
        Text("Pieces of writing that were not finished and are there again: \(String(model.state.forms)).")
      }
      if model.state.forSupervisor > 0 {
        Text(
          "Changes saved without their place: \(String(model.state.forSupervisor)). The service keeps them, and a supervisor looks at them."
        )
      }
      Text("Everything else comes from the service again.")
      if model.state.enrolAgain {
        Text("This phone no longer knows whose it is. Ask whoever runs the service for a new code.")
      }
      if model.state.setAside {
        Text("The damaged file is still on this phone. Whoever runs the service may be able to read more of it.")
          .font(.footnote)
      }
    }
  }
#endif
