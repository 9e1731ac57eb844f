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

/// One run of the server, from a start to the next. A cursor names the run it was made in: when the database is swapped
/// for an older copy, the runs that follow have other salts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Any number, made at the start.
    pub salt: u32,
    /// The latest commit when the next run began, if one did.
    pub until: Option<Seq>,
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

    /// The run of this number. Run 0 is the time before the first start that was noted; its salt is 0.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_run(&self, org: OrgNo, no: u32) -> Result<Option<Run>, StoreError>;
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

    /// Notes that a run of the server begins.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn begin_run(&mut self, org: OrgNo, salt: u32, at: Timestamp) -> Result<(), StoreError>;

    /// Begins an epoch, after a restore. Commits and replicas go on far above those of the backup, and revisions of records as far
    /// as is said, so that none that was handed out after it is handed out again with another meaning.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn begin_epoch(&mut self, org: OrgNo, epoch: u32, revisions_ahead: u32) -> Result<(), StoreError>;

    /// Forgets the grants that were taken away up to commit `floor`; cursors that have not read so far are void from now on.
    /// Answers how many grants were forgotten. A floor is never lowered.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn raise_floor(&mut self, org: OrgNo, floor: Seq) -> Result<usize, StoreError>;
}
