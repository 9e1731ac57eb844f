//! What was erased at somebody's request (rule 24): ids and nothing else, so that no phone brings any of it back; and who
//! still has to be told.

use alongside_core::model::{EntityId, Timestamp};

use super::{CaseNo, Grant, OrgNo, PersonNo, Seq, StoreError, StreamNo};

/// Reads of what was erased.
pub trait ErasureReads {
    /// Whether anything was ever erased in this organisation: where nothing was, no operation has to be looked at.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn has_erasures(&self, org: OrgNo) -> Result<bool, StoreError>;

    /// Whether the record of this id was erased, or the case whose client's record it is.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn is_erased(&self, org: OrgNo, id: EntityId) -> Result<bool, StoreError>;

    /// Everything that was erased, with when, in the order of ids.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_erased(&self, org: OrgNo) -> Result<Vec<(EntityId, Timestamp)>, StoreError>;

    /// What somebody is told of beside their streams: erased after `after` and up to `up_to`.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_erasure_notices(
        &self,
        person: PersonNo,
        after: Seq,
        up_to: Seq,
    ) -> Result<Vec<EntityId>, StoreError>;

    /// Everybody who was ever granted a stream, with their grant.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_ever_granted(&self, stream: StreamNo) -> Result<Vec<(PersonNo, Grant)>, StoreError>;
}

/// Writes of what was erased.
pub trait ErasureWrites {
    /// Notes that this was erased. Noting it again keeps the first time.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_erased(&mut self, org: OrgNo, id: EntityId, at: Timestamp) -> Result<(), StoreError>;

    /// Has somebody's phones told that this was erased, whether or not they may read where it was.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn tell_erased(&mut self, person: PersonNo, id: EntityId, seq: Seq) -> Result<(), StoreError>;

    /// Takes the name, the login and the password from whoever's own case this is, and the reasons from its assignments.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn forget_client(&mut self, case: CaseNo) -> Result<(), StoreError>;
}
