#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// The link worker's four places.
  struct WorkerScreens: View {
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      TabView {
        NavigationStack { TodayScreen(model: TodayModel(phone: phone), phone: phone, openWork: openWork) }
          .tabItem { Label("Today", systemImage: "sun.max") }
        NavigationStack { CaseloadScreen(model: CaseloadModel(phone: phone), phone: phone, openWork: openWork) }
          .tabItem { Label("People", systemImage: "person.2") }
        NavigationStack { DecisionsScreen(model: DecisionsModel(phone: phone)) }
          .tabItem { Label("To decide", systemImage: "questionmark.circle") }
        NavigationStack { SyncScreen(model: SyncModel(phone: phone)) }
          .tabItem { Label("Sync", systemImage: "arrow.triangle.2.circlepath") }
      }
    }
  }

  /// The day: visits, what is owed, who it has been quiet with.
  struct TodayScreen: View {
    @State var model: TodayModel
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      ScreenFrame(model: model) {
        if model.state.free { Text("Nothing is planned and nothing is owed today.") }
        ForEach(model.state.today?.duties ?? [], id: \.id) { DutyRow(line: $0, model: model) }
        ForEach(model.state.today?.visits ?? [], id: \.place) { place in
          Section(place.place) {
            ForEach(place.visits, id: \.self) { VisitRow(line: $0, phone: phone, openWork: openWork) }
          }
        }
        Section("Quiet for a while") {
          ForEach(model.state.today?.quiet ?? [], id: \.case) { line in
            NavigationLink {
              ClientScreen(model: ClientModel(phone: phone, case: line.case), phone: phone, openWork: openWork)
            } label: {
              VStack(alignment: .leading) {
                Text(line.name)
                Text(line.words).font(.footnote)
              }
            }
          }
        }
        Section("Drafts to finish") {
          ForEach(model.state.today?.drafts ?? [], id: \.id) { DraftRow(draft: $0, phone: phone, openWork: openWork) }
        }
        if model.state.today?.onThisPhone.wantedBuild != nil {
          Text("A newer app is ready in the store. This one goes on working.").font(.footnote)
        }
        Section {
          ActionButton("The day before") { await model.moveDays(-1) }
          ActionButton("Today") { await model.showToday() }
          ActionButton("The day after") { await model.moveDays(1) }
        }
      }
      .navigationTitle("Today")
    }
  }

  /// Something that is owed, and how it is settled.
  struct DutyRow: View {
    let line: DutyLine
    let model: TodayModel

    var body: some View {
      Section(line.name) {
        Text(line.duty.what)
        if line.bounced { Label("A referral came back", systemImage: "arrow.uturn.backward") }
        if line.daysLate > 0 { Text("Days late: \(String(line.daysLate))") }
        SayField(
          prompt: "What came of it", keptAs: Saying(wordsFor: .dutyOutcome, case: line.case, about: line.id),
          choices: [
            SayChoice(action: "Done") { await model.settleDuty(line.id, outcome: $0) },
            SayChoice(action: "Not owed any more") { await model.releaseDuty(line.id, why: $0) },
          ])
        if line.inTeamQueue {
          ActionButton("Take it") { await model.takeDuty(line.id) }
        } else {
          ActionButton("Hand it to the team") { await model.handDutyToTeam(line.id) }
        }
      }
    }
  }

  /// A visit of the day.
  struct VisitRow: View {
    let line: VisitLine
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      NavigationLink {
        ClientScreen(model: ClientModel(phone: phone, case: line.case), phone: phone, openWork: openWork)
      } label: {
        VStack(alignment: .leading) {
          Text(line.knownAs ?? line.name).font(.headline)
          Text(line.at.dayAndTime)
          Text(words(for: line.mode))
          Text(line.why)
          if let promise = line.lastPromise { Text("Promised: \(promise.words)") }
          Findings(findings: line.flags)
        }
      }
    }
  }

  /// A draft to go on with.
  struct DraftRow: View {
    let draft: DraftSummary
    let phone: Phone
    let openWork: OpenWork

    var body: some View {
      NavigationLink {
        if draft.kind == "visit_note" {
          VisitScreen(
            model: VisitModel(phone: phone, case: draft.case, unfinished: draft.id), openWork: openWork)
        } else if draft.kind == "handover_pack" {
          HandoverScreen(
            model: HandoverModel(phone: phone, case: draft.case, pack: draft.id), openWork: openWork)
        } else {
          ClientScreen(model: ClientModel(phone: phone, case: draft.case), phone: phone, openWork: openWork)
        }
      } label: {
        switch draft.kind {
        case "visit_note": Text("A note begun \(draft.started.dayAndTime)")
        case "handover_pack": Text("A handover begun \(draft.started.dayAndTime)")
        default: Text("An assessment begun \(draft.started.dayAndTime)")
        }
      }
    }
  }
#endif
