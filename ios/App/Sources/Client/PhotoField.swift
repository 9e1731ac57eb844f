#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import PhotosUI
  import SwiftUI

  /// A photo to go along with a check-in: chosen, said what it shows, taken away again. The system's own picker shows the
  /// person's photos, and hands over the one that was chosen and no other.
  struct PhotoField: View {
    let model: CheckInModel
    @State private var item: PhotosPickerItem?
    @State private var isGetting = false

    var body: some View {
      Section("A photo, if you like") {
        if let photo = model.state.photo {
          PhotoPreview(jpeg: photo.preview.isEmpty ? photo.jpeg : photo.preview)
          TextField("What the photo shows", text: caption, axis: .vertical)
            .accessibilityLabel("What the photo shows")
          Text("The photo is kept once you have told your link worker.").font(.footnote)
          Button("Remove photo") { model.removePhoto() }.touchTarget()
        } else if isGetting {
          ProgressView("Getting the photo")
        } else {
          PhotosPicker("Add a photo", selection: $item, matching: .images)
            .disabled(model.state.doing.busy)
            .touchTarget()
        }
      }
      .onChange(of: item) { _, chosen in take(chosen) }
    }

    private var caption: Binding<String> { Binding(get: { model.state.caption }, set: { model.typeCaption($0) }) }

    private func take(_ chosen: PhotosPickerItem?) {
      guard let chosen else { return }
      // So that the same one can be chosen again.
      (item, isGetting) = (nil, true)
      Task {
        await model.choosePhoto { try await PhotoMaker.make(of: chosen) }
        isGetting = false
      }
    }
  }
#endif
