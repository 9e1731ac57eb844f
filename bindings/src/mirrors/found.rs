//! What a search finds.

use alongside_core::companion::Found;
use alongside_core::model::{CaseId, EntityId, Timestamp};

/// A record in which the words were found.
#[uniffi::remote(Record)]
pub struct Found {
    /// The record.
    pub id: EntityId,
    /// Its kind, by catalogue name, such as `visit_note`.
    pub kind: String,
    /// The case it is about, when it is about one.
    pub case: Option<CaseId>,
    /// When it happened, when its kind says so.
    pub at: Option<Timestamp>,
    /// The beginning of its text, at most 160 characters.
    pub text: String,
}
