// Signatures of what the app uses of PhotosUI. See SwiftUI.swift.

import SwiftUI

public protocol Transferable {}
extension Data: Transferable {}

public struct PHPickerFilter: Sendable { public static let images = PHPickerFilter() }

public struct PhotosPickerItem: Hashable, Sendable {
  public func loadTransferable<Value: Transferable>(type: Value.Type) async throws -> Value? { nil }
}

public struct PhotosPicker<Name: View>: Primitive {}

extension PhotosPicker where Name == Text {
  public init(_ key: LocalizedStringKey, selection: Binding<PhotosPickerItem?>, matching filter: PHPickerFilter?) {}
}
