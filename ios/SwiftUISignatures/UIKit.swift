// Signatures of what the app uses of UIKit, and of the parts of `Alongside` that are compiled for Apple's platforms alone.
// See SwiftUI.swift.

import Alongside
import Foundation
import SwiftUI

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

public final class UIImage: @unchecked Sendable {
  public init?(data: Data) {}
  public var size: CGSize { .zero }
  public func draw(in rect: CGRect) {}
  public func jpegData(compressionQuality: CGFloat) -> Data? { nil }
}

extension Image {
  public init(uiImage: UIImage) { self.init(uiImage) }
}

public final class UIGraphicsImageRendererFormat {
  public enum Range: Sendable { case standard }
  public init() {}
  public var scale: CGFloat = 1
  public var opaque = false
  public var preferredRange = Range.standard
}

public final class UIGraphicsImageRendererContext {}

public final class UIGraphicsImageRenderer {
  public init(size: CGSize, format: UIGraphicsImageRendererFormat) {}
  public func image(actions: (UIGraphicsImageRendererContext) -> Void) -> UIImage { fatalError() }
}

public final class NetworkCost: Sendable {
  public init() {}
  public var isMetered: Bool { false }
}

public final class KeychainKeys: KeyStore {
  public init(folder: URL, account: String = "phone") {}
  public func load() throws -> Data? { nil }
  public func save(key: Data) throws {}
}

public enum BackgroundSync {
  public static func register(
    phone: @escaping @Sendable () async -> Phone?, metered: @escaping @Sendable () -> Bool = { false },
    exchanged: @escaping @Sendable () async -> Void = {},
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
