#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Assessments that were received. It counts nothing.
  struct ReceivedScreen: View {
    @State var model: ReceivedModel

    var body: some View {
      ScreenFrame(model: model) {
        if let sheet = model.state.open {
          ReceivedSections(sheet: sheet)
          Button("All of them") { model.close() }.touchTarget()
        } else {
          if model.state.received?.isEmpty == true { Text("No assessment has been submitted to you yet.") }
          ForEach(model.state.received ?? [], id: \.id) { line in
            Button {
              Task { await model.open(line.id) }
            } label: {
              VStack(alignment: .leading) {
                clientName(of: line).bold()
                Text(line.title)
                Text("From \(line.author)").font(.footnote)
                Text("Received \(line.receivedAt.dayAndTime)").font(.footnote)
                ReceivedStanding(line: line)
              }
            }
            .touchTarget()
          }
          if model.state.hasOlder { ActionButton("Older ones") { await model.showOlder() } }
          ActionButton("Look for new ones") { await model.synchronise() }
        }
      }
      .navigationTitle("Received")
    }
  }

  /// Whom an assessment is about, as far as this phone was told.
  @MainActor
  func clientName(of line: ReceivedAssessment) -> Text {
    if let client = line.client { Text(verbatim: client) } else { Text("A client whose name is not on this phone") }
  }

  /// What somebody has to know before they take the answers for what was said.
  struct ReceivedStanding: View {
    let line: ReceivedAssessment

    var body: some View {
      switch line.state {
      case .needsConfirmation: Text("A second, different submission. It counts nowhere until somebody confirms it.")
      case .voided: Text("Declared void: \(line.voidBecause ?? "")").bold()
      case .submitted, .draft: EmptyView()
      }
      switch line.outcome {
      case .held: EmptyView()
      case .declined: Text("The client would rather not answer, and was not pressed.")
      case .abandoned: Text("It was begun and not finished. Nothing that was said was sent.")
      case .unknown: Text("A newer version of the app says more about this.")
      }
    }
  }

  /// One received assessment.
  struct ReceivedSections: View {
    let sheet: ReceivedSheet

    var body: some View {
      Section {
        clientName(of: sheet.line).bold()
        Text(sheet.view.title)
        Text("From \(sheet.line.author)")
        Text("Begun \(sheet.view.at.dayAndTime)").font(.footnote)
        Text("Received \(sheet.line.receivedAt.dayAndTime)").font(.footnote)
        ReceivedStanding(line: sheet.line)
        if let why = sheet.view.why { Text(verbatim: why) }
      }
      Section {
        ForEach(sheet.view.questions, id: \.item) { question in
          VStack(alignment: .leading) {
            Text(question.prompt)
            Text(question.said).bold()
            if let band = question.band { Text(band).font(.footnote) }
            if let comment = question.comment { Text("Said beside it: \(comment)") }
          }
        }
        ForEach(sheet.view.scores, id: \.score) { Text("\($0.name): \($0.said)") }
        if let licence = sheet.view.licence { Text(licence).font(.footnote) }
      }
    }
  }
#endif
