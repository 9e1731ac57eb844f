#if canImport(SwiftUI)
  import Alongside
  import AlongsideScreens
  import SwiftUI
  import UIKit

  /// Photos made small, each with the way to all of it.
  struct PhotoRows: View {
    let photos: [PhotoView]
    let phone: Phone

    var body: some View {
      ForEach(photos, id: \.id) { photo in
        NavigationLink {
          PhotoScreen(model: PhotoModel(phone: phone, photo: photo))
        } label: {
          VStack(alignment: .leading) {
            PhotoPreview(jpeg: photo.preview)
            words(for: photo).font(.footnote)
          }
        }
        .accessibilityLabel(words(for: photo))
        .touchTarget()
      }
    }
  }

  /// A photo made small. What it shows stands beside it, in words.
  struct PhotoPreview: View {
    let jpeg: Data

    var body: some View {
      if let image = UIImage(data: jpeg) {
        Image(uiImage: image).resizable().scaledToFit().frame(maxWidth: 160, maxHeight: 160).accessibilityHidden(true)
      }
    }
  }

  /// One photo, as large as it is.
  struct PhotoScreen: View {
    @State var model: PhotoModel

    var body: some View {
      ScreenFrame(model: model) {
        if model.state.putAway {
          Text("The photo is put away. It is gone from other phones too, once they have been online.")
        }
        if let photo = model.state.photo {
          picture(of: photo)
          standing(of: photo)
          if let caption = photo.caption { Text(caption) }
          ForEach(photo.otherCaptions, id: \.self) { Text($0).italic() }
          Text("Photo by \(photo.byName)").font(.footnote)
          Text(photo.at.dayAndTime).font(.footnote)
          ActionButton("Put this photo away") { await model.putAway() }.disabled(model.state.doing.busy)
        }
      }
      .navigationTitle("Photo")
      .task { await model.look() }
    }

    @ViewBuilder private func picture(of photo: PhotoView) -> some View {
      if let image = model.state.jpeg.flatMap({ UIImage(data: $0) }) {
        Image(uiImage: image).resizable().scaledToFit().accessibilityLabel(words(for: photo))
      } else {
        PhotoPreview(jpeg: photo.preview)
      }
    }

    @ViewBuilder private func standing(of photo: PhotoView) -> some View {
      if model.state.coming { ProgressView("Getting the photo") }
      if model.state.stillThere {
        Text("The photo is still on the phone that took it. It comes when that phone has been online.")
      }
      if model.state.canTryAgain { ActionButton("Try again") { await model.look() } }
      if photo.unsent { Text("This photo is on this phone only. It goes out when there is a connection.") }
    }
  }

  /// What a photo shows; who added it when nobody has said.
  @MainActor func words(for photo: PhotoView) -> Text {
    if let caption = photo.caption { Text(verbatim: caption) } else { Text("Photo by \(photo.byName)") }
  }
#endif
