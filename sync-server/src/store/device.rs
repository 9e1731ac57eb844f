//! Enrolled phones, their tokens and their replicas.

use alongside_core::model::{DeviceId, OrganisationId, ReplicaId, Timestamp};
use alongside_core::wire::{ChainHash, DeviceDescription};

use super::{DeviceNo, OrgNo, Person, PersonNo, Seq, StoreError};

/// A phone as administrators see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its row.
    pub no: DeviceNo,
    /// Its id.
    pub id: DeviceId,
    /// Whose it is.
    pub person: PersonNo,
    /// What it is.
    pub description: DeviceDescription,
    /// When it was enrolled.
    pub enrolled_at: Timestamp,
    /// When its token was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
    /// When it was last heard of, to the hour.
    pub last_seen: Timestamp,
}

/// A replica: how far one phone's chain of operations has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replica {
    /// Its number in the organisation.
    pub number: u32,
    /// The last operation received; 0 before the first.
    pub last_n: u64,
    /// The chain there.
    pub last_hash: ChainHash,
    /// The effective time of that operation.
    pub last_eff: Timestamp,
    /// When the server last acknowledged operations of it.
    pub last_answer: Timestamp,
    /// The last operation that is in a verified backup.
    pub durable: u64,
}

/// A replica with whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplicaOwner {
    /// The phone.
    pub device: DeviceNo,
    /// Whose phone that is.
    pub person: PersonNo,
    /// The replica.
    pub replica: Replica,
}

/// Everything a request of a phone needs to know about who sent it.
#[derive(Clone, Debug)]
pub struct DeviceSession {
    /// The phone.
    pub device: DeviceNo,
    /// Its id.
    pub device_id: DeviceId,
    /// When its token was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
    /// When it was ordered that what is on it be destroyed, if it was.
    pub wipe_at: Option<Timestamp>,
    /// When it was last heard of, to the hour.
    pub last_seen: Timestamp,
    /// Whose phone it is.
    pub person: Person,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// The organisation's epoch.
    pub epoch: u32,
    /// The organisation's latest commit.
    pub seq: Seq,
    /// Cursors that have not read so far are void.
    pub gc_floor: Seq,
    /// The number and salt of the server's run.
    pub run: (u32, u32),
    /// The replica that was asked for, when it is this phone's.
    pub replica: Option<Replica>,
}

/// A phone to be added.
pub struct NewDevice<'a> {
    /// Its id.
    pub id: DeviceId,
    /// Whose it is.
    pub person: PersonNo,
    /// The SHA-256 of its token.
    pub token_hash: [u8; 32],
    /// What it is.
    pub description: &'a DeviceDescription,
    /// When.
    pub at: Timestamp,
}

/// Reads of phones.
pub trait DeviceReads {
    /// Who holds the token with this SHA-256, with the replica of that number if it is theirs: one read by key.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_session(&self, token_hash: [u8; 32], replica: u32) -> Result<Option<DeviceSession>, StoreError>;

    /// The replica with this number, and whose phone it is on.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_author(&self, org: OrgNo, replica: u32) -> Result<Option<DeviceSession>, StoreError>;

    /// The phone with this id, and whose it is.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_device(&self, id: DeviceId) -> Result<Option<(Device, Person)>, StoreError>;

    /// The replica with the id its phone minted, the latest of that id.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_replica(&self, org: OrgNo, id: ReplicaId) -> Result<Option<ReplicaOwner>, StoreError>;

    /// All replicas of an organisation, by number.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_replicas(&self, org: OrgNo) -> Result<Vec<Replica>, StoreError>;

    /// All phones of an organisation, oldest first.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_devices(&self, org: OrgNo) -> Result<Vec<(Device, Person)>, StoreError>;
}

/// Writes of phones.
pub trait DeviceWrites {
    /// Adds a phone.
    ///
    /// # Errors
    /// When the id is taken or the storage cannot be written.
    fn add_device(&mut self, device: &NewDevice<'_>) -> Result<DeviceNo, StoreError>;

    /// Adds a replica of a phone and answers its number in the organisation, counted from 1. Nothing it will send was
    /// done before `at`.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_replica(
        &mut self,
        org: OrgNo,
        device: DeviceNo,
        id: ReplicaId,
        at: Timestamp,
    ) -> Result<u32, StoreError>;

    /// Notes how far a replica has come.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn advance_replica(&mut self, org: OrgNo, replica: &Replica) -> Result<(), StoreError>;

    /// Revokes a phone's token. Revoking again keeps the first time.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn revoke_device(&mut self, device: DeviceNo, at: Timestamp) -> Result<(), StoreError>;

    /// Orders that what is on a phone be destroyed. Ordering again keeps the first time.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn order_wipe(&mut self, device: DeviceNo, at: Timestamp) -> Result<(), StoreError>;

    /// Notes that operations of a replica up to `n` are in a verified backup. It never goes back.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn note_durable(&mut self, org: OrgNo, replica: u32, n: u64) -> Result<(), StoreError>;

    /// Notes that a phone was heard of, and which build of the app it runs if it said so.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn note_seen(&mut self, device: DeviceNo, at: Timestamp, build: Option<&str>) -> Result<(), StoreError>;
}
