//! What phones left that may no longer sync: in quarantine, until a person decides.

use alongside_core::model::{PersonId, ReplicaId, Timestamp};

use super::{DeviceNo, OrgNo, PersonNo, StoreError};

/// Operations somebody's phone left. `Debug` leaves out their texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Salvage {
    /// The phone.
    pub device: DeviceNo,
    /// Whose it was.
    pub person: PersonNo,
    /// The replica they were written under.
    pub replica: ReplicaId,
    /// The number of the first.
    pub first_n: u64,
    /// Their texts, as they stood in the phone's file.
    pub ops: Vec<String>,
    /// SHA-256 over replica, number and texts: the same is kept once.
    pub hash: [u8; 32],
    /// When they came.
    pub at: Timestamp,
}

impl std::fmt::Debug for Salvage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Salvage").field("ops", &self.ops.len()).finish_non_exhaustive()
    }
}

/// What was left, without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SalvageNote {
    /// Its row.
    pub no: i64,
    /// Whose phone it was.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The number of the first operation in its replica.
    pub first_n: u64,
    /// How many operations.
    pub count: u64,
    /// When they came.
    pub at: Timestamp,
}

/// Reads of what was left.
pub trait SalvageReads {
    /// What was left and nobody has decided on, oldest first.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_salvage(&self, org: OrgNo, limit: u32) -> Result<Vec<SalvageNote>, StoreError>;

    /// The rows of everything that was ever left, decided on or not, and whose phone left it.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_salvage_rows(&self, org: OrgNo) -> Result<Vec<(i64, PersonNo)>, StoreError>;

    /// The texts of what was left in this row, decided on or not; what was erased of it is an empty text.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_salvage_texts(&self, org: OrgNo, no: i64) -> Result<Option<Vec<String>>, StoreError>;

    /// What was left in this row, unless somebody has decided on it.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_salvage(&self, org: OrgNo, no: i64) -> Result<Option<Salvage>, StoreError>;

    /// The texts of everything that a phone has left, decided on or not, bundle by bundle.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_texts_left_by(&self, device: DeviceNo) -> Result<Vec<Vec<String>>, StoreError>;

    /// How many bytes a phone has left so far.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn salvage_bytes(&self, device: DeviceNo) -> Result<u64, StoreError>;
}

/// Writes of what was left.
pub trait SalvageWrites {
    /// Keeps it; what is there already is not kept twice.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_salvage(&mut self, org: OrgNo, left: &Salvage) -> Result<(), StoreError>;

    /// Puts `ops` in the place of what was left in a row; what was erased of it is an empty text.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn scrub_salvage(&mut self, org: OrgNo, no: i64, ops: &[String]) -> Result<(), StoreError>;

    /// Keeps that somebody decided on what was left in this row; `by` is absent when there was nothing left to decide.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn settle_salvage(
        &mut self,
        org: OrgNo,
        no: i64,
        at: Timestamp,
        by: Option<PersonNo>,
        note: &str,
    ) -> Result<(), StoreError>;
}
