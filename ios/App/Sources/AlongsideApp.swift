#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// The app: opens the phone, locks it, and shows the screens of whoever it belongs to.
  @main
  struct AlongsideApp: App {
    @Environment(\.scenePhase) private var scenePhase
    @State private var session = Session()

    var body: some Scene {
      WindowGroup {
        ZStack {
          StartScreen(session: session)
          // The switcher's picture is taken when the app is not active any more: nothing of a person is in it.
          if scenePhase != .active { PrivacyCover() }
        }
        .task { await session.open() }
      }
      .onChange(of: scenePhase) { _, phase in session.moved(to: phase) }
    }
  }
#endif
