//! Photos on their way, beside the exchange of text and never in its way: part by part, from wherever the last attempt ended.

use rusqlite::Transaction;

use super::post::post;
use super::{Round, SyncError, SyncReport};
use crate::model::{EntityId, StreamRef};
use crate::store::photos::{self, UnsentPhoto};
use crate::store::{Identity, StoreError, identity};
use crate::wire::{
    Code, DOWNLOAD_PATH, DownloadRequest, DownloadResponse, PROTOCOL, Part, UPLOAD_PATH, UploadRequest,
    UploadResponse, limits,
};

/// How much of what was fetched stays on a phone: some two hundred photos as the apps send them.
const FETCHED_BYTES: u64 = 64 * 1024 * 1024;

/// What was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotosSent {
    /// Photos that the server has whole now.
    pub whole: usize,
    /// Photos that wait: for their record to be sent, or for a network that costs nothing.
    pub waiting: usize,
    /// Bytes sent.
    pub bytes_up: usize,
}

/// Sends what the server does not have of the photos taken here; those of more than `most_bytes` wait.
///
/// # Errors
/// See [`SyncError`]; what was sent before stays there, and the next attempt goes on behind it.
pub async fn send_photos(round: Round<'_>, most_bytes: u64) -> Result<PhotosSent, SyncError> {
    let (identity, unsent) = round
        .store
        .read(|connection| Ok((identity::load_identity(connection)?, photos::list_unsent(connection)?)))?;
    let (began, mut report, mut sent) =
        (round.clock.read().elapsed_ms, SyncReport::default(), PhotosSent::default());
    for photo in unsent {
        if !photo.told || photo.bytes > most_bytes {
            sent.waiting += 1;
            continue;
        }
        match send(&round, &identity, photo, (began, &mut report)).await? {
            true => sent.whole += 1,
            false => sent.waiting += 1,
        }
        sent.bytes_up = report.bytes_up;
    }
    Ok(sent)
}

/// Sends one photo, and says whether the server has it whole. One that the server threw away at its end is begun anew at the next
/// attempt, and so is one whose record it does not know, which a restored server may be waiting for itself.
async fn send(
    round: &Round<'_>,
    identity: &Identity,
    photo: UnsentPhoto,
    (began, report): (u64, &mut SyncReport),
) -> Result<bool, SyncError> {
    // The server is asked first: it may have more than this phone was told, or, restored, less.
    let asks = (photo.id, 0, Vec::new());
    let Some(mut at) = upload(round, identity, asks, (began, report)).await? else { return Ok(false) };
    while at < photo.bytes {
        let mut part = round.store.read(|connection| photos::part(connection, photo.id, at))?;
        part.truncate(limits::MAX_PART_BYTES);
        if part.is_empty() {
            return Ok(false);
        }
        match upload(round, identity, (photo.id, at, part), (began, report)).await? {
            Some(have) if have > at => at = have,
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Sends a part, or without any only asks. Gives how much the server has then; nothing when it does not know the record.
async fn upload(
    round: &Round<'_>,
    identity: &Identity,
    (attachment, at, part): (EntityId, u64, Vec<u8>),
    (began, report): (u64, &mut SyncReport),
) -> Result<Option<u64>, SyncError> {
    let request = UploadRequest { v: PROTOCOL, attachment, at, part: Part(part) };
    let place = (UPLOAD_PATH, round.time_left(began)?);
    let sending = post(round.transport, identity, place, &request, report);
    let answer: UploadResponse = match round.cancel.unless_cancelled(sending).await {
        Err(SyncError::Refused(Code::NotFound, _)) => return Ok(None),
        answer => answer?,
    };
    round.store.write(|transaction| photos::note_there(transaction, attachment, answer.have))?;
    Ok(Some(answer.have))
}

/// Which photo is fetched, as its record says it.
#[derive(Clone, Debug)]
pub struct WantedPhoto {
    /// The record.
    pub id: EntityId,
    /// Where the record is.
    pub stream: StreamRef,
    /// How many bytes the photo has.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Fetches a photo, and says whether it is here now: not while it is on its way to the server still.
///
/// # Errors
/// See [`SyncError`]; what was fetched before stays, and the next attempt goes on behind it.
pub async fn fetch_photo(round: Round<'_>, wanted: &WantedPhoto) -> Result<bool, SyncError> {
    let identity = round.store.read(identity::load_identity)?;
    let (began, mut report) = (round.clock.read().elapsed_ms, SyncReport::default());
    loop {
        let at = round.store.read(|connection| photos::here(connection, wanted.id))?;
        if at >= wanted.bytes {
            return Ok(true);
        }
        let request = DownloadRequest { v: PROTOCOL, attachment: wanted.id, at };
        let place = (DOWNLOAD_PATH, round.time_left(began)?);
        let sending = post(round.transport, &identity, place, &request, &mut report);
        let answer: DownloadResponse = round.cancel.unless_cancelled(sending).await?;
        let part = answer.part.0;
        if part.is_empty() {
            return Ok(false);
        }
        if part.len() > limits::MAX_PART_BYTES || at + length(&part) > wanted.bytes {
            return Err(SyncError::Nonsense);
        }
        if !round.store.write(|transaction| take(transaction, wanted, at, &part))? {
            return Ok(false);
        }
    }
}

/// Takes in a part. With the last one the whole is compared with its record, in the same transaction: what is all here is what
/// was said. Whatever is not is thrown away; and of what is, the oldest where there is much of it.
fn take(
    transaction: &Transaction<'_>,
    wanted: &WantedPhoto,
    at: u64,
    part: &[u8],
) -> Result<bool, StoreError> {
    photos::begin_fetched(transaction, wanted.id, wanted.stream, wanted.bytes)?;
    photos::add(transaction, wanted.id, at, part)?;
    if at + length(part) < wanted.bytes {
        return Ok(true);
    }
    let whole = photos::is_what_was_said(transaction, wanted.id, &wanted.sha256)?;
    if whole {
        photos::trim_fetched(transaction, FETCHED_BYTES)?;
    } else {
        photos::forget(transaction, wanted.id)?;
    }
    Ok(whole)
}

fn length(part: &[u8]) -> u64 {
    u64::try_from(part.len()).unwrap_or(u64::MAX)
}
