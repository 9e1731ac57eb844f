#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Whatever comes before the screens: opening, the lock, enrolling.
  struct StartScreen: View {
    let session: Session

    var body: some View {
      content.environment(session)
    }

    @ViewBuilder private var content: some View {
      if let refusal = session.refusal, refusal.next == .rescue {
        RescueScreen(model: RescueModel(rescue: { try await session.rescue() })) { await session.open() }
      } else if let refusal = session.refusal {
        List {
          Section("Alongside cannot open") {
            Text(words(for: refusal))
            ActionButton("Try again") { await session.open() }
          }
        }
      } else if let phone = session.phone {
        if let me = session.me {
          if session.lock.state == .open {
            Screens(session: session, phone: phone, me: me, forgotten: ForgottenModel(phone: phone))
          } else {
            LockScreen(model: session.lock)
          }
        } else {
          EnrolScreen(model: EnrolModel(phone: phone)) { await session.enrolled($0) }
        }
      } else {
        ProgressView("One moment")
      }
    }
  }

  /// The screens of whoever the phone belongs to.
  struct Screens: View {
    let session: Session
    let phone: Phone
    let me: Me
    @State var forgotten: ForgottenModel

    var body: some View {
      ZStack {
        if forgotten.state.isShown {
          ForgottenScreen(model: forgotten, phone: phone) { await session.enrolled($0) }
        } else {
          own
        }
      }
      .task { await forgotten.follow() }
    }

    @ViewBuilder private var own: some View {
      switch me.role {
      case .linkWorker: WorkerScreens(phone: phone, openWork: session.openWork)
      case .client:
        if let own = me.ownCase {
          ClientScreens(phone: phone, case: own, openWork: session.openWork)
        } else {
          NoPlace()
        }
      case .supervisor: NavigationStack { ReceivedScreen(model: ReceivedModel(phone: phone)) }
      case .administrator, .unknown: NoPlace()
      }
    }
  }

  /// For whoever has nothing to do on a phone.
  struct NoPlace: View {
    var body: some View {
      Text("There is nothing to do on a phone for your work in the service. Please use its pages on a computer.")
        .padding()
    }
  }

  /// Covers everything while the app is not in front: nothing of a person is in the system's picture of it.
  struct PrivacyCover: View {
    var body: some View {
      ZStack {
        Color(.systemBackground).ignoresSafeArea()
        Text("Alongside").font(.title)
      }
      .accessibilityHidden(true)
    }
  }
#endif
