//! Visit notes: typed on a home visit, saved as a draft, signed when they are right.

use alongside_core::companion::{NoteView, Typed};
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Begins a note about a case, of the contact it belongs to when there is one. It is on the disk when this returns.
    /// Blocks for a file write.
    #[uniffi::method(default(contact = None))]
    pub fn start_note(&self, case: CaseId, contact: Option<EntityId>) -> Result<EntityId, AlongsideError> {
        Ok(self.core.start_note(case, contact)?)
    }

    /// Hands over the whole text of a note after a keystroke. At most the last second or twenty characters are ever not on
    /// the disk: after `SaveWithin`, hand it over again when nobody typed on. Blocks for a file write at most once a second.
    ///
    /// Fails with `Invalid` when it is longer than 64 KiB or the note is signed; what was saved before stays.
    pub fn type_note(&self, note: EntityId, text: &str) -> Result<Typed, AlongsideError> {
        Ok(self.core.type_note(note, text)?)
    }

    /// Writes the whole text of a note to the disk now, as when the screen is left. Blocks for a file write.
    ///
    /// Fails as `type_note` does.
    pub fn keep_note(&self, note: EntityId, text: &str) -> Result<(), AlongsideError> {
        Ok(self.core.keep_note(note, text)?)
    }

    /// Writes down what was promised. Blocks for a file write.
    ///
    /// Fails as `type_note` does.
    pub fn promise(&self, note: EntityId, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.promise(note, words)?)
    }

    /// Saves a note as a draft: from here on it syncs to its author's other phones, and nobody else's. Blocks for a file
    /// write.
    ///
    /// Fails with `NotFound`.
    pub fn save_note(&self, note: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.save_note(note)?)
    }

    /// Signs a note: what is on the screen is sealed in the case's record. Gives the id of the signed note. Blocks for a
    /// file write.
    ///
    /// Fails with `Invalid` when it is empty or signed already.
    pub fn sign_note(&self, note: EntityId) -> Result<EntityId, AlongsideError> {
        Ok(self.core.sign_note(note)?)
    }

    /// A note: a draft as its form shows it, or a signed one. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn note(&self, id: EntityId) -> Result<NoteView, AlongsideError> {
        Ok(self.core.note(id)?)
    }

    /// The signed notes of a case, newest first. Blocks for a file read.
    pub fn notes(&self, case: CaseId) -> Result<Vec<NoteView>, AlongsideError> {
        Ok(self.core.notes(case)?)
    }
}
