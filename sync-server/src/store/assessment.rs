//! What supervisors read: assessments that were received, with who they are about.

use alongside_core::model::{CaseId, EntityId, Fields, State, Timestamp};

use super::{EntityNo, OrgNo, StoreError};

/// An assessment that was received. `Debug` leaves out everything about people.
#[derive(Clone, PartialEq)]
pub struct Received {
    /// Its id.
    pub id: EntityId,
    /// Its case.
    pub case: CaseId,
    /// The client's name, if the case's client record is there.
    pub client: Option<String>,
    /// The name of the link worker who submitted it.
    pub author: String,
    /// Sealed, waiting for a person to confirm a second submission, or declared void since.
    pub state: State,
    /// When it was submitted on the phone, by the server's reckoning.
    pub submitted_at: Timestamp,
    /// When the server received it.
    pub received_at: Timestamp,
    /// The seal's hash of its content, in hexadecimal.
    pub hash: String,
    /// What it says: `at`, `instrument`, `version`, `mode`, `discussed`, `answer.*`, `comment.*`.
    pub fields: Fields,
    /// Where it stands in the list, to read on from.
    pub place: Place,
}

impl Received {
    /// The instrument's id, empty when the record does not say.
    pub fn instrument(&self) -> &str {
        self.fields.get("instrument").and_then(|value| value.as_str()).unwrap_or_default()
    }

    /// The instrument's version, 0 when the record does not say.
    pub fn version(&self) -> u32 {
        let number = self.fields.get("version").and_then(serde_json::Value::as_u64);
        number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
    }
}

impl std::fmt::Debug for Received {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Received").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}

/// A place in the list of received assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When that one was received.
    pub received_at: Timestamp,
    /// Its row.
    pub no: EntityNo,
}

/// Reads of received assessments.
pub trait Assessments {
    /// Received assessments of an organisation, newest first, after `after`.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_received(
        &self,
        org: OrgNo,
        after: Option<Place>,
        limit: u32,
    ) -> Result<Vec<Received>, StoreError>;

    /// One received assessment of an organisation.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_received(&self, org: OrgNo, id: EntityId) -> Result<Option<Received>, StoreError>;

    /// Received assessments of one case by one instrument, in the order of the conversations (`at`), oldest first.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_received_of(
        &self,
        org: OrgNo,
        case: CaseId,
        instrument: &str,
    ) -> Result<Vec<Received>, StoreError>;
}
