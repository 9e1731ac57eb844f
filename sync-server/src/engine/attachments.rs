//! The bytes of photos: taken from whoever made the record, part by part, and given to whoever may read it.
//!
//! Nothing can be learnt here about a record that somebody may not read: it answers as one that is not there. Two records
//! never share bytes, so that nobody is told that a photo is known already.

use alongside_core::model::{Entity, EntityId, State};
#[cfg(feature = "planted")]
use alongside_core::ports::planted;
use alongside_core::wire::{
    DownloadRequest, DownloadResponse, PROTOCOL, Part, UploadRequest, UploadResponse, limits,
};
use sha2::{Digest, Sha256};

use super::refused::Refused;
use super::session::identify;
use crate::store::{EntityNo, Grant, OrgNo, PersonNo, ReadTxn, Store, StoreError, StoredRecord, WriteTxn};

/// What a record says of its photo.
struct Said {
    no: EntityNo,
    bytes: u64,
    sha256: String,
}

/// Keeps the next part of a photo from the phone whose token has this SHA-256, whether or not it may still sync: nothing can be
/// read this way. A part that is not the next changes nothing. With the last one the whole is compared with its record, and
/// thrown away when it is not what that says.
///
/// # Errors
/// When nobody has the token, the record is not this person's, or the part is too large.
pub fn upload(
    store: &dyn Store,
    token_hash: [u8; 32],
    request: &UploadRequest,
) -> Result<UploadResponse, Refused> {
    if request.v != PROTOCOL {
        return Err(Refused::Bad("another protocol"));
    }
    if request.part.0.len() > limits::MAX_PART_BYTES {
        return Err(Refused::TooMany);
    }
    store.write(|txn| {
        let person = txn.find_session(token_hash, 0)?.ok_or(Refused::UnknownToken)?.person;
        let record = find(&*txn, person.org, request.attachment)?;
        let said = record.filter(|record| record.entity.author == person.id).and_then(|record| said(&record));
        let said = said.ok_or(Refused::Missing)?;
        Ok(UploadResponse { v: PROTOCOL, have: take(txn, &said, request)? })
    })
}

/// How many bytes are there once the part was looked at.
fn take(txn: &mut dyn WriteTxn, said: &Said, request: &UploadRequest) -> Result<u64, Refused> {
    let (have, part) = (txn.attachment_bytes(said.no)?, &request.part.0);
    if part.is_empty() || request.at != have {
        return Ok(have);
    }
    let more = have.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
    if more > said.bytes {
        return Err(Refused::Bad("more bytes than the record says"));
    }
    txn.add_attachment_part(said.no, have, part)?;
    if more == said.bytes && !is_what_was_said(&*txn, said)? {
        txn.remove_attachment(said.no)?;
        return Ok(0);
    }
    Ok(more)
}

/// Gives the bytes of a photo from a place on to the phone whose token has this SHA-256.
///
/// # Errors
/// When the request is refused, or there is no such photo that this person may read.
pub fn download(
    store: &dyn Store,
    token_hash: [u8; 32],
    request: &DownloadRequest,
) -> Result<DownloadResponse, Refused> {
    if request.v != PROTOCOL {
        return Err(Refused::Bad("another protocol"));
    }
    store.read(|txn| {
        let person = identify(txn, token_hash, 0)?.person;
        let record = find(txn, person.org, request.attachment)?;
        let record = match record {
            Some(record) if may_read(txn, person.org, person.no, &record.entity)? => record,
            _ => return Err(Refused::Missing),
        };
        let said = said(&record).ok_or(Refused::Missing)?;
        let whole = txn.attachment_bytes(said.no)? == said.bytes;
        let part = if whole { part(txn, said.no, request.at)? } else { Vec::new() };
        Ok(DownloadResponse { v: PROTOCOL, part: Part(part) })
    })
}

fn find(txn: &dyn ReadTxn, org: OrgNo, id: EntityId) -> Result<Option<StoredRecord>, StoreError> {
    let record = txn.find_record(org, id)?;
    Ok(record.filter(|record| record.entity.kind == "attachment" && record.entity.state != State::Erased))
}

fn may_read(txn: &dyn ReadTxn, org: OrgNo, person: PersonNo, record: &Entity) -> Result<bool, StoreError> {
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::PhotoForAnybody) {
        return Ok(true);
    }
    let grant = txn.find_grant(org, person, record.stream)?;
    Ok(matches!(grant, Some(Grant { revoked: None, .. })))
}

fn said(record: &StoredRecord) -> Option<Said> {
    let value = |name: &str| Some(&record.entity.cells.get(name)?.value);
    let bytes = value("bytes")?.as_u64()?;
    let fits = usize::try_from(bytes).is_ok_and(|bytes| bytes <= limits::MAX_PHOTO_BYTES);
    fits.then(|| Some(Said { no: record.no, bytes, sha256: value("sha256")?.as_str()?.to_owned() }))?
}

/// The bytes from `at` to the end of the part they are in.
fn part(txn: &dyn ReadTxn, record: EntityNo, at: u64) -> Result<Vec<u8>, StoreError> {
    let Some((begins, bytes)) = txn.find_attachment_part(record, at)? else { return Ok(Vec::new()) };
    let skip = usize::try_from(at.saturating_sub(begins)).unwrap_or(usize::MAX);
    Ok(bytes.get(skip..).unwrap_or_default().to_vec())
}

fn is_what_was_said(txn: &dyn ReadTxn, said: &Said) -> Result<bool, StoreError> {
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::PhotoNotCompared) {
        return Ok(true);
    }
    let (mut hash, mut at) = (Sha256::new(), 0);
    while at < said.bytes {
        let some = part(txn, said.no, at)?;
        if some.is_empty() {
            break;
        }
        at += u64::try_from(some.len()).unwrap_or(u64::MAX);
        hash.update(&some);
    }
    let found: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(found == said.sha256)
}
