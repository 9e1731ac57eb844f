//! What one line says: a record of its own, an assessment, or an answer in one. None of them can be printed, since they
//! hold what was said about a person.

use alongside_core::model::{CaseId, EntityId, Fields, KindEntry, Timestamp};

/// The keys every line has beside its kind.
#[derive(PartialEq)]
pub(super) struct Head {
    pub(super) id: EntityId,
    pub(super) case: CaseId,
    pub(super) parent: Option<EntityId>,
    pub(super) at: Timestamp,
    /// Its date was carried from February into March.
    pub(super) moved: bool,
}

/// A line that can stand as it is.
pub(super) enum Line {
    /// A record.
    Record(NewRecord),
    /// An assessment, whose answers follow.
    Assessment(NewAssessment),
    /// An answer.
    Answer(NewAnswer),
}

/// A record as it is to be stored.
pub(super) struct NewRecord {
    pub(super) head: Head,
    pub(super) kind: &'static KindEntry,
    /// The kind of what it hangs under.
    pub(super) under: Option<&'static KindEntry>,
    pub(super) fields: Fields,
}

/// An assessment before its answers.
#[derive(PartialEq)]
pub(super) struct NewAssessment {
    pub(super) head: Head,
    pub(super) instrument: String,
    pub(super) version: u32,
    /// Still a draft of the worker's, not submitted.
    pub(super) draft: bool,
}

/// An answer.
#[derive(PartialEq)]
pub(super) struct NewAnswer {
    pub(super) head: Head,
    pub(super) assessment: EntityId,
    pub(super) domain: String,
    pub(super) score: i64,
    pub(super) comment: String,
}

impl Line {
    pub(super) fn head(&self) -> &Head {
        match self {
            Self::Record(record) => &record.head,
            Self::Assessment(assessment) => &assessment.head,
            Self::Answer(answer) => &answer.head,
        }
    }
}
