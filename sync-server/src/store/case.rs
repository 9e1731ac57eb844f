//! Cases, and who works on them when.

use alongside_core::model::{CaseId, Timestamp};

use super::{CaseNo, OrgNo, Person, PersonNo, StoreError};

/// A case. What is known of it lives in its streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its row.
    pub no: CaseNo,
    /// Its id.
    pub id: CaseId,
    /// When it was opened.
    pub created_at: Timestamp,
}

/// Somebody's time on a case.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Who.
    pub person: Person,
    /// From when.
    pub since: Timestamp,
    /// Until when; absent while it lasts.
    pub until: Option<Timestamp>,
}

/// Reads of cases.
pub trait CaseReads {
    /// The case with this id in this organisation.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_case(&self, org: OrgNo, id: CaseId) -> Result<Option<Case>, StoreError>;

    /// All cases of an organisation, oldest first.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_cases(&self, org: OrgNo) -> Result<Vec<Case>, StoreError>;

    /// Everybody who was ever put on a case, in order.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_assignments(&self, case: CaseNo) -> Result<Vec<Assignment>, StoreError>;
}

/// Writes of cases.
pub trait CaseWrites {
    /// Adds a case, without its streams.
    ///
    /// # Errors
    /// When the id is taken or the storage cannot be written.
    fn add_case(&mut self, org: OrgNo, id: CaseId, at: Timestamp) -> Result<CaseNo, StoreError>;

    /// Puts somebody on a case, and says whether they were not on it before.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn begin_assignment(&mut self, case: CaseNo, person: PersonNo, at: Timestamp)
    -> Result<bool, StoreError>;

    /// Takes somebody off a case, and says whether they were on it.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn end_assignment(
        &mut self,
        case: CaseNo,
        person: PersonNo,
        at: Timestamp,
        reason: Option<&str>,
    ) -> Result<bool, StoreError>;
}
