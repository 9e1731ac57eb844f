#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import Foundation
  import LocalAuthentication
  import Observation
  import SwiftUI
  import UIKit

  /// The open phone, its lock, and what happens when the app comes and goes.
  @MainActor
  @Observable
  final class Session {
    /// The open phone; nothing before it was opened.
    private(set) var phone: Phone?
    /// Why it could not be opened.
    private(set) var refusal: Refusal?
    /// Whose phone it is; nothing before somebody enrolled.
    var me: Me?
    let lock: LockModel
    let openWork = OpenWork()
    @ObservationIgnored private var halfSaid: [Saying: HalfSaid] = [:]
    @ObservationIgnored private var synchroniser: Synchroniser?
    @ObservationIgnored private var lookout: Lookout?
    private let network = NetworkCost()
    private let folder: URL

    init() {
      // The app's own container and never one that is shared with extensions: the system ends a suspended app that holds a
      // file locked there.
      folder = URL.applicationSupportDirectory.appending(path: "phone")
      let attempts = URL.applicationSupportDirectory.appending(path: "lock.json")
      lock = LockModel(store: FileLockStore(file: attempts), checker: DeviceOwner())
      BackgroundSync.register(
        phone: { await self.openForBackground() },
        metered: { [network] in network.isMetered },
        exchanged: { await self.tellOfNews() },
        isInFront: { UIApplication.shared.applicationState == .active })
    }

    /// Opens the phone's file. Asked again after a refusal, it tries again.
    func open() async {
      guard phone == nil else { return }
      do {
        phone = try await openPhone()
        me = try await phone?.me()
        refusal = nil
        if let phone, me != nil { await begin(phone) }
      } catch let error as AlongsideError {
        await refuse(Refusal(error))
      } catch {
        refusal = Refusal(.Storage(what: .folder))
      }
    }

    /// Words that are being typed somewhere, and wait there for whoever comes back. Nothing before a phone is open.
    func words(of saying: Saying) -> HalfSaid? {
      guard let phone else { return nil }
      if let begun = halfSaid[saying] { return begun }
      let fresh = HalfSaid(phone: phone, case: saying.case, about: saying.about)
      halfSaid[saying] = fresh
      return fresh
    }

    /// What the file holds cannot be read: nobody can go on in it, and the way leads out to where it is said what can be saved.
    func leadOut(_ refusal: Refusal) async {
      await synchroniser?.stop()
      // Whatever still holds the phone can do nothing with its file from here on.
      phone?.suspend()
      (phone, me, synchroniser, lookout, halfSaid) = (nil, nil, nil, nil, [:])
      self.refusal = refusal
    }

    /// Saves what can be saved. No phone is open meanwhile.
    func rescue() async throws -> Rescued {
      try await Phone.rescue(folder: folder, keyStore: KeychainKeys(folder: folder))
    }

    /// Somebody enrolled.
    func enrolled(_ me: Me) async {
      self.me = me
      if let phone { await begin(phone) }
    }

    /// The app came to the front or went to the back.
    func moved(to phase: ScenePhase) {
      switch phase {
      case .active: comeBack()
      case .inactive: lock.hide()
      case .background: goToBack()
      @unknown default: lock.hide()
      }
    }

    private func refuse(_ refusal: Refusal) async {
      if refusal.next == .rescue { await leadOut(refusal) } else { self.refusal = refusal }
    }

    private func comeBack() {
      lock.comeBack()
      guard let phone else { return }
      phone.resume()
      Task {
        if me != nil { await synchroniser?.start() }
      }
    }

    /// What was typed is on the disk and the file is let go of before the system suspends the app.
    private func goToBack() {
      lock.hide()
      guard let phone else { return }
      let moment = UIApplication.shared.beginBackgroundTask(expirationHandler: { phone.suspend() })
      Task {
        await openWork.keepAll()
        for words in halfSaid.values { await words.keep() }
        await synchroniser?.stop()
        await lookout?.mark()
        await BackgroundSync.schedule(phone)
        if UIApplication.shared.applicationState != .active { phone.suspend() }
        UIApplication.shared.endBackgroundTask(moment)
      }
    }

    private func begin(_ phone: Phone) async {
      if synchroniser == nil { synchroniser = Synchroniser(phone, metered: { [network] in network.isMetered }) }
      if UIApplication.shared.applicationState == .active {
        await synchroniser?.start()
        await Notices.ask()
      }
      if lookout == nil { lookout = Lookout(phone: phone) }
    }

    /// Tells the person when something came while the app was not in front.
    private func tellOfNews() async {
      guard UIApplication.shared.applicationState != .active, let lookout else { return }
      if await lookout.hasNews() { await Notices.somethingToLookAt() }
    }

    private func openPhone() async throws -> Phone {
      let keys = KeychainKeys(folder: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var excluded = folder
      // A copy of the file without its key is of use to nobody.
      var values = URLResourceValues()
      values.isExcludedFromBackup = true
      try excluded.setResourceValues(values)
      return try await Phone.open(folder: folder, keyStore: keys)
    }

    private func openForBackground() async -> Phone? {
      let wasGone = phone == nil
      if wasGone { await open() }
      guard me != nil else { return nil }
      phone?.resume()
      // The system started the app anew: what is on the phone was there to be seen.
      if wasGone { await lookout?.mark() }
      return phone
    }
  }

  /// Screens with words that must be on the disk before the app is put away.
  @MainActor
  final class OpenWork {
    private var screens: [ObjectIdentifier: any KeepsWords] = [:]

    func add(_ screen: any KeepsWords) {
      screens[ObjectIdentifier(screen)] = screen
    }

    func remove(_ screen: any KeepsWords) {
      screens[ObjectIdentifier(screen)] = nil
    }

    func keepAll() async {
      for screen in screens.values { await screen.keep() }
    }
  }

  extension View {
    /// What is typed here is on the disk when the screen is left, and when the app is put away.
    func keepsWords(of model: any KeepsWords, among openWork: OpenWork) -> some View {
      onAppear { openWork.add(model) }
        .onDisappear {
          openWork.remove(model)
          Task { await model.keep() }
        }
    }
  }

  /// The phone itself says whether it is its owner: by face, finger or code.
  struct DeviceOwner: LockChecker {
    func check() async -> LockCheck {
      let context = LAContext()
      var problem: NSError?
      guard context.canEvaluatePolicy(.deviceOwnerAuthentication, error: &problem) else {
        return problem?.code == LAError.passcodeNotSet.rawValue ? .noDeviceCode : .failed
      }
      do {
        let reason = String(localized: "Please show that it is you")
        return try await context.evaluatePolicy(.deviceOwnerAuthentication, localizedReason: reason) ? .passed : .failed
      } catch let error as LAError where error.code == .userCancel || error.code == .systemCancel {
        return .cancelled
      } catch {
        return .failed
      }
    }
  }
#endif
