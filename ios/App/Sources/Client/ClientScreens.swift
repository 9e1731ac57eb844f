#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// The client's four places. Short sentences and everyday words: a child of ten can read them.
  struct ClientScreens: View {
    let phone: Phone
    let `case`: CaseId
    let openWork: OpenWork

    var body: some View {
      TabView {
        NavigationStack { HomeScreen(model: HomeModel(phone: phone), openWork: openWork) }
          .tabItem { Label("Home", systemImage: "house") }
        NavigationStack {
          MyGoalsScreen(
            model: MyGoalsModel(phone: phone, case: `case`), phone: phone, case: `case`, openWork: openWork)
        }
        .tabItem { Label("My goals", systemImage: "flag") }
        NavigationStack { MyReferralsScreen(model: MyReferralsModel(phone: phone, case: `case`)) }
          .tabItem { Label("My referrals", systemImage: "signpost.right") }
        NavigationStack { SharingScreen(model: SharingModel(phone: phone, case: `case`)) }
          .tabItem { Label("Sharing", systemImage: "eye") }
        NavigationStack { SyncScreen(model: SyncModel(phone: phone)) }
          .tabItem { Label("Sync", systemImage: "arrow.triangle.2.circlepath") }
      }
    }
  }

  /// Who the link worker is, and when the two speak next.
  struct HomeScreen: View {
    @State var model: HomeModel
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        if let home = model.state.home {
          if let change = home.change { ChangeSection(change: change, model: model) }
          worker(home.linkWorker, reachMissing: home.reachMissing)
          next(home.nextContact, toConfirm: home.nextToConfirm)
          asking(home)
          CrisisSection(contacts: home.crisis)
        }
      }
      .navigationTitle("Home")
      .keepsWords(of: model, among: openWork)
    }

    @ViewBuilder private func worker(_ card: LinkWorkerCard?, reachMissing: String?) -> some View {
      Section("Who walks alongside you") {
        if let card {
          Text(card.name).font(.headline)
          if !card.whatTheyDo.isEmpty { Text(card.whatTheyDo) }
          Text(reachMissing ?? "How to reach them: \(card.reach)")
          ActionButton("I know who they are") { await model.sayRecognition(true) }
          ActionButton("I am not sure who they are") { await model.sayRecognition(false) }
        } else {
          Text("You do not have a link worker yet. Someone will tell you when you do.")
        }
      }
    }

    @ViewBuilder private func next(_ contact: NextContactView?, toConfirm: String?) -> some View {
      Section("When you speak next") {
        if let contact {
          Text(contact.at.dayAndTime).font(.headline)
          Text(words(for: contact.mode))
          Text("With \(contact.who)")
          Text("Why: \(contact.why)")
          if let place = contact.place { Text("Where: \(place)") }
          if let toConfirm { Text(toConfirm).bold() }
        } else {
          Text("No time is planned yet. You can ask for one below.")
        }
      }
    }

    @ViewBuilder private func asking(_ home: ClientHome) -> some View {
      Section("Ask for something") {
        Text(home.notWatched)
        TextField("Your words", text: typed, axis: .vertical).accessibilityLabel("Your words")
        ActionButton("Ask this question") { await model.wish(.question) }
        ActionButton("Ask for another time") { await model.wish(.changeNext) }
        ActionButton("Please call me") { await model.wish(.callMe) }
        ActionButton("Please do not call me for now") { await model.wish(.doNotCall) }
      }
      Section("What you asked for") {
        ForEach(home.wishes, id: \.id) { wish in
          Text(words(for: wish.wish.wish))
          if let said = wish.wish.words { Text(said).italic() }
          if let answer = wish.wish.answer { Text("Answer: \(answer)") }
          if wish.open { ActionButton("Take this back") { await model.withdraw(wish.id) } }
        }
      }
    }

    private var typed: Binding<String> { Binding(get: { model.state.words }, set: { model.typeWords($0) }) }
  }

  /// That another link worker comes.
  struct ChangeSection: View {
    let change: ChangeView
    let model: HomeModel

    var body: some View {
      Section("Someone new will work with you") {
        if let name = change.notice.toName {
          Text("\(name) comes on \(change.notice.changesAt.day).")
        } else {
          Text("Someone new comes on \(change.notice.changesAt.day). You will be told who it is.")
        }
        Text(change.notice.why)
        if let meeting = change.notice.meetTogetherAt { Text("You meet both of them on \(meeting.dayAndTime).") }
        ActionButton("I have read this") { await model.noteChangeSeen(change.id) }
      }
    }
  }

  /// Who answers at once.
  struct CrisisSection: View {
    let contacts: [CrisisContact]

    var body: some View {
      Section("Help now") {
        ForEach(contacts, id: \.self) { contact in
          Text(contact.when)
          Text("\(contact.name) (\(contact.hours))").font(.footnote)
          if let number = contact.call, let url = URL(string: "tel:\(number.filter(\.isNumber))") {
            Link("Call \(number)", destination: url).touchTarget()
          }
          if let number = contact.text {
            if let word = contact.textWord { Text("Text \(word) to \(number)") } else { Text("Text \(number)") }
          }
        }
      }
    }
  }
#endif
