#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Words that are kept while they are typed, and are there again also after the phone was off: see `HalfSaid`. `first` stands
  /// there before anybody typed.
  struct KeptField: View {
    let prompt: LocalizedStringKey
    let keptAs: Saying
    var first = ""
    @Environment(Session.self) private var session

    var body: some View {
      let half = session.words(of: keptAs)
      TextField(prompt, text: typed, axis: .vertical)
        .accessibilityLabel(prompt)
        .task { await half?.goOn(keptAs.wordsFor) }
        .onDisappear { Task { await half?.keep() } }
      if half?.kept == .notSaved { KeptLine(kept: .notSaved) }
    }

    private var typed: Binding<String> {
      Binding(
        get: { session.words(of: keptAs)?.said(keptAs.wordsFor, or: first) ?? first },
        set: { session.words(of: keptAs)?.type(keptAs.wordsFor, $0) })
    }
  }

  /// One thing that can be done with words.
  struct SayChoice {
    let action: LocalizedStringKey
    let say: @MainActor (String) async -> Bool
  }

  /// A field, and a button for each thing that can be done with what was typed in it. The words stay when they were refused.
  struct SayField: View {
    private let prompt: LocalizedStringKey
    private let keptAs: Saying
    private let choices: [SayChoice]
    @Environment(Session.self) private var session

    init(
      prompt: LocalizedStringKey, action: LocalizedStringKey, keptAs: Saying,
      say: @escaping @MainActor (String) async -> Bool
    ) {
      self.init(prompt: prompt, keptAs: keptAs, choices: [SayChoice(action: action, say: say)])
    }

    init(prompt: LocalizedStringKey, keptAs: Saying, choices: [SayChoice]) {
      (self.prompt, self.keptAs, self.choices) = (prompt, keptAs, choices)
    }

    var body: some View {
      KeptField(prompt: prompt, keptAs: keptAs)
      ForEach(Array(choices.enumerated()), id: \.offset) { _, choice in
        ActionButton(choice.action) { await session.words(of: keptAs)?.say(keptAs.wordsFor, choice.say) }
      }
    }
  }
#endif
