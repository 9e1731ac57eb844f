//! Who is asking: from the token alone, never from anything the request says of itself.

use alongside_core::model::Timestamp;

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
    pub(super) replica: Replica,
}

/// Looks the token up.
pub(super) fn authenticate(
    txn: &dyn ReadTxn,
    token_hash: [u8; 32],
    replica: u32,
) -> Result<Session, Refused> {
    let found = txn.find_session(token_hash, replica)?.ok_or(Refused::UnknownToken)?;
    let DeviceSession { device, revoked_at, last_seen, person, organisation, epoch, seq, replica } = found;
    if revoked_at.is_some() {
        return Err(Refused::TokenRevoked);
    }
    if person.disabled_at.is_some() {
        return Err(Refused::Forbidden("the person has left"));
    }
    let replica = replica.ok_or(Refused::Forbidden("the replica is not this phone's"))?;
    let org = person.org;
    Ok(Session { device, last_seen, person, org, organisation: organisation.0, epoch, seq, replica })
}
