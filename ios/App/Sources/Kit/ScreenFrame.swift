#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// What every screen is: a list that is read again when something changed, with whatever was refused on top.
  struct ScreenFrame<Model: ScreenModel, Content: View>: View {
    let model: Model
    @ViewBuilder let content: () -> Content

    var body: some View {
      List {
        if let refusal = model.state.doing.refusal {
          RefusalSection(refusal: refusal, close: { model.dismissRefusal() }, again: { await model.refresh() })
        }
        if model.state.phase == .loading { ProgressView("One moment") }
        content()
      }
      .refreshable { await model.refresh() }
      .task { await model.follow() }
    }
  }

  /// What did not go through, and what helps.
  struct RefusalSection: View {
    let refusal: Refusal
    let close: @MainActor () -> Void
    let again: @MainActor () async -> Void
    @Environment(Session.self) private var session

    var body: some View {
      Section {
        Text(words(for: refusal)).accessibilityAddTraits(.isStaticText)
        if refusal.next == .tryAgain { ActionButton("Try again") { await again() } }
        if refusal.next == .rescue, session.phone != nil {
          ActionButton("See what can be saved") { await session.leadOut(refusal) }
        }
        Button("Close", action: close).touchTarget()
      }
    }
  }

  /// A button that waits for what it does.
  struct ActionButton: View {
    private let title: LocalizedStringKey
    private let role: ButtonRole?
    private let action: @MainActor () async -> Void
    @State private var isBusy = false

    init(_ title: LocalizedStringKey, role: ButtonRole? = nil, action: @escaping @MainActor () async -> Void) {
      (self.title, self.role, self.action) = (title, role, action)
    }

    var body: some View {
      Button(role: role, action: { begin() }, label: { Text(title) }).disabled(isBusy).touchTarget()
    }

    private func begin() {
      isBusy = true
      Task {
        await action()
        isBusy = false
      }
    }
  }

  /// A choice among codes, each in words.
  struct ChoicePicker<Value: Hashable>: View {
    let title: LocalizedStringKey
    let values: [Value]
    let words: (Value) -> LocalizedStringKey
    @Binding var choice: Value

    var body: some View {
      Picker(title, selection: $choice) {
        ForEach(values, id: \.self) { Text(words($0)).tag($0) }
      }
    }
  }

  /// A choice of day and time, in the core's milliseconds.
  struct MomentPicker: View {
    let title: LocalizedStringKey
    @Binding var at: Date

    var body: some View {
      DatePicker(title, selection: $at).accessibilityLabel(title)
    }
  }

  /// What rules found, in their own words.
  struct Findings: View {
    let findings: [Finding]

    var body: some View {
      ForEach(findings, id: \.self) { finding in
        Label(finding.words, systemImage: "exclamationmark.circle")
      }
    }
  }

  /// How safe typed words are.
  struct KeptLine: View {
    let kept: Kept

    var body: some View {
      switch kept {
      case .untouched: EmptyView()
      case .typed: Text("Saving").font(.footnote)
      case .saved: Text("Saved on this phone").font(.footnote)
      case .notSaved: Text("Not saved: the words are on the screen only").font(.footnote).bold()
      }
    }
  }

  extension View {
    /// At least as large as a finger.
    func touchTarget() -> some View {
      frame(minWidth: 44, minHeight: 44)
    }
  }

  extension Timestamp {
    var date: Date { Date(timeIntervalSince1970: Double(self) / 1000) }
    /// As people here write a day and a time.
    var dayAndTime: String { date.formatted(date: .abbreviated, time: .shortened) }
    var day: String { date.formatted(date: .abbreviated, time: .omitted) }
  }

  extension Date {
    var timestamp: Timestamp { Timestamp(timeIntervalSince1970 * 1000) }
  }
#endif
