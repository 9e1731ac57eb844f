#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Making this phone one of the service's.
  struct EnrolScreen: View {
    @State var model: EnrolModel
    let done: @MainActor (Me) async -> Void

    var body: some View {
      NavigationStack {
        ScreenFrame(model: model) {
          Section {
            if model.state.me == nil {
              Text("You were given an address and a code for this phone. The code works once.")
            } else {
              Text("Type the new code you were given. What is on this phone stays.")
            }
            TextField("Address of the service", text: server)
              .textInputAutocapitalization(.never)
              .autocorrectionDisabled()
              .keyboardType(.URL)
              .accessibilityLabel("Address of the service")
            TextField("Code", text: code)
              .textInputAutocapitalization(.never)
              .autocorrectionDisabled()
              .accessibilityLabel("Code")
            ActionButton("Set up this phone") { await enrol() }.disabled(!model.state.canEnrol)
          }
          switch model.state.stage {
          case .entering, .done: EmptyView()
          case .enrolling: ProgressView("Asking the service")
          case .fetching: ProgressView("Fetching what belongs to you. This can take a minute.")
          }
        }
        .navigationTitle("Welcome")
      }
    }

    private var server: Binding<String> { Binding(get: { model.state.server }, set: { model.typeServer($0) }) }
    private var code: Binding<String> { Binding(get: { model.state.code }, set: { model.typeCode($0) }) }

    private func enrol() async {
      await model.enrol()
      if model.state.stage == .done, let me = model.state.me { await done(me) }
    }
  }

  /// Says that the service no longer knows this phone, that nothing is lost by it, and how to go on.
  struct ForgottenScreen: View {
    let model: ForgottenModel
    let phone: Phone
    let done: @MainActor (Me) async -> Void

    var body: some View {
      NavigationStack {
        ScreenFrame(model: model) {
          Text("The service no longer knows this phone. Nothing goes out and nothing new comes in until it does.")
          Text("Nothing is lost. What you wrote is on this phone, and you can go on writing.")
          if let unsent = model.state.sync?.unsent, unsent > 0 {
            Text("Changes that are on this phone only: \(unsent). They go out as soon as the service knows it again.")
          }
          Text("Ask whoever runs the service for a new code. Do not delete the app: it keeps what you wrote.")
          NavigationLink("Enter a new code") { EnrolScreen(model: EnrolModel(phone: phone, again: true), done: done) }
            .touchTarget()
          Button("Not now") { model.putOff() }.touchTarget()
        }
        .navigationTitle("This phone and the service")
      }
    }
  }

  /// The lock in front of everything.
  struct LockScreen: View {
    let model: LockModel

    var body: some View {
      VStack {
        Text("Open Alongside with the lock of this phone.").font(.title3)
        switch model.state {
        case .waiting(let until): Text("There were too many attempts. You can try again at \(until.dayAndTime).")
        case .needsDeviceCode:
          Text(
            "This phone has no lock. Whoever picks it up could read what is in here. Please set a lock for the phone first."
          )
          ActionButton("Go on without a lock") { model.goOnWithout() }
        case .unavailable:
          Text(
            "Alongside stays shut because this phone cannot write anything down. Make some room on it, then try again.")
        case .locked, .checking, .open: EmptyView()
        }
        ActionButton("Open") { await model.unlock() }
      }
      .padding()
      .task { await model.unlock() }
    }
  }
#endif
