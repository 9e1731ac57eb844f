//! Visit notes.

use alongside_core::companion::{NoteState, NoteView, Typed};
use alongside_core::model::kinds::VisitNote;
use alongside_core::model::{CaseId, EntityId, Timestamp};

/// Where a note stands.
#[uniffi::remote(Enum)]
pub enum NoteState {
    /// Only its author sees it.
    Draft,
    /// Signed and sealed.
    Signed,
}

/// A visit note.
#[uniffi::remote(Record)]
pub struct VisitNote {
    /// The case it is about; only a draft says so.
    pub case: Option<CaseId>,
    /// When the visit was, by the writer's clock.
    pub at: Timestamp,
    /// Offset of the writer's time zone from UTC, in minutes.
    pub zone: Option<i64>,
    /// The contact it belongs to.
    pub contact: Option<EntityId>,
    /// The words.
    pub body: String,
    /// What the worker promised to do, shown first at the next visit.
    pub promised: Option<String>,
    /// The sealed note that this one amends.
    pub amends: Option<EntityId>,
}

/// A visit note with where it stands.
#[uniffi::remote(Record)]
pub struct NoteView {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// What it says.
    pub note: VisitNote,
    /// Where it stands.
    pub state: NoteState,
    /// The name of who wrote it; empty before a draft is saved.
    pub author: String,
    /// When it was signed, once it was.
    pub signed_at: Option<Timestamp>,
    /// Texts written at the same time on another phone that wait for a person to settle.
    pub other_texts: Vec<String>,
    /// Why it was declared void, when it was: it counts nowhere, and what was signed can still be read. Show that first.
    pub void_because: Option<String>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// What became of typed text.
#[uniffi::remote(Enum)]
pub enum Typed {
    /// It is on the disk.
    Saved,
    /// It is not on the disk yet: hand the text over again after this many milliseconds if nobody typed on.
    SaveWithin(u64),
}
