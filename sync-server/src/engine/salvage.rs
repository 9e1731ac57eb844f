//! Taking in what a phone leaves that may no longer sync: its token was revoked, its person has left, or its file was damaged.
//!
//! Write-only and untrusted: nothing of it takes effect or can be read by a phone; a person decides.

use std::collections::HashSet;

use alongside_core::model::{Donation, EntityId, Timestamp};
use alongside_core::wire::{PROTOCOL, SalvageRequest, SalvageResponse, limits};
use sha2::{Digest, Sha256};

use super::erase::{erase_late, tell_who_left};
use super::push::Erasures;
use super::refused::Refused;
use crate::store::{AuditEntry, DeviceNo, OrgNo, ReadTxn, Salvage, Store, StoreError, WriteTxn};

/// Most that one phone can leave, in bytes: many years of writing.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Keeps what the phone whose token has this SHA-256 leaves, whether or not it may still sync.
///
/// # Errors
/// When nobody has the token, the request makes no sense, or the phone has left too much.
pub fn salvage(
    store: &dyn Store,
    token_hash: [u8; 32],
    request: &SalvageRequest,
    now: Timestamp,
) -> Result<SalvageResponse, Refused> {
    if request.v != PROTOCOL {
        return Err(Refused::Bad("another protocol"));
    }
    if request.ops.len() > limits::MAX_SALVAGE_OPS {
        return Err(Refused::TooMany);
    }
    store.write(|txn| {
        let session = txn.find_session(token_hash, 0)?.ok_or(Refused::UnknownToken)?;
        if txn.salvage_bytes(session.device)? > MAX_BYTES {
            return Err(Refused::TooMany);
        }
        let (org, person) = (session.person.org, session.person.no);
        let kept = request.ops.len();
        let (texts, gone) = not_erased(txn, org, request, now)?;
        tell_who_left(txn, org, person, &gone)?;
        let ops = new_texts(txn, session.device, texts)?;
        if ops.is_empty() {
            return Ok(SalvageResponse { v: PROTOCOL, kept, now });
        }
        let left = Salvage {
            device: session.device,
            person,
            replica: request.replica,
            first_n: request.first,
            hash: hash(request),
            ops,
            at: now,
        };
        txn.add_salvage(org, &left)?;
        let (actor, target) = (Some(person), Some(session.device_id.0));
        txn.add_audit(org, &AuditEntry { at: now, actor, act: "salvage".into(), target, detail: None })?;
        Ok(SalvageResponse { v: PROTOCOL, kept, now })
    })
}

/// What this phone has not left before. It leaves its records again with a server that was restored, which may have them from
/// before and may have decided on them; operations keep their places, and of them the same bundle is kept once.
fn new_texts(txn: &dyn ReadTxn, device: DeviceNo, texts: Vec<String>) -> Result<Vec<String>, StoreError> {
    let is_donation = |text: &String| Donation::read(text).is_some();
    if !texts.iter().any(is_donation) {
        return Ok(texts);
    }
    let left: HashSet<String> = txn.list_texts_left_by(device)?.into_iter().flatten().collect();
    Ok(texts.into_iter().filter(|text| !left.contains(text) || !is_donation(text)).collect())
}

/// What is left, each in its place, and the records of which it was erased and is not kept again. A record that belongs to it is erased the moment it is
/// spoken of, since what was written on it later names the record alone, here or in what the phone leaves next.
fn not_erased(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    request: &SalvageRequest,
    now: Timestamp,
) -> Result<(Vec<String>, Vec<EntityId>), StoreError> {
    let (mut erasures, mut gone) = (Erasures::default(), Vec::new());
    erasures.learn(&*txn, org, request.ops.iter().map(|op| op.get()))?;
    let kept = request.ops.iter().map(|op| {
        let Some(about) = erasures.find(&*txn, org, op.get())? else { return Ok(op.get().to_owned()) };
        gone.extend(about.record);
        Ok(String::new())
    });
    let kept = kept.collect::<Result<_, StoreError>>()?;
    erase_late(txn, org, &erasures.fresh, now)?;
    Ok((kept, gone))
}

fn hash(request: &SalvageRequest) -> [u8; 32] {
    let begun = Sha256::new().chain_update(request.replica.0).chain_update(request.first.to_be_bytes());
    let texts = request.ops.iter().fold(begun, |hash, op| hash.chain_update(op.get()).chain_update([0]));
    texts.finalize().into()
}
