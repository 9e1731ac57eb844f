//! Organisations and the one sequence each of them has.

use alongside_core::model::{OrganisationId, Timestamp};

use super::{OrgNo, Seq, StoreError};

/// An organisation that runs the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its row.
    pub no: OrgNo,
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Changes when the server is restored from a backup; cursors of another epoch are void.
    pub epoch: u32,
    /// The latest commit.
    pub seq: Seq,
}

/// Reads of organisations.
pub trait OrganisationReads {
    /// The organisation with this id.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_organisation(&self, id: OrganisationId) -> Result<Option<Organisation>, StoreError>;

    /// The organisation of this row.
    ///
    /// # Errors
    /// When it is not there or the storage cannot be read.
    fn load_organisation(&self, org: OrgNo) -> Result<Organisation, StoreError>;

    /// All organisations, oldest first.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_organisations(&self) -> Result<Vec<Organisation>, StoreError>;
}

/// Writes of organisations.
pub trait OrganisationWrites {
    /// Adds an organisation.
    ///
    /// # Errors
    /// When the id is taken or the storage cannot be written.
    fn add_organisation(
        &mut self,
        id: OrganisationId,
        name: &str,
        at: Timestamp,
    ) -> Result<OrgNo, StoreError>;

    /// The number of this commit. Whoever holds it holds the organisation's row until the commit, so that a later number
    /// is never visible before an earlier one.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn next_seq(&mut self, org: OrgNo) -> Result<Seq, StoreError>;
}
