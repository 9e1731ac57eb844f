// Signatures of what the app uses of LocalAuthentication. See SwiftUI.swift.

import Foundation

public struct LAError: Error {
  public enum Code: Int, Sendable { case userCancel, systemCancel, passcodeNotSet }
  public let code: Code
  public static var passcodeNotSet: Code { .passcodeNotSet }
}

public enum LAPolicy: Sendable { case deviceOwnerAuthentication }

public final class LAContext {
  public init() {}
  public func canEvaluatePolicy(_ policy: LAPolicy, error: inout NSError?) -> Bool { false }
  public func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool { false }
}
