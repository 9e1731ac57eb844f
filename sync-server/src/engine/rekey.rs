//! A new replica for a phone whose database was restored or copied, or whose server was.

use alongside_core::model::Timestamp;
use alongside_core::wire::{Known, PROTOCOL, ReplicaRequest, ReplicaResponse, limits};

use super::claim::prove;
use super::refused::Refused;
use super::session::identify;
use crate::store::{AuditEntry, DeviceSession, Store, WriteTxn};

/// Gives the phone whose token has this SHA-256 a new replica, and says what is here of the chain it had.
///
/// # Errors
/// When the whole request is refused; then nothing of it took effect.
pub fn rekey(
    store: &dyn Store,
    token_hash: [u8; 32],
    request: &ReplicaRequest,
    now: Timestamp,
) -> Result<ReplicaResponse, Refused> {
    if request.v != PROTOCOL {
        return Err(Refused::Bad("another protocol"));
    }
    if request.before.as_ref().is_some_and(|claim| claim.points.len() > limits::MAX_CLAIM) {
        return Err(Refused::TooMany);
    }
    store.write(|txn| {
        let session = identify(txn, token_hash, 0)?;
        let (org, person) = (session.person.org, session.person.no);
        let known = request.before.as_ref().map(|claim| prove(txn, org, person, claim)).transpose()?;
        let known = known.unwrap_or_else(Known::default);
        let replica = number(txn, &session, request, now)?;
        Ok(ReplicaResponse { v: PROTOCOL, replica, epoch: session.epoch, known, now })
    })
}

/// The number of the new replica: the one it got before, when the answer to that was lost.
fn number(
    txn: &mut dyn WriteTxn,
    session: &DeviceSession,
    request: &ReplicaRequest,
    now: Timestamp,
) -> Result<u32, Refused> {
    let org = session.person.org;
    if let Some(found) = txn.find_replica(org, request.replica)?
        && found.device == session.device
    {
        return Ok(found.replica.number);
    }
    let actor = Some(session.person.no);
    let target = Some(session.device_id.0);
    txn.add_audit(org, &AuditEntry { at: now, actor, act: "new_replica".into(), target, detail: None })?;
    Ok(txn.add_replica(org, session.device, request.replica, now)?)
}
