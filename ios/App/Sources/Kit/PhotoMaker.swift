#if canImport(SwiftUI)
  import Alongside
  import Foundation
  import PhotosUI
  import UIKit

  /// Makes a photo that somebody chose fit to be sent: upright, no larger than a screen, and once more very small. Where and
  /// when it was taken stays behind, here and again in the core.
  enum PhotoMaker {
    private static let longest = 1600.0
    /// What the core takes.
    private static let previewBytes = 8 * 1024
    /// Sizes and qualities of the preview, the best first.
    private static let previews = [(240.0, 0.6), (240.0, 0.4), (160.0, 0.4), (120.0, 0.3), (80.0, 0.3)]

    /// The photo, or `Invalid` when it cannot be had or is no picture. Not on the main actor: it takes a while.
    nonisolated static func make(of chosen: PhotosPickerItem) async throws -> NewPhoto {
      guard let data = try? await chosen.loadTransferable(type: Data.self), let whole = UIImage(data: data) else {
        throw AlongsideError.Invalid(field: "photo", reason: .wrongType)
      }
      let photo = drawn(whole, longest: longest)
      guard let jpeg = photo.jpegData(compressionQuality: 0.8) else {
        throw AlongsideError.Invalid(field: "photo", reason: .wrongType)
      }
      return NewPhoto(jpeg: jpeg, preview: preview(of: photo))
    }

    /// The best that is small enough; empty when none is.
    private static func preview(of photo: UIImage) -> Data {
      for (longest, quality) in previews {
        let small = drawn(photo, longest: longest).jpegData(compressionQuality: quality)
        if let small, small.count <= previewBytes { return small }
      }
      return Data()
    }

    /// Drawn anew, which turns it upright.
    private static func drawn(_ image: UIImage, longest: Double) -> UIImage {
      let scale = min(1, longest / max(image.size.width, image.size.height, 1))
      let size = CGSize(
        width: max(1, (image.size.width * scale).rounded()), height: max(1, (image.size.height * scale).rounded()))
      let format = UIGraphicsImageRendererFormat()
      (format.scale, format.opaque, format.preferredRange) = (1, true, .standard)
      return UIGraphicsImageRenderer(size: size, format: format).image { _ in
        image.draw(in: CGRect(origin: .zero, size: size))
      }
    }
  }
#endif
