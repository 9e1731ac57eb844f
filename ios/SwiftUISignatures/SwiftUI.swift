// Signatures of what the app uses of SwiftUI, so that its views are type-checked on Linux. Written from what the app calls;
// nothing here does anything, and nothing here is shipped. On Apple's platforms the real module takes its place.

@_exported import Foundation

@MainActor
public protocol View {
  associatedtype Body: View
  @ViewBuilder var body: Body { get }
}

extension Never: View {
  public var body: Never { fatalError() }
}

/// A view that is made of nothing else.
public protocol Primitive: View where Body == Never {}

extension Primitive {
  public var body: Never { fatalError() }
}

@resultBuilder
@MainActor
public enum ViewBuilder {
  public static func buildBlock() -> EmptyView { EmptyView() }
  public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
  public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<(repeat each Content)>
  {
    TupleView()
  }
  public static func buildIf<Content: View>(_ content: Content?) -> TupleView<Content?> { TupleView() }
  public static func buildEither<One: View, Other: View>(first: One) -> Either<One, Other> { Either() }
  public static func buildEither<One: View, Other: View>(second: Other) -> Either<One, Other> { Either() }
}

public struct TupleView<Content>: Primitive {}
public struct Either<One: View, Other: View>: Primitive {}
public struct EmptyView: Primitive { public nonisolated init() {} }

public struct LocalizedStringKey: ExpressibleByStringInterpolation, Equatable, Sendable {
  public init(stringLiteral value: String) {}
}

public struct Text: Primitive {
  public init(_ key: LocalizedStringKey) {}
  public init(verbatim content: String) {}
  @_disfavoredOverload public init<S: StringProtocol>(_ content: S) {}
  public func bold() -> Text { self }
  public func italic() -> Text { self }
  public func font(_ font: Font?) -> Text { self }
}

/// Made from UIKit's: see UIKit.swift.
public struct Image: Primitive {
  public init(_ picture: AnyObject) {}
  public func resizable() -> Image { self }
}

public struct Font: Sendable {
  public static let title = Font()
  public static let title3 = Font()
  public static let headline = Font()
  public static let footnote = Font()
}

public struct Label: Primitive {
  public init(_ key: LocalizedStringKey, systemImage: String) {}
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, systemImage: String) {}
}

public struct ButtonRole: Sendable {
  public static let destructive = ButtonRole()
}

public struct Button<Content: View>: Primitive {
  public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Content) {}
  public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Content) {}
}

extension Button where Content == Text {
  public init(_ key: LocalizedStringKey, action: @escaping @MainActor () -> Void) {}
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {}
}

public struct List<Content: View>: Primitive { public init(@ViewBuilder content: () -> Content) {} }
public struct ZStack<Content: View>: Primitive { public init(@ViewBuilder content: () -> Content) {} }
public struct HStack<Content: View>: Primitive { public init(@ViewBuilder content: () -> Content) {} }
public struct NavigationStack<Content: View>: Primitive { public init(@ViewBuilder root: () -> Content) {} }
public struct TabView<Content: View>: Primitive { public init(@ViewBuilder content: () -> Content) {} }

public struct HorizontalAlignment: Sendable {
  public static let leading = HorizontalAlignment()
  public static let center = HorizontalAlignment()
}

public struct VStack<Content: View>: Primitive {
  public init(alignment: HorizontalAlignment = .center, @ViewBuilder content: () -> Content) {}
}

public struct Section<Content: View>: Primitive {
  public init(@ViewBuilder content: () -> Content) {}
  public init(_ key: LocalizedStringKey, @ViewBuilder content: () -> Content) {}
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, @ViewBuilder content: () -> Content) {}
}

public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content: View>: Primitive {
  public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {}
}

public struct NavigationLink<Name: View, Destination: View>: Primitive {
  public init(@ViewBuilder destination: () -> Destination, @ViewBuilder label: () -> Name) {}
}

extension NavigationLink where Name == Text {
  public init(_ key: LocalizedStringKey, @ViewBuilder destination: () -> Destination) {}
}

public struct Axis: Sendable { public static let vertical = Axis() }

public struct TextField: Primitive {
  public init(_ key: LocalizedStringKey, text: Binding<String>) {}
  public init(_ key: LocalizedStringKey, text: Binding<String>, axis: Axis) {}
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis) {}
}

public struct TextEditor: Primitive { public init(text: Binding<String>) {} }

public struct Toggle<Name: View>: Primitive {
  public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Name) {}
}

extension Toggle where Name == Text {
  public init(_ key: LocalizedStringKey, isOn: Binding<Bool>) {}
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, isOn: Binding<Bool>) {}
}

public struct Picker<Value: Hashable, Content: View>: Primitive {
  public init(_ key: LocalizedStringKey, selection: Binding<Value>, @ViewBuilder content: () -> Content) {}
}

public struct DatePicker: Primitive { public init(_ key: LocalizedStringKey, selection: Binding<Date>) {} }

public struct Stepper<Content: View>: Primitive {
  public init<Value: Strideable>(
    value: Binding<Value>, in bounds: ClosedRange<Value>, @ViewBuilder label: () -> Content
  ) {}
}

public struct ProgressView: Primitive { public init(_ key: LocalizedStringKey) {} }
public struct Link: Primitive { public init(_ key: LocalizedStringKey, destination: URL) {} }

public enum SystemColor { case systemBackground }
public struct Color: Primitive { public init(_ color: SystemColor) {} }

public struct AccessibilityTraits: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let isStaticText = AccessibilityTraits(rawValue: 1)
  public static let isSelected = AccessibilityTraits(rawValue: 2)
  public static let isButton = AccessibilityTraits(rawValue: 4)
}

public struct Capitalization: Sendable { public static let never = Capitalization() }
// Apple's name.
// swift-format-ignore
public struct Keyboard: Sendable { public static let URL = Keyboard() }

extension View {
  public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { self }
  public func accessibilityHidden(_ hidden: Bool) -> some View { self }
  public func accessibilityLabel(_ key: LocalizedStringKey) -> some View { self }
  @_disfavoredOverload public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { self }
  public func accessibilityLabel(_ label: Text) -> some View { self }
  public func autocorrectionDisabled() -> some View { self }
  public func disabled(_ disabled: Bool) -> some View { self }
  public func environment<Value: AnyObject>(_ object: Value?) -> some View { self }
  public func font(_ font: Font?) -> some View { self }
  public func frame(minWidth: Double? = nil, minHeight: Double? = nil) -> some View { self }
  public func frame(maxWidth: Double?, maxHeight: Double?) -> some View { self }
  public func ignoresSafeArea() -> some View { self }
  public func keyboardType(_ type: Keyboard) -> some View { self }
  public func navigationTitle(_ key: LocalizedStringKey) -> some View { self }
  @_disfavoredOverload public func navigationTitle<S: StringProtocol>(_ title: S) -> some View { self }
  public func onAppear(perform action: (() -> Void)?) -> some View { self }
  public func onChange<Value: Equatable>(of value: Value, _ action: @escaping (Value, Value) -> Void) -> some View {
    self
  }
  public func onDisappear(perform action: (() -> Void)?) -> some View { self }
  public func padding() -> some View { self }
  public func refreshable(action: @escaping @MainActor @Sendable () async -> Void) -> some View { self }
  public func scaledToFit() -> some View { self }
  public func tabItem<Content: View>(@ViewBuilder _ label: () -> Content) -> some View { self }
  public func tag<Value: Hashable>(_ tag: Value) -> some View { self }
  public func task(_ action: @escaping @MainActor @Sendable () async -> Void) -> some View { self }
  public func textInputAutocapitalization(_ capitalization: Capitalization?) -> some View { self }
}

@propertyWrapper
@MainActor
public struct State<Value> {
  public init(wrappedValue: Value) {}
  public var wrappedValue: Value {
    get { fatalError() }
    nonmutating set {}
  }
  public var projectedValue: Binding<Value> { fatalError() }
}

@propertyWrapper
@MainActor
public struct Binding<Value> {
  public init(get: @escaping @MainActor () -> Value, set: @escaping @MainActor (Value) -> Void) {}
  public var wrappedValue: Value {
    get { fatalError() }
    nonmutating set {}
  }
  public var projectedValue: Binding<Value> { self }
}

@propertyWrapper
@MainActor
public struct Environment<Value> {
  public init(_ key: KeyPath<EnvironmentValues, Value>) {}
  public init(_ type: Value.Type) where Value: AnyObject {}
  public var wrappedValue: Value { fatalError() }
}

@MainActor
public struct DismissAction {
  public func callAsFunction() {}
}

public enum ScenePhase: Equatable, Sendable { case background, inactive, active }

public struct EnvironmentValues {
  public var scenePhase: ScenePhase { fatalError() }
  @MainActor public var dismiss: DismissAction { fatalError() }
}

@MainActor
public protocol Scene {}

extension Scene {
  public func onChange<Value: Equatable>(of value: Value, _ action: @escaping @MainActor (Value, Value) -> Void)
    -> some Scene
  { self }
}

public struct WindowGroup<Content: View>: Scene { public init(@ViewBuilder content: () -> Content) {} }

@MainActor
public protocol App {
  associatedtype Body: Scene
  @SceneBuilder var body: Body { get }
  init()
}

extension App {
  public static func main() {}
}

@resultBuilder
@MainActor
public enum SceneBuilder {
  public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}
