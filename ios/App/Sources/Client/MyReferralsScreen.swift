#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// What became of the client's referrals.
  struct MyReferralsScreen: View {
    @State var model: MyReferralsModel

    var body: some View {
      ScreenFrame(model: model) {
        if model.state.news?.isEmpty == true { Text("Nothing has been asked for you yet.") }
        ForEach(model.state.news ?? [], id: \.id) { news in
          Section(news.news.service) {
            Text(news.news.words)
            if let next = news.news.next { Text("What comes next: \(next)") }
            if let by = news.news.by { Text("By \(by.day)") }
          }
        }
        ForEach(model.state.copies, id: \.id) { copy in
          Section("Talks you have a copy of") {
            Text(copy.title).font(.headline)
            Text("From \(copy.at.day)").font(.footnote)
            ForEach(copy.lines, id: \.self) { line in
              Text(line.asked).font(.footnote)
              Text(line.said)
            }
            if let licence = copy.licence { Text(licence).font(.footnote) }
          }
        }
      }
      .navigationTitle("My referrals")
    }
  }

  /// What the client lets others see, and who sees what.
  struct SharingScreen: View {
    @State var model: SharingModel

    var body: some View {
      ScreenFrame(model: model) {
        Section("What you said yes or no to") {
          if model.state.switches?.isEmpty == true { Text("You have not been asked about sharing yet.") }
          ForEach(model.state.switches ?? [], id: \.sharing.purpose) { view in
            Toggle(words(for: view.sharing.purpose), isOn: given(view))
            if let with = view.sharing.with { Text(with).font(.footnote) }
            if let scope = view.sharing.scope { Text(scope).font(.footnote) }
            Text("You were asked on \(view.sharing.askedAt.day)").font(.footnote)
          }
        }
        Section("Who sees what") {
          ForEach(model.state.readers, id: \.self) { part in
            VStack(alignment: .leading) {
              Text(part.what)
              Text(part.who).font(.footnote)
            }
          }
          Text(model.state.alsoSees)
        }
      }
      .navigationTitle("Sharing")
    }

    private func given(_ view: SharingView) -> Binding<Bool> {
      Binding(
        get: { view.given }, set: { yes in Task { await model.switch(view.sharing.purpose, yes: yes) } })
    }
  }
#endif
