//! Whose phone this is, and who the client's link worker is.

use alongside_core::companion::Me;
use alongside_core::model::kinds::LinkWorkerCard;
use alongside_core::model::{CaseId, PersonId, Role};

/// What a person does in the service.
#[uniffi::remote(Enum)]
pub enum Role {
    /// Visits clients, writes notes, agrees goals.
    LinkWorker,
    /// The person the case is about.
    Client,
    /// Receives submitted assessments and decides what needs a decision.
    Supervisor,
    /// Makes people and codes; sees no content.
    Administrator,
    /// A role of a newer version.
    Unknown,
}

/// The person a phone belongs to.
#[uniffi::remote(Record)]
pub struct Me {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// The name of their organisation.
    pub organisation: String,
    /// A client's own case.
    pub own_case: Option<CaseId>,
    /// The address of the service this phone was enrolled at.
    pub server: String,
}

/// The card of the link worker of a case: who they are, what they do and how to reach them.
#[uniffi::remote(Record)]
pub struct LinkWorkerCard {
    /// The link worker.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: String,
    /// What a link worker does, in plain words; not a clinician.
    pub what_they_do: String,
    /// Who employs them.
    pub employer: String,
    /// How and when to reach them.
    pub reach: String,
}
