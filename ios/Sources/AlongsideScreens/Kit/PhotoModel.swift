// One photo, as large as it is.

import Alongside
import Foundation
import Observation

/// What the page of a photo shows.
public struct PhotoState: KeptState, Equatable {
  /// What is known of it, with the same made small; nothing when it is no longer here to be seen.
  public internal(set) var photo: PhotoView?
  /// The photo itself as a JPEG, once it is on this phone.
  public internal(set) var jpeg: Data?
  /// Whether the service was asked and does not have all of it yet: it is still on the phone that took it.
  public internal(set) var stillThere = false
  /// Whether it was put away on this page.
  public internal(set) var putAway = false
  public internal(set) var doing = Doing()
  public var loaded: Bool { photo != nil || putAway }

  /// Whether it is being looked for, here or at the service.
  public var coming: Bool { isMissing && doing.busy }
  /// Whether somebody may look for it again.
  public var canTryAgain: Bool { isMissing && !doing.busy }

  /// Whether it is known of and not on this phone.
  private var isMissing: Bool { photo != nil && jpeg == nil }
}

/// Shows a photo that is on this phone, fetches one that is not (see ``look()``), and puts it away. What was fetched stays.
@MainActor
@Observable
public final class PhotoModel: KeptModel {
  public internal(set) var state: PhotoState
  let phone: Phone
  let turn = Turn()
  private let photo: PhotoView

  /// The page of `photo`, which came with what it is beside.
  public init(phone: Phone, photo: PhotoView) {
    (self.phone, self.photo) = (phone, photo)
    state = PhotoState(photo: photo)
  }

  /// Looks for the photo, on this phone first; again when it had not come before.
  public func look() async {
    await act {
      try await read()
      if state.jpeg == nil, !state.putAway { try await fetch() }
    }
    if state.doing.refusal?.next == .goBack { (state.photo, state.jpeg) = (nil, nil) }
  }

  /// Puts the photo away, for everybody: they see it no more once their phones have synced.
  public func putAway() async {
    await act {
      try await phone.putPhotoAway(photo: photo.id)
      (state.photo, state.jpeg, state.putAway) = (nil, nil, true)
    }
  }

  func read() async throws {
    if state.putAway { return }
    guard let view = try await phone.photos(of: photo.of).first(where: { $0.id == photo.id }) else {
      throw AlongsideError.NotFound
    }
    if state.jpeg == nil { state.jpeg = try await phone.photo(photo: photo.id) }
    state.photo = view
  }

  func emptied() -> PhotoState { PhotoState() }

  private func fetch() async throws {
    state.stillThere = false
    let (phone, id) = (phone, photo.id)
    // Whoever leaves the page does not call it off: photos that are being sent would be called off with it.
    let fetching = Task { try await phone.fetchPhoto(photo: id) }
    state.stillThere = !(try await fetching.value)
  }
}
