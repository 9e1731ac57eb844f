//! Who is asking: from the token alone, never from anything the request says of itself.

use alongside_core::model::Timestamp;
#[cfg(feature = "planted")]
use alongside_core::ports::planted;
use alongside_core::wire::{SyncRequest, WipeOrder};

use super::refused::Refused;
use crate::store::{DeviceNo, DeviceSession, OrgNo, Person, ReadTxn, Replica, Seq};

/// A phone that may exchange.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) device: DeviceNo,
    pub(super) last_seen: Timestamp,
    pub(super) person: Person,
    pub(super) org: OrgNo,
    /// What a cursor is bound to beside the person.
    pub(super) organisation: uuid::Uuid,
    pub(super) epoch: u32,
    /// The organisation's latest commit when the transaction began.
    pub(super) seq: Seq,
    /// Cursors that have not read so far are void.
    pub(super) gc_floor: Seq,
    /// The server's run: number and salt.
    pub(super) run: (u32, u32),
    pub(super) replica: Replica,
}

/// Whose token this is, if it may still be used.
pub(super) fn identify(
    txn: &dyn ReadTxn,
    token_hash: [u8; 32],
    replica: u32,
) -> Result<DeviceSession, Refused> {
    let found = txn.find_session(token_hash, replica)?.ok_or(Refused::UnknownToken)?;
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::RevokeCached)
        && found.revoked_at.is_some_and(|at| at.0 - found.last_seen.0 < 60 * 60_000)
    {
        return Ok(found);
    }
    if found.revoked_at.is_some() {
        let order = found.wipe_at.map(|at| WipeOrder::give(&token_hash, found.device_id, at));
        return Err(Refused::TokenRevoked(order));
    }
    if found.person.disabled_at.is_some() {
        return Err(Refused::Forbidden("the person has left"));
    }
    Ok(found)
}

/// Who sends this request, and from which replica. A phone that understands directives is told to ask for a new replica when
/// the one it names is not its own: the server may have been restored to a time before it had it.
pub(super) fn authenticate(
    txn: &dyn ReadTxn,
    token_hash: [u8; 32],
    request: &SyncRequest,
) -> Result<Session, Refused> {
    let found = identify(txn, token_hash, request.replica)?;
    let DeviceSession { device, last_seen, person, organisation, epoch, seq, gc_floor, run, .. } = found;
    let replica = found.replica.ok_or(match request.epoch {
        Some(_) => Refused::Forked,
        None => Refused::Forbidden("the replica is not this phone's"),
    })?;
    let (org, organisation) = (person.org, organisation.0);
    Ok(Session { device, last_seen, person, org, organisation, epoch, seq, gc_floor, run, replica })
}

impl Session {
    /// The session in which operations of a replica are looked at again. Whether its phone may still sync does not matter:
    /// what it sent is here.
    pub(super) fn of_replica(found: DeviceSession) -> Option<Self> {
        let DeviceSession { device, last_seen, person, organisation, epoch, seq, gc_floor, run, .. } = found;
        let (org, organisation, replica) = (person.org, organisation.0, found.replica?);
        Some(Self { device, last_seen, person, org, organisation, epoch, seq, gc_floor, run, replica })
    }
}
