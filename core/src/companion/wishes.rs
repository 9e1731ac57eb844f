//! What a client asks for between contacts: to be called, not to be called, another day; and whether they know who to ask.

use serde_json::json;

use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{ContactWish, Recognition, WishKind};
use crate::model::{Audience, CaseId, EntityId, Fields, Record, StreamRef, from_fields};
use crate::store::{Listing, RecordRow, record};

/// A wish with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishView {
    /// The record.
    pub id: EntityId,
    /// What is asked for, and the answer once there is one.
    pub wish: ContactWish,
    /// Whether it still waits for an answer and was not taken back.
    pub open: bool,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

impl Companion {
    /// Asks for something about contact, from the client's phone or for the client.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when a question or another time is asked for without words.
    pub fn wish_contact(
        &self,
        case: CaseId,
        wish: WishKind,
        words: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        let words = words.filter(|words| !words.trim().is_empty());
        if words.is_none() && matches!(wish, WishKind::Question | WishKind::ChangeNext) {
            return Err(CompanionError::invalid("words", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let wish = ContactWish {
                words: words.map(str::to_owned),
                ..ContactWish::new(wish, writing.reading.wall)
            };
            writing.create(id, StreamRef::of_case(case, Audience::Shared), &wish)
        })?;
        Ok(id)
    }

    /// Takes a wish back.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn withdraw_wish(&self, wish: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            let at = json!(writing.reading.wall);
            writing.set(wish, Fields::from([("withdrawn_at".to_owned(), at)]))
        })
    }

    /// Answers a wish; the client's phone shows it after its next sync.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words; [`CompanionError::NotFound`]; [`CompanionError::NotAllowed`] for a client.
    pub fn answer_wish(&self, wish: EntityId, words: &str) -> Result<(), CompanionError> {
        if words.trim().is_empty() {
            return Err(CompanionError::invalid("answer", Reason::Empty));
        }
        self.write(|writing| {
            let at = json!(writing.reading.wall);
            let fields = [("answer".to_owned(), json!(words)), ("answered_at".to_owned(), at)];
            writing.set(wish, Fields::from(fields))
        })
    }

    /// The wishes of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn wishes(&self, case: CaseId) -> Result<Vec<WishView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Shared);
        let listing = Listing::of(ContactWish::ENTRY);
        let rows = self.store.read(|connection| record::list_in(connection, stream, listing))?;
        rows.iter().map(view).collect()
    }

    /// Keeps the client's answer to "I know who my link worker is and how to reach them". The app asks, never the worker.
    ///
    /// # Errors
    /// [`CompanionError::NotAllowed`] on anybody else's phone.
    pub fn say_recognition(&self, case: CaseId, known: bool) -> Result<(), CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let said = Recognition { at: writing.reading.wall, known };
            writing.create(id, StreamRef::of_case(case, Audience::Shared), &said)
        })
    }
}

fn view(row: &RecordRow) -> Result<WishView, CompanionError> {
    let wish: ContactWish = from_fields(&row.fields)?;
    let open = wish.answered_at.is_none() && wish.withdrawn_at.is_none();
    Ok(WishView { id: row.id, wish, open, unsent: row.pending })
}
