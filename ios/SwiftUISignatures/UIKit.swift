// Signatures of what the app uses of UIKit, and of the parts of `Alongside` that are compiled for Apple's platforms alone.
// See SwiftUI.swift.

import Alongside
import Foundation

public struct UIBackgroundTaskIdentifier: Sendable {}

@MainActor
public final class UIApplication {
  public enum State: Sendable { case active, inactive, background }
  public static var shared: UIApplication { fatalError() }
  public var applicationState: State { fatalError() }
  public func beginBackgroundTask(expirationHandler: (@MainActor @Sendable () -> Void)?) -> UIBackgroundTaskIdentifier {
    fatalError()
  }
  public func endBackgroundTask(_ task: UIBackgroundTaskIdentifier) {}
}

public final class KeychainKeys: KeyStore {
  public init(folder: URL, account: String = "phone") {}
  public func load() throws -> Data? { nil }
  public func save(key: Data) throws {}
}

public enum BackgroundSync {
  public static func register(
    phone: @escaping @Sendable () async -> Phone?, exchanged: @escaping @Sendable () async -> Void = {},
    isInFront: @escaping @MainActor @Sendable () -> Bool
  ) {}
  public static func schedule(_ phone: Phone) async {}
}

extension URL {
  public static var applicationSupportDirectory: URL { fatalError() }
}

extension String {
  public init(localized: String.LocalizationValue) { self = "" }
  public struct LocalizationValue: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {}
  }
}
