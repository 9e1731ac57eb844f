// Signatures of what the app uses of UserNotifications. See SwiftUI.swift.

import Foundation

public struct UNAuthorizationOptions: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let alert = UNAuthorizationOptions(rawValue: 1)
  public static let badge = UNAuthorizationOptions(rawValue: 2)
}

public class UNNotificationTrigger {}
public class UNNotificationContent {
  public init() {}
}

public final class UNMutableNotificationContent: UNNotificationContent {
  public override init() {}
  public var title = ""
  public var body = ""
}

public final class UNNotificationRequest: Sendable {
  public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) {}
}

public final class UNUserNotificationCenter: Sendable {
  public static func current() -> UNUserNotificationCenter { fatalError() }
  public func requestAuthorization(options: UNAuthorizationOptions) async throws -> Bool { false }
  public func add(_ request: UNNotificationRequest) async throws {}
}
