#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Onward referrals and what became of them.
  struct OnwardReferralScreen: View {
    @State var model: OnwardReferralModel
    let phone: Phone
    let openWork: OpenWork
    @State private var need: EntityId?

    private static let answers: [Notified?] = [nil, .yes, .no, .clientWill]
    private static let ways: [SupportMode?] = [
      nil, .toldAbout, .informationGiven, .referred, .warmHandover, .accompany, .doTogether,
    ]

    var body: some View {
      ScreenFrame(model: model) {
        ForEach(model.state.referrals ?? [], id: \.view.id) { ReferralSection(line: $0, model: model) }
        Section("A new referral") {
          ChoicePicker(
            title: "The need it is for", values: [nil] + model.state.needs.map { $0.id },
            words: { wordsOfNeed($0) }, choice: $need)
          NavigationLink("Find a service") {
            ServicePickerScreen(
              model: ServicePickerModel(phone: phone, case: model.state.case, need: need),
              choose: { model.choose($0, need: need) })
          }
          TextField("The service", text: entry(\.to)).accessibilityLabel("The service")
          TextField("Why", text: entry(\.why), axis: .vertical).accessibilityLabel("Why")
          ChoicePicker(
            title: "How you help them there", values: Self.ways,
            words: { $0.map { words(for: $0) } ?? "Not said yet" }, choice: entry(\.supportMode))
          TextField("Fears, and what would help", text: entry(\.adjustments), axis: .vertical)
            .accessibilityLabel("Fears, and what would help")
          ChoicePicker(
            title: "Does the service know?", values: Self.answers,
            words: { $0.map { told(for: $0) } ?? "Not said yet" }, choice: entry(\.notified))
          ActionButton("Begin this referral") { await model.refer() }.disabled(!model.state.canRefer)
        }
        UnmetNeedForm(model: model)
        ForEach(model.state.unmet, id: \.id) { unmet in
          Section("Nothing serves this yet") {
            Text(words(for: unmet.unmet.category))
            if let said = unmet.unmet.words { Text(said) }
          }
        }
      }
      .navigationTitle("Onward referrals")
      .keepsWords(of: model, among: openWork)
    }

    private func wordsOfNeed(_ id: EntityId?) -> LocalizedStringKey {
      guard let found = model.state.needs.first(where: { $0.id == id }) else { return "No particular need" }
      return "\(found.need.words)"
    }

    private func entry<Value>(_ field: WritableKeyPath<ReferralForm, Value>) -> Binding<Value> {
      Binding(
        get: { model.state.form[keyPath: field] },
        set: { value in
          var form = model.state.form
          form[keyPath: field] = value
          model.enter(form)
        })
    }
  }

  /// One referral, and what can happen to it next.
  struct ReferralSection: View {
    let line: ReferralLine
    let model: OnwardReferralModel
    @State private var by = StatusBy.worker
    @Environment(Session.self) private var session

    var body: some View {
      Section(line.view.referral.to) {
        Text(words(for: line.standing)).bold()
        ForEach(line.view.statuses, id: \.id) { status in
          Text(status.status.at.day).font(.footnote)
          if let reason = status.status.reason { Text(reason).font(.footnote) }
        }
        KeptField(prompt: "What the client reads, in plain words", keptAs: saying(.referralNews))
        ChoicePicker(
          title: "Who made it so", values: [StatusBy.worker, .client, .service], words: { words(for: $0) }, choice: $by)
        SayField(
          prompt: "Why, where there is a reason", keptAs: saying(.referralStep),
          choices: line.next.map { next in SayChoice(action: words(for: next)) { await record(next, $0) } })
      }
    }

    private func saying(_ words: WordsFor) -> Saying {
      Saying(wordsFor: words, case: model.state.case, about: line.view.id)
    }

    private func record(_ status: ReferralState, _ reason: String) async -> Bool {
      let half = session.words(of: saying(.referralNews))
      let told = half?.words[.referralNews] ?? ""
      let step = ReferralStep(
        status: status, by: by, reason: reason.isEmpty ? nil : reason,
        toldClient: told.isEmpty ? nil : told)
      let recorded = await model.recordStep(line.view.id, step)
      if recorded { await half?.forget() }
      return recorded
    }
  }

  /// Several kinds of help side by side, and a look before any form is filled in.
  struct ServicePickerScreen: View {
    @State var model: ServicePickerModel
    let choose: @MainActor (ServiceCard) -> Void
    @State private var sought = ""
    @Environment(\.dismiss) private var dismiss

    var body: some View {
      ScreenFrame(model: model) {
        if let detail = model.state.detail {
          ServiceSections(detail: detail, model: model)
          ActionButton("Refer to this service") {
            choose(detail.view.card)
            dismiss()
          }
          Button("All services") { model.lookAtAll() }.touchTarget()
        } else {
          TextField("Find words", text: $sought).accessibilityLabel("Find words")
          ActionButton("Search") { await model.search(ServiceSearch(words: sought.isEmpty ? nil : sought)) }
          if model.state.picker?.nothingForTheNeed == true { Text("Nothing here serves this need itself.") }
          ForEach(model.state.picker?.shelves ?? [], id: \.category) { shelf in
            Section {
              Text(words(for: shelf.category)).font(.headline)
              ForEach(shelf.services, id: \.id) { ServiceRow(card: $0, model: model) }
            }
          }
          Section("Open near you and rarely used") {
            ForEach(model.state.picker?.rarelyUsed ?? [], id: \.id) { ServiceRow(card: $0, model: model) }
          }
        }
      }
      .navigationTitle("Services")
    }
  }

  /// A service in a list.
  struct ServiceRow: View {
    let card: ServiceCard
    let model: ServicePickerModel

    var body: some View {
      Button {
        Task { await model.look(card.id) }
      } label: {
        VStack(alignment: .leading) {
          Text(card.service.name)
          Findings(findings: card.alerts)
        }
      }
      .touchTarget()
    }
  }

  /// One service, with what colleagues know.
  struct ServiceSections: View {
    let detail: ServiceDetail
    let model: ServicePickerModel

    var body: some View {
      Section(detail.view.card.service.name) {
        if let about = detail.view.card.service.description { Text(about) }
        if let who = detail.view.card.service.eligibility { Text(who) }
        Findings(findings: detail.eligibility.reasons)
        Findings(findings: detail.duplicates)
        if let call = detail.view.card.service.phone { Text(call) }
      }
      Section("What colleagues know") {
        ForEach(detail.view.knowledge, id: \.id) { known in
          Text(known.knowledge.note)
          Text("\(known.authorName), \(known.knowledge.at.day)").font(.footnote)
        }
        SayField(
          prompt: "What you found out", action: "Add this",
          keptAs: Saying(wordsFor: .serviceKnowledge, about: detail.view.card.id)
        ) {
          await model.addKnowledge(detail.view.card.id, NewKnowledge(note: $0))
        }
        ActionButton("It is as it says here") { await model.confirm(detail.view.card.id) }
      }
    }
  }
#endif
