#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI

  /// Assessments that were received. It counts nothing.
  struct ReceivedScreen: View {
    @State var model: ReceivedModel

    var body: some View {
      ScreenFrame(model: model) {
        if let line = model.state.open {
          ReceivedSections(line: line)
          Button("All of them") { model.close() }.touchTarget()
        } else {
          if model.state.received?.isEmpty == true { Text("No assessment has been submitted to you yet.") }
          ForEach(model.state.received ?? [], id: \.view.id) { line in
            Button {
              model.open(line.view.id)
            } label: {
              VStack(alignment: .leading) {
                Text(line.view.title)
                Text("From \(line.author)").font(.footnote)
                if let at = line.view.submittedAt { Text("Submitted \(at.dayAndTime)").font(.footnote) }
              }
            }
            .touchTarget()
          }
          ActionButton("Look for new ones") { await model.synchronise() }
        }
      }
      .navigationTitle("Received")
    }
  }

  /// One received assessment.
  struct ReceivedSections: View {
    let line: ReceivedLine

    var body: some View {
      Section(line.view.title) {
        if line.view.state == .needsConfirmation {
          Text("A second, different submission. It counts nowhere until somebody confirms it.")
        }
        if let why = line.view.voidBecause { Text("Declared void: \(why)").bold() }
        Text("From \(line.author)")
        Text("Begun \(line.view.at.dayAndTime)").font(.footnote)
        ForEach(line.view.questions, id: \.item) { question in
          VStack(alignment: .leading) {
            Text(question.prompt)
            Text(question.said).bold()
            if let band = question.band { Text(band).font(.footnote) }
            if let comment = question.comment { Text("Said beside it: \(comment)") }
          }
        }
        ForEach(line.view.scores, id: \.score) { Text("\($0.name): \($0.said)") }
        if let licence = line.view.licence { Text(licence).font(.footnote) }
      }
    }
  }
#endif
