//! Visit notes: typed on a home visit, saved as a draft, signed when they are right.

use serde_json::json;

use super::drafts::find_draft;
use super::voiding::void_because;
use super::{Companion, CompanionError, Reason, Typed};
use crate::model::kinds::VisitNote;
use crate::model::{Audience, CaseId, EntityId, Fields, Record, State, StreamRef, Timestamp, from_fields};
use crate::store::{Listing, RecordRow, record};

/// Where a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// Only its author sees it.
    Draft,
    /// Signed and sealed.
    Signed,
}

/// A visit note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// What it says.
    pub note: VisitNote,
    /// Where it stands.
    pub state: NoteState,
    /// Who wrote it.
    pub author: String,
    /// When it was signed, once it was.
    pub signed_at: Option<Timestamp>,
    /// Texts written at the same time on another phone that wait for a person to settle.
    pub other_texts: Vec<String>,
    /// Why it was declared void, when it was: it counts nowhere, and what was signed can still be read.
    pub void_because: Option<String>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

impl Companion {
    /// Begins a note about `case`, of the contact it belongs to when there is one. It is on the disk at once.
    ///
    /// # Errors
    /// The store's.
    pub fn start_note(&self, case: CaseId, contact: Option<EntityId>) -> Result<EntityId, CompanionError> {
        self.begin(VisitNote::ENTRY, case, &|writing| {
            let mut fields = Fields::from([("at".to_owned(), json!(writing.reading.wall))]);
            fields.extend(contact.map(|contact| ("contact".to_owned(), json!(contact))));
            Ok(fields)
        })
    }

    /// Hands over the whole text of a note after a keystroke. At most the last second or twenty characters are ever not on
    /// the disk: hand it over again after [`Typed::SaveWithin`] when nobody typed on.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when it is longer than 64 KiB or the note is signed; what was saved before stays.
    pub fn type_note(&self, note: EntityId, text: &str) -> Result<Typed, CompanionError> {
        self.type_text(note, "body", text)
    }

    /// Writes the whole text of a note to the disk now, as when the screen is left.
    ///
    /// # Errors
    /// As [`Companion::type_note`].
    pub fn keep_note(&self, note: EntityId, text: &str) -> Result<(), CompanionError> {
        self.keep_fields(note, &Fields::from([("body".to_owned(), json!(text))]))
    }

    /// Writes down what was promised.
    ///
    /// # Errors
    /// As [`Companion::type_note`].
    pub fn promise(&self, note: EntityId, words: &str) -> Result<(), CompanionError> {
        self.keep_fields(note, &Fields::from([("promised".to_owned(), json!(words))]))
    }

    /// Saves a note as a draft: from here on it syncs to its author's other phones, and nobody else's.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; the store's.
    pub fn save_note(&self, note: EntityId) -> Result<(), CompanionError> {
        self.save_form(note)
    }

    /// Signs a note: what is on the screen is sealed in the case's record. Gives the id of the signed note.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when it is empty or signed already.
    pub fn sign_note(&self, note: EntityId) -> Result<EntityId, CompanionError> {
        self.seal_form(note, &|fields| {
            let empty =
                fields.get("body").and_then(|body| body.as_str()).is_none_or(|body| body.trim().is_empty());
            if empty { Err(CompanionError::invalid("body", Reason::Empty)) } else { Ok(Fields::new()) }
        })
    }

    /// A note: a draft as its form shows it, or a signed one.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn note(&self, id: EntityId) -> Result<NoteView, CompanionError> {
        let (row, draft) =
            self.store.read(|connection| Ok((record::find(connection, id)?, find_draft(connection, id)?)))?;
        match (row, draft) {
            (Some(row), _) if row.kind == VisitNote::ENTRY.name && row.stream.case().is_some() => {
                signed(&row)
            }
            (row, Some((draft, state))) if draft.kind.name == VisitNote::ENTRY.name => Ok(NoteView {
                id,
                case: draft.case,
                note: from_fields(&draft.fields)?,
                state: if state == State::Published { NoteState::Signed } else { NoteState::Draft },
                author: row.as_ref().map(|row| row.author_name.clone()).unwrap_or_default(),
                signed_at: None,
                other_texts: row.as_ref().map(others).unwrap_or_default(),
                void_because: None,
                unsent: draft.open || draft.pending,
            }),
            _ => Err(CompanionError::NotFound),
        }
    }

    /// The signed notes of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn notes(&self, case: CaseId) -> Result<Vec<NoteView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Work);
        let rows = self
            .store
            .read(|connection| record::list_in(connection, stream, Listing::of(VisitNote::ENTRY)))?;
        rows.iter().map(signed).collect()
    }
}

fn signed(row: &RecordRow) -> Result<NoteView, CompanionError> {
    Ok(NoteView {
        id: row.id,
        case: row.stream.case().ok_or(CompanionError::NotFound)?,
        note: from_fields(&row.fields)?,
        state: NoteState::Signed,
        author: row.author_name.clone(),
        signed_at: row.seal.as_ref().map(|seal| seal.at),
        other_texts: Vec::new(),
        void_because: void_because(row),
        unsent: row.pending,
    })
}

fn others(row: &RecordRow) -> Vec<String> {
    let texts = row.siblings.get("body").into_iter().flatten();
    texts.filter_map(|text| text.value.as_str().map(str::to_owned)).collect()
}
