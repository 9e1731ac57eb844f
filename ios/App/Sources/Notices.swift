#if canImport(SwiftUI)
  import UserNotifications

  /// The only notification there is. It says that there is something to look at: not what, not from whom, not about whom.
  enum Notices {
    /// Asks once whether it may be shown.
    static func ask() async {
      _ = try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .badge])
    }

    /// Shows it, in place of the one before.
    static func somethingToLookAt() async {
      let content = UNMutableNotificationContent()
      content.title = String(localized: "Alongside")
      content.body = String(localized: "Something to look at")
      let request = UNNotificationRequest(identifier: "something", content: content, trigger: nil)
      try? await UNUserNotificationCenter.current().add(request)
    }
  }
#endif
