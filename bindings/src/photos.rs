//! Photos beside goals, check-ins and what matters.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use std::time::Duration;

use alongside_core::companion::{NewPhoto, PhotoView};
use alongside_core::model::EntityId;
use alongside_core::sync::PhotosSent;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Adds a photo to something that is shared with the client: a goal, a check-in, a step, what matters. Blocks for a file
    /// write.
    ///
    /// Fails with `Invalid`: `photo` or `preview` when it is no whole JPEG (`WrongType`) or too large (`TooLong`), `of` when that is
    /// nothing shared; or with `NotFound`.
    pub fn add_photo(&self, of: EntityId, new: &NewPhoto) -> Result<EntityId, AlongsideError> {
        Ok(self.core.add_photo(of, new)?)
    }

    /// Says how a goal is going with a photo: from 0 to 10 and in words as well, or with the photo alone. Blocks for a file write.
    ///
    /// Fails as `check_in` and `add_photo` do.
    #[uniffi::method(default(score = None, words = None))]
    pub fn check_in_with_photo(
        &self,
        goal: EntityId,
        photo: &NewPhoto,
        score: Option<i64>,
        words: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.check_in_with_photo(goal, score, words.as_deref(), photo)?)
    }

    /// Says in other words what a photo shows. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn caption_photo(&self, photo: EntityId, caption: &str) -> Result<(), AlongsideError> {
        Ok(self.core.caption_photo(photo, caption)?)
    }

    /// Puts a photo away. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn put_photo_away(&self, photo: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.put_photo_away(photo)?)
    }

    /// The photos beside something, oldest first. Those of goals and check-ins come with `goals`. Blocks for a file read.
    pub fn photos(&self, of: EntityId) -> Result<Vec<PhotoView>, AlongsideError> {
        Ok(self.core.photos(of)?)
    }

    /// Calls off whatever is on its way of photos, to the service or from it. Does not block.
    pub fn cancel_photos(&self) {
        self.core.cancel_photos();
    }

    /// A photo as a JPEG, when it is on this phone; if not, `fetch_photo` fetches it. Blocks for a file read.
    ///
    /// Fails with `NotFound` when there is no such photo that may be shown.
    pub fn photo(&self, photo: EntityId) -> Result<Option<Vec<u8>>, AlongsideError> {
        Ok(self.core.photo(photo)?)
    }
}

#[cfg_attr(feature = "http", uniffi::export(async_runtime = "tokio"))]
#[cfg_attr(not(feature = "http"), uniffi::export)]
impl Companion {
    /// Fetches a photo from the service, for at most `deadline_ms` milliseconds, and says whether it is here now: not while it is
    /// still on its way from the phone that took it.
    ///
    /// Fails as `synchronise` does, or with `NotFound`. What came is kept, and the next call goes on behind it.
    pub async fn fetch_photo(&self, photo: EntityId, deadline_ms: u64) -> Result<bool, AlongsideError> {
        Ok(self.core.fetch_photo(photo, Duration::from_millis(deadline_ms)).await?)
    }

    /// Sends the photos taken on this phone that the service does not have, for at most `deadline_ms` milliseconds. Call it after
    /// a sync: it runs beside the next one, and text never waits for it. On a `metered` network photos of more than 1 MiB wait.
    /// However it ends, `Arrived` says to look again.
    ///
    /// Fails as `synchronise` does. What was sent is kept, and the next call goes on behind it.
    pub async fn send_photos(&self, deadline_ms: u64, metered: bool) -> Result<PhotosSent, AlongsideError> {
        Ok(self.core.send_photos(Duration::from_millis(deadline_ms), metered).await?)
    }
}
