#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// How it is safe to reach the client, as they say it.
  struct SafeContactForm: View {
    let rule: SafeContact?
    let model: ClientModel
    @State private var never: Set<ContactMode> = []
    @State private var voicemail = false
    @Environment(Session.self) private var session

    var body: some View {
      Section("How it is safe to reach them") {
        ForEach(contactModes, id: \.self) { mode in
          Toggle(isOn: unsafe(mode)) {
            HStack {
              Text("Not safe:")
              Text(words(for: mode))
            }
          }
        }
        KeptField(prompt: "When it is safe, and when not", keptAs: times, first: rule?.times ?? "")
        KeptField(
          prompt: "What may be said to somebody else who answers", keptAs: allowed, first: rule?.wordsAllowed ?? "")
        Toggle("A message may be left", isOn: $voicemail)
        ActionButton("Keep this") { await keep() }
      }
      .onAppear { fill() }
    }

    private func unsafe(_ mode: ContactMode) -> Binding<Bool> {
      Binding(
        get: { never.contains(mode) },
        set: { unsafe in if unsafe { never.insert(mode) } else { never.remove(mode) } })
    }

    /// What was said before is what is changed: the rule that is kept replaces it whole.
    private func fill() {
      guard let rule else { return }
      never = Set(rule.never)
      voicemail = rule.voicemailOk ?? false
    }

    private var times: Saying { Saying(wordsFor: .safeContactTimes, case: model.state.case) }
    private var allowed: Saying { Saying(wordsFor: .safeContactWords, case: model.state.case) }

    private func keep() async {
      let said = SafeContactRule(
        never: contactModes.filter(never.contains), times: typed(in: times, or: rule?.times),
        fromMinute: rule?.fromMinute, toMinute: rule?.toMinute,
        wordsAllowed: typed(in: allowed, or: rule?.wordsAllowed), voicemailOk: voicemail)
      await model.setSafeContactRule(said)
      guard model.state.doing.refusal == nil else { return }
      for place in [times, allowed] { await session.words(of: place)?.forget() }
    }

    private func typed(in place: Saying, or first: String?) -> String? {
      let words = session.words(of: place)?.said(place.wordsFor, or: first ?? "") ?? ""
      return words.isEmpty ? nil : words
    }
  }

  /// Something that is owed to the client from now on.
  struct DutyForm: View {
    let model: ClientModel
    @State private var due = Date()

    var body: some View {
      Section("Something you owe them") {
        MomentPicker(title: "Until when", at: $due)
        SayField(
          prompt: "What is owed, in plain words", action: "Write it down",
          keptAs: Saying(wordsFor: .duty, case: model.state.case)
        ) {
          await model.makeDuty($0, due: due.timestamp)
        }
      }
    }
  }

  /// One need and what became of it.
  struct NeedRow: View {
    let view: NeedView
    let model: ClientModel
    @State private var resolution = NeedResolution.met

    private static let resolutions: [NeedResolution] = [
      .met, .partly, .notMet, .changed, .noService, .notEligible, .waiting, .unaffordable, .inaccessible,
    ]

    var body: some View {
      Text(view.need.words).italic()
      Text(words(for: view.need.category)).font(.footnote)
      if let resolution = view.need.resolution {
        Text(words(for: resolution)).font(.footnote)
      } else {
        ChoicePicker(
          title: "What became of it", values: Self.resolutions, words: { words(for: $0) }, choice: $resolution)
        SayField(
          prompt: "What stood in the way, if anything did", action: "Say what became of it",
          keptAs: Saying(wordsFor: .needBarrier, case: model.state.case, about: view.id)
        ) { barrier in
          await model.resolveNeed(view.id, resolution, barrier: barrier.isEmpty ? nil : barrier)
          return model.state.doing.refusal == nil
        }
      }
    }
  }

  /// What matters to the client, in their order, in words that may change.
  struct WhatMattersRow: View {
    let view: WhatMattersView
    let isFirst: Bool
    let model: ClientModel
    let order: [EntityId]

    var body: some View {
      Text(view.matters.words).italic()
      if !isFirst { ActionButton("This matters more") { await model.orderWhatMatters(moved) } }
      SayField(
        prompt: "As they say it now", action: "Say it in these words",
        keptAs: Saying(wordsFor: .whatMattersRewording, case: model.state.case, about: view.id)
      ) { words in
        await model.rewordWhatMatters(view.id, words: words)
        return model.state.doing.refusal == nil
      }
      ActionButton("It does not matter any more") { await model.putAwayWhatMatters(view.id) }
    }

    private var moved: [EntityId] {
      var order = order
      if let place = order.firstIndex(of: view.id), place > 0 { order.swapAt(place, place - 1) }
      return order
    }
  }

  /// Nothing serves a need for now, and why.
  struct UnmetNeedForm: View {
    let model: OnwardReferralModel
    @State private var category = NeedCategory.money
    @State private var why = UnmetReason.noService

    private static let reasons: [UnmetReason] = [.noService, .notEligible, .waiting, .unaffordable, .inaccessible]

    var body: some View {
      Section("Nothing serves a need") {
        ChoicePicker(
          title: "What it is about", values: needCategories, words: { words(for: $0) }, choice: $category)
        ChoicePicker(title: "Why", values: Self.reasons, words: { words(for: $0) }, choice: $why)
        SayField(
          prompt: "What would have helped, or what was tried", action: "Write it down",
          keptAs: Saying(wordsFor: .unmetNeed, case: model.state.case)
        ) { said in
          let unmet = NewUnmetNeed(category: category, why: why, words: said.isEmpty ? nil : said)
          return await model.recordUnmetNeed(unmet)
        }
      }
    }
  }
#endif
