//! What is handed on, and what is not simply handed on.

use alongside_core::exchange::{ExportFile, ExportForm, Passage, PassageDecision};
use alongside_core::model::kinds::PassageReason;
use alongside_core::model::{EntityId, Timestamp};

/// What is exported.
#[uniffi::remote(Enum)]
pub enum ExportForm {
    /// The complete record as a FHIR R4 bundle.
    Bundle,
    /// A summary that a practice can file, as a page.
    Summary,
    /// A short text back to whoever referred.
    MessageBack,
    /// Contacts as a spreadsheet.
    Contacts,
    /// Goals as a spreadsheet.
    Goals,
    /// Onward referrals as a spreadsheet.
    Referrals,
    /// Needs as a spreadsheet.
    Needs,
    /// Submitted assessments as a spreadsheet.
    Assessments,
}

/// A file to hand on.
#[uniffi::remote(Record)]
pub struct ExportFile {
    /// A name that says nothing of the person.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a passage is not simply passed on.
#[uniffi::remote(Enum)]
pub enum PassageReason {
    /// It is about somebody else, or somebody else said it in confidence.
    ThirdParty,
    /// Somebody's reading it could bring serious harm.
    HarmRisk,
    /// A word of a newer version; never written.
    Unknown,
}

/// A marked passage, as it is shown to whoever decides.
#[uniffi::remote(Record)]
pub struct Passage {
    /// The mark.
    pub mark: EntityId,
    /// The record the passage is in.
    pub record: EntityId,
    /// What a person calls a record of its kind.
    pub label: String,
    /// When that record happened.
    pub at: Option<Timestamp>,
    /// The passage.
    pub passage: String,
    /// Why it is marked.
    pub why: PassageReason,
}

/// What somebody decided about a passage.
#[uniffi::remote(Record)]
pub struct PassageDecision {
    /// The mark.
    pub mark: EntityId,
    /// Whether the person gets the passage.
    pub disclose: bool,
    /// Who decided, by name.
    pub decided_by: String,
}
