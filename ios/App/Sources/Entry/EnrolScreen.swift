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
            Text("You were given an address and a code for this phone. The code works once.")
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
      if let me = model.state.me { await done(me) }
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
