//! Photos beside goals, check-ins and what matters: for people who would rather show than write.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusqlite::Connection;
use serde_json::json;

use super::write::Writing;
use super::{Change, Companion, CompanionError, Reason};
use crate::journey::photo::strip;
use crate::model::kinds::Attachment;
use crate::model::{Audience, EntityId, Fields, Record, StreamRef, Timestamp, from_fields};
use crate::store::{Listing, RecordRow, StoreError, photos, record};
use crate::sync::{Cancel, PhotosSent, Round, SyncError, WantedPhoto, fetch_photo, send_photos};
use crate::wire::limits::{MAX_PHOTO_BYTES, MAX_PREVIEW_BYTES};

/// A photo of more bytes than this waits for a network that costs nothing.
const SMALL_BYTES: u64 = 1024 * 1024;
/// The only type there is: what a phone takes is made into one.
const JPEG: &str = "image/jpeg";

/// A photo as it is added. `Debug` leaves out what it shows.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewPhoto {
    /// The photo as a JPEG, turned upright and no larger than a screen: at most 5 MiB. Where and when it was taken is taken out of
    /// it.
    pub jpeg: Vec<u8>,
    /// The same made small, as a JPEG of at most 8 KiB: everybody who may see the photo has it at once. None when empty.
    pub preview: Vec<u8>,
    /// What it shows, in words: for who cannot see it.
    pub caption: Option<String>,
}

impl std::fmt::Debug for NewPhoto {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPhoto").field("bytes", &self.jpeg.len()).finish_non_exhaustive()
    }
}

/// A photo beside something. `Debug` leaves out what it shows.
#[derive(Clone, PartialEq, Eq)]
pub struct PhotoView {
    /// The record.
    pub id: EntityId,
    /// What it is beside.
    pub of: EntityId,
    /// What it shows, in words.
    pub caption: Option<String>,
    /// Captions that were written at the same time on other phones and wait for a person to settle.
    pub other_captions: Vec<String>,
    /// The photo made small, as a JPEG; empty when it has none.
    pub preview: Vec<u8>,
    /// How many bytes the photo has.
    pub bytes: u64,
    /// Who added it.
    pub by_name: String,
    /// When it was taken or added.
    pub at: Timestamp,
    /// Whether the service does not have all of it yet.
    pub unsent: bool,
}

impl std::fmt::Debug for PhotoView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PhotoView").field("id", &self.id).field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

impl Companion {
    /// Adds a photo to something that is shared with the client: a goal, a check-in, a step, what matters.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`]: `photo` or `preview` with [`Reason::WrongType`] when it is no whole JPEG, [`Reason::TooLong`]
    /// when it is too large; `of` with [`Reason::NotShared`] when that is nothing shared. [`CompanionError::NotFound`].
    pub fn add_photo(&self, of: EntityId, new: &NewPhoto) -> Result<EntityId, CompanionError> {
        let (ready, id) = (Ready::of(new)?, EntityId(self.ids.uuid()));
        self.write(|writing| {
            let parent = record::load(writing.transaction, of)?;
            writing.add_photo(id, (of, parent.stream), &ready)
        })?;
        Ok(id)
    }

    /// Says in other words what a photo shows.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn caption_photo(&self, photo: EntityId, caption: &str) -> Result<(), CompanionError> {
        self.write(|writing| {
            attachment(writing.transaction, photo)?;
            writing.set(photo, Fields::from([("caption".to_owned(), json!(caption))]))
        })
    }

    /// Puts a photo away.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn put_photo_away(&self, photo: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            attachment(writing.transaction, photo)?;
            writing.archive(photo)
        })
    }

    /// The photos beside something, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn photos(&self, of: EntityId) -> Result<Vec<PhotoView>, CompanionError> {
        let rows = self.store.read(|connection| {
            with_unsent(connection, record::list_children(connection, of, Attachment::ENTRY)?)
        })?;
        rows.into_iter().map(view).collect()
    }

    /// A photo as a JPEG, when it is on this phone; if not, [`Companion::fetch_photo`] fetches it.
    ///
    /// # Errors
    /// The store's; [`CompanionError::NotFound`] when there is no such photo that may be shown.
    pub fn photo(&self, photo: EntityId) -> Result<Option<Vec<u8>>, CompanionError> {
        self.store
            .read(|connection| {
                attachment(connection, photo)?;
                photos::find(connection, photo)
            })
            .map_err(missing)
    }

    /// Fetches a photo from the service, and says whether it is here now: not while it is still on its way from the phone that
    /// took it.
    ///
    /// # Errors
    /// [`CompanionError::Sync`]; what came is kept, and the next call goes on behind it. [`CompanionError::NotFound`].
    pub async fn fetch_photo(&self, photo: EntityId, deadline: Duration) -> Result<bool, CompanionError> {
        let wanted = self.store.read(|connection| wanted(connection, photo)).map_err(missing)?;
        let call = self.carrying.begin();
        Ok(fetch_photo(self.carry(&call, deadline)?, &wanted).await?)
    }

    /// Sends the photos taken on this phone that the service does not have, beside a sync and not in its way: call it after one.
    /// On a `metered` network photos of more than 1 MiB wait. However it ends, [`Change::Arrived`] says to look again.
    ///
    /// # Errors
    /// [`CompanionError::Sync`]; what was sent is kept, and the next call goes on behind it.
    pub async fn send_photos(&self, deadline: Duration, metered: bool) -> Result<PhotosSent, CompanionError> {
        let _running = self.carrying.begin_sending().ok_or(SyncError::Busy)?;
        let _telling = Telling(self);
        let call = self.carrying.begin();
        let most = if metered { SMALL_BYTES } else { u64::MAX };
        Ok(send_photos(self.carry(&call, deadline)?, most).await?)
    }

    /// Calls off whatever is on its way of photos; what came or went is kept.
    pub fn cancel_photos(&self) {
        self.carrying.cancel();
    }

    fn carry<'a>(&'a self, cancel: &'a Cancel, deadline: Duration) -> Result<Round<'a>, CompanionError> {
        if self.suspended.load(Ordering::SeqCst) {
            return Err(SyncError::Suspended.into());
        }
        Ok(Round {
            store: &self.store,
            transport: self.transport.as_ref(),
            clock: self.clock.as_ref(),
            entropy: self.entropy.as_ref(),
            cancel,
            arrived: &|| {},
            deadline,
        })
    }
}

/// However a sending ends, also by being let go of: some of what was on this phone only may be with the service now.
struct Telling<'a>(&'a Companion);

impl Drop for Telling<'_> {
    fn drop(&mut self) {
        // A phone that was put away has nothing to look at.
        if !self.0.suspended.load(Ordering::SeqCst) {
            self.0.tell(Change::Arrived);
        }
    }
}

/// A photo that was looked at and may be kept.
pub(super) struct Ready {
    jpeg: Vec<u8>,
    preview: Option<String>,
    caption: Option<String>,
}

impl Ready {
    pub(super) fn of(new: &NewPhoto) -> Result<Self, CompanionError> {
        let preview = match new.preview.as_slice() {
            [] => None,
            preview => Some(STANDARD.encode(checked("preview", preview, MAX_PREVIEW_BYTES)?)),
        };
        let caption = new.caption.clone().filter(|caption| !caption.trim().is_empty());
        Ok(Self { jpeg: checked("photo", &new.jpeg, MAX_PHOTO_BYTES)?, preview, caption })
    }
}

fn checked(field: &str, jpeg: &[u8], most: usize) -> Result<Vec<u8>, CompanionError> {
    let bare = strip(jpeg).map_err(|_| CompanionError::invalid(field, Reason::WrongType))?;
    if bare.len() > most { Err(CompanionError::invalid(field, Reason::TooLong)) } else { Ok(bare) }
}

impl Writing<'_> {
    /// The record and the bytes in one save: neither is ever there alone.
    pub(super) fn add_photo(
        &self,
        id: EntityId,
        (of, stream): (EntityId, StreamRef),
        photo: &Ready,
    ) -> Result<(), CompanionError> {
        if stream.audience != Audience::Shared {
            return Err(CompanionError::invalid("of", Reason::NotShared));
        }
        let new = Attachment {
            of,
            sha256: photos::hash(&photo.jpeg),
            media_type: JPEG.to_owned(),
            bytes: i64::try_from(photo.jpeg.len()).unwrap_or(i64::MAX),
            caption: photo.caption.clone(),
            at: self.reading.wall,
            preview: photo.preview.clone(),
        };
        self.create(id, stream, &new)?;
        Ok(photos::keep_own(self.transaction, id, stream, &photo.jpeg)?)
    }
}

/// Photos by what they are beside, and whether the service does not have all of each yet.
pub(super) type ByParent = BTreeMap<EntityId, Vec<(RecordRow, bool)>>;

/// The photos of a stream, oldest first.
pub(super) fn by_parent(connection: &Connection, stream: StreamRef) -> Result<ByParent, StoreError> {
    let mut photos = ByParent::new();
    let newest_first = record::list_in(connection, stream, Listing::of(Attachment::ENTRY))?;
    for (row, unsent) in with_unsent(connection, newest_first)?.into_iter().rev() {
        let of = row.fields.get("of").and_then(|of| of.as_str()?.parse().ok());
        if let Some(of) = of {
            photos.entry(of).or_default().push((row, unsent));
        }
    }
    Ok(photos)
}

/// Each with whether the service does not have all of it.
fn with_unsent(connection: &Connection, rows: Vec<RecordRow>) -> Result<Vec<(RecordRow, bool)>, StoreError> {
    let unsent: BTreeSet<EntityId> =
        photos::list_unsent(connection)?.into_iter().map(|photo| photo.id).collect();
    let with = |row: RecordRow| {
        let unsent = row.pending || unsent.contains(&row.id);
        (row, unsent)
    };
    Ok(rows.into_iter().map(with).collect())
}

pub(super) fn view((row, unsent): (RecordRow, bool)) -> Result<PhotoView, CompanionError> {
    let photo: Attachment = from_fields(&row.fields)?;
    let others = row.siblings.get("caption").into_iter().flatten();
    Ok(PhotoView {
        id: row.id,
        of: photo.of,
        caption: photo.caption,
        other_captions: others.filter_map(|text| text.value.as_str().map(str::to_owned)).collect(),
        // One that cannot be read is as good as none.
        preview: photo.preview.and_then(|preview| STANDARD.decode(preview).ok()).unwrap_or_default(),
        bytes: photo.bytes.unsigned_abs(),
        by_name: row.author_name,
        at: photo.at,
        unsent,
    })
}

fn attachment(connection: &Connection, id: EntityId) -> Result<RecordRow, StoreError> {
    let row = record::load(connection, id)?;
    if row.kind == Attachment::ENTRY.name { Ok(row) } else { Err(StoreError::NoSuchRecord) }
}

fn wanted(connection: &Connection, id: EntityId) -> Result<WantedPhoto, StoreError> {
    let row = attachment(connection, id)?;
    let said = |name: &str| row.fields.get(name);
    let bytes = said("bytes").and_then(serde_json::Value::as_u64);
    let bytes = bytes.filter(|bytes| usize::try_from(*bytes).is_ok_and(|bytes| bytes <= MAX_PHOTO_BYTES));
    let sha256 = said("sha256").and_then(serde_json::Value::as_str);
    let (Some(bytes), Some(sha256)) = (bytes, sha256) else { return Err(StoreError::NoSuchRecord) };
    Ok(WantedPhoto { id, stream: row.stream, bytes, sha256: sha256.to_owned() })
}

fn missing(error: StoreError) -> CompanionError {
    match error {
        StoreError::NoSuchRecord => CompanionError::NotFound,
        error => error.into(),
    }
}
