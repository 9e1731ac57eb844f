#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// What is seen first at a visit, and the way to everything else of one client.
  struct ClientScreen: View {
    @State var model: ClientModel
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        if let overview = model.state.overview {
          WhatComesFirst(overview: overview, firstQuestion: model.state.firstQuestion, model: model)
          ClientLinks(case: model.state.case, phone: phone, openWork: openWork)
          Support(overview: overview, model: model)
        }
        if let pages = model.state.pages { ClientPagesSections(pages: pages, model: model) }
        NextContactForm(model: model)
        DutyForm(model: model)
        if let overview = model.state.overview { SafeContactForm(rule: overview.safeContact, model: model) }
        CardForm(card: model.state.linkWorker, model: model)
      }
      .navigationTitle(model.state.overview?.client.knownAs ?? model.state.overview?.client.name ?? "")
    }
  }

  /// The client's own words, what was promised, how to reach them, what the rules found.
  struct WhatComesFirst: View {
    let overview: CaseOverview
    let firstQuestion: String?
    let model: ClientModel

    var body: some View {
      if let firstQuestion {
        Section(firstQuestion) {
          SayField(
            prompt: "As they say it", action: "Keep these words",
            keptAs: Saying(wordsFor: .whatMatters, case: model.state.case)
          ) {
            await model.sayWhatMatters($0)
          }
        }
      }
      Section("In their own words") {
        ForEach(overview.ownWords, id: \.self) { Text($0.words).italic() }
      }
      if let promise = overview.lastPromise {
        Section("Promised last time") {
          Text(promise.words)
          SayField(
            prompt: "What came of it", action: "I kept it",
            keptAs: Saying(wordsFor: .promiseOutcome, case: model.state.case, about: promise.note)
          ) {
            await model.keepPromise(promise.note, outcome: $0)
          }
        }
      }
      Section("Before you reach them") {
        if let safe = overview.client.safeContact { Text(safe) }
        ForEach(overview.safeContact?.never ?? [], id: \.self) { mode in
          HStack {
            Text("Not safe:").bold()
            Text(words(for: mode))
          }
        }
        if let times = overview.safeContact?.times { Text(times) }
        ForEach(overview.accessNeeds, id: \.id) { if let works = $0.need.words { Text(works) } }
        Findings(findings: overview.warnings)
      }
      Section("Owed to them") {
        ForEach(overview.openDuties, id: \.id) { duty in
          Text(duty.duty.what)
          SayField(
            prompt: "What came of it", action: "Done",
            keptAs: Saying(wordsFor: .dutyOutcome, case: model.state.case, about: duty.id)
          ) {
            await model.settleDuty(duty.id, outcome: $0)
          }
        }
      }
    }
  }

  /// The way to the other screens of one client.
  struct ClientLinks: View {
    let `case`: CaseId
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      Section {
        NavigationLink("Visit and note") {
          VisitScreen(model: VisitModel(phone: phone, case: `case`), openWork: openWork)
        }
        NavigationLink("Assessment") { InstrumentsScreen(phone: phone, case: `case`, openWork: openWork) }
        NavigationLink("Goals") { GoalsScreen(model: GoalsModel(phone: phone, case: `case`), phone: phone) }
        NavigationLink("Onward referrals") {
          OnwardReferralScreen(
            model: OnwardReferralModel(phone: phone, case: `case`), phone: phone, openWork: openWork)
        }
        NavigationLink("Handover") {
          HandoverScreen(model: HandoverModel(phone: phone, case: `case`), openWork: openWork)
        }
        NavigationLink("Ending the support") {
          ClosureScreen(model: ClosureModel(phone: phone, case: `case`), openWork: openWork)
        }
      }
    }
  }

  /// Where the support stands.
  struct Support: View {
    let overview: CaseOverview
    let model: ClientModel

    var body: some View {
      Section("Support") {
        if overview.episode == nil {
          ActionButton("Begin the support") { await model.beginSupport() }
        } else if overview.atRest {
          ActionButton("Welcome them back") { await model.welcomeBack() }
        } else {
          SayField(
            prompt: "In the client’s words", action: "The client asks for a pause",
            keptAs: Saying(wordsFor: .pauseWhy, case: model.state.case)
          ) { words in
            await model.pauseForClient(words: words.isEmpty ? nil : words)
            return model.state.doing.refusal == nil
          }
        }
      }
    }
  }

  /// What stands further down.
  struct ClientPagesSections: View {
    let pages: ClientPages
    let model: ClientModel
    @State private var category = NeedCategory.money

    var body: some View {
      Section("What matters to them") {
        ForEach(pages.whatMatters, id: \.id) { view in
          WhatMattersRow(
            view: view, isFirst: view.id == pages.whatMatters.first?.id, model: model,
            order: pages.whatMatters.map(\.id))
        }
      }
      Section("What they asked for") {
        ForEach(pages.wishes.filter(\.open), id: \.id) { wish in
          Text(words(for: wish.wish.wish))
          if let said = wish.wish.words { Text(said).italic() }
          SayField(
            prompt: "Your answer", action: "Answer",
            keptAs: Saying(wordsFor: .wishAnswer, case: model.state.case, about: wish.id)
          ) {
            await model.answerWish(wish.id, words: $0)
          }
        }
      }
      Section("Needs") {
        ForEach(pages.needs, id: \.id) { NeedRow(view: $0, model: model) }
        ChoicePicker(
          title: "What it is about", values: needCategories, words: { words(for: $0) }, choice: $category)
        SayField(
          prompt: "The need, as they say it", action: "Write it down",
          keptAs: Saying(wordsFor: .need, case: model.state.case)
        ) {
          await model.raiseNeed(category, words: $0)
        }
      }
      Section("Notes") {
        ForEach(pages.notes, id: \.id) { note in
          Text("\(note.author), \(note.note.at.dayAndTime)").font(.footnote)
          if let why = note.voidBecause { Text("Declared void, and counts nowhere: \(why)").bold() }
          Text(note.note.body)
        }
      }
      Section("Contacts") {
        ForEach(pages.contacts, id: \.id) { contact in
          Text(contact.contact.at.dayAndTime)
          Text(words(for: contact.contact.outcome)).font(.footnote)
        }
      }
      Section("Handed over") {
        ForEach(pages.handovers, id: \.id) { HandoverRow(pack: $0.pack) }
      }
    }
  }

  /// When, how and why the two speak next.
  struct NextContactForm: View {
    let model: ClientModel
    @State private var at = Date()
    @State private var mode = ContactMode.home

    var body: some View {
      Section("Next contact") {
        if let next = model.state.overview?.nextContact {
          Text(next.at.dayAndTime)
          Text(words(for: next.mode))
          Text(next.why)
        }
        MomentPicker(title: "When", at: $at)
        ChoicePicker(title: "How", values: contactModes, words: { words(for: $0) }, choice: $mode)
        ActionButton("Is this way safe?") { await model.checkWay(mode, at: at.timestamp) }
        Findings(findings: model.state.way)
        SayField(
          prompt: "Why, as the client hears it", action: "Agree it",
          keptAs: Saying(wordsFor: .nextContactWhy, case: model.state.case)
        ) {
          await model.agreeNextContact(NextPlan(at: at.timestamp, mode: mode, why: $0))
        }
      }
    }
  }

  /// The card the client has of their link worker.
  struct CardForm: View {
    let card: LinkWorkerCard?
    let model: ClientModel
    @Environment(Session.self) private var session

    var body: some View {
      Section("The client’s card of you") {
        if let card {
          Text(card.name)
          Text(card.whatTheyDo)
          Text(card.reach)
        }
        KeptField(prompt: "What you do, in plain words", keptAs: work)
        SayField(
          prompt: "How and when to reach you", action: "Give them this card",
          keptAs: Saying(wordsFor: .cardReach, case: model.state.case)
        ) { reach in
          let half = session.words(of: work)
          let given = await model.introduceLinkWorker(whatTheyDo: half?.words[.cardWork] ?? "", reach: reach)
          if given { await half?.forget() }
          return given
        }
      }
    }

    private var work: Saying { Saying(wordsFor: .cardWork, case: model.state.case) }
  }

  /// What a need may be about, circumstances first.
  let needCategories: [NeedCategory] = [
    .money, .housing, .food, .energy, .work, .legal, .caring, .safety, .digital, .transport, .connection, .mood,
    .health,
    .lifestyle, .other,
  ]

  /// The ways of contact there are to choose from.
  let contactModes: [ContactMode] = [
    .home, .community, .practice, .accompanied, .phone, .video, .message, .letter,
  ]
#endif
