import AlongsideCore
import Foundation

// Photos beside goals, check-ins and what matters: for people who would rather show than write.
extension Phone {
  /// Adds a photo to something that is shared with the client: a goal, a check-in, a step, what matters.
  ///
  /// Fails with `Invalid`: `photo` or `preview` when it is no whole JPEG (`wrongType`) or too large (`tooLong`), `of` when
  /// that is nothing shared; or with `NotFound`.
  public func addPhoto(of: EntityId, new: NewPhoto) throws(AlongsideError) -> EntityId {
    try call { try core.addPhoto(of: of, new: new) }
  }

  /// Says how a goal is going with a photo: from 0 to 10 and in words as well, or with the photo alone.
  ///
  /// Fails as `checkIn` and `addPhoto` do.
  public func checkInWithPhoto(
    goal: EntityId, photo: NewPhoto, score: Int64? = nil, words: String? = nil
  ) throws(AlongsideError) -> EntityId {
    try call { try core.checkInWithPhoto(goal: goal, photo: photo, score: score, words: words) }
  }

  /// Says in other words what a photo shows.
  ///
  /// Fails with `NotFound`.
  public func captionPhoto(photo: EntityId, caption: String) throws(AlongsideError) {
    try call { try core.captionPhoto(photo: photo, caption: caption) }
  }

  /// Puts a photo away.
  ///
  /// Fails with `NotFound`.
  public func putPhotoAway(photo: EntityId) throws(AlongsideError) {
    try call { try core.putPhotoAway(photo: photo) }
  }

  /// The photos beside something, oldest first. Those of goals and check-ins come with `goals`.
  public func photos(of: EntityId) throws(AlongsideError) -> [PhotoView] {
    try call { try core.photos(of: of) }
  }

  /// A photo as a JPEG, when it is on this phone; if not, `fetchPhoto` fetches it.
  ///
  /// Fails with `NotFound` when there is no such photo that may be shown.
  public func photo(photo: EntityId) throws(AlongsideError) -> Data? {
    try call { try core.photo(photo: photo) }
  }

  /// Fetches a photo from the service, for at most `deadlineMs` milliseconds, and says whether it is here now: not while it
  /// is still on its way from the phone that took it. Cancelling the call, or `cancelPhotos`, ends it early.
  ///
  /// Fails as `synchronise` does, or with `NotFound`. What came is kept, and the next call goes on behind it.
  public func fetchPhoto(photo: EntityId, deadlineMs: UInt64 = 60_000) async throws(AlongsideError) -> Bool {
    try await wait(
      end: { self.core.cancelPhotos() },
      for: { try await self.core.fetchPhoto(photo: photo, deadlineMs: deadlineMs) })
  }

  /// Sends the photos taken on this phone that the service does not have, for at most `deadlineMs` milliseconds. Call it
  /// after a sync: it runs beside the next one, and text never waits for it. On a `metered` network photos of more than
  /// 1 MiB wait. Cancelling the call, or `cancelPhotos`, ends it early. However it ends, ``changes()`` says to look again.
  ///
  /// Fails as `synchronise` does. What was sent is kept, and the next call goes on behind it.
  public func sendPhotos(deadlineMs: UInt64 = 120_000, metered: Bool) async throws(AlongsideError) -> PhotosSent {
    try await wait(
      end: { self.core.cancelPhotos() },
      for: { try await self.core.sendPhotos(deadlineMs: deadlineMs, metered: metered) })
  }

  /// Calls off whatever is on its way of photos, to the service or from it.
  public nonisolated func cancelPhotos() {
    core.cancelPhotos()
  }

  /// Sends photos if some are on this phone only. What does not go through goes after the next sync.
  func sendPhotosIfAny(deadlineMs: UInt64, metered: Bool) async {
    guard let state = try? syncState(), state.photosUnsent > 0 else { return }
    _ = try? await sendPhotos(deadlineMs: deadlineMs, metered: metered)
  }
}
