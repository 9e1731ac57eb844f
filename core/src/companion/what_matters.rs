//! What matters to the client, in the client's words: the first thing asked at a first meeting, before any instrument.

use rusqlite::Connection;
use serde_json::json;

use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{By, NeedCategory, WhatMatters};
use crate::model::{Audience, CaseId, EntityId, Fields, Record, Role, StreamRef, from_fields, sort_by_key};
use crate::store::{Listing, RecordRow, StoreError, record};

/// How the question is put. It stands first on the screen of a first meeting.
const PROMPT: &str = "What matters to you?";

/// One thing that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatMattersView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub matters: WhatMatters,
    /// Wordings that were written at the same time on other phones and wait for a person to settle.
    pub other_wordings: Vec<String>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Writes down one thing that matters, as the client said it, after those that are there.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words, or when they are too long.
    pub fn say_what_matters(
        &self,
        case: CaseId,
        words: &str,
        category: Option<NeedCategory>,
    ) -> Result<EntityId, CompanionError> {
        said(words)?;
        let id = EntityId(self.ids.uuid());
        let stream = StreamRef::of_case(case, Audience::Shared);
        self.write(|writing| {
            let there = list(writing.transaction, case)?;
            let last = there.iter().filter_map(|row| row.fields.get("position")?.as_i64()).max();
            let matters = WhatMatters {
                words: words.to_owned(),
                written_by: if writing.who.role == Role::Client { By::Client } else { By::Worker },
                category,
                position: last.map_or(0, |last| last + 1),
                at: writing.reading.wall,
            };
            writing.create(id, stream, &matters)
        })?;
        Ok(id)
    }

    /// Writes it in other words, when the client now says it otherwise.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words, or when they are too long; [`CompanionError::NotFound`].
    pub fn reword_what_matters(&self, id: EntityId, words: &str) -> Result<(), CompanionError> {
        said(words)?;
        self.write(|writing| writing.set(id, Fields::from([("words".to_owned(), json!(words))])))
    }

    /// Puts what matters into the client's order: those named first, in this order, then the others as they were.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when one of them is not there.
    pub fn order_what_matters(&self, case: CaseId, order: &[EntityId]) -> Result<(), CompanionError> {
        self.write(|writing| {
            let there = list(writing.transaction, case)?;
            let known = |id: &EntityId| there.iter().any(|row| row.id == *id);
            if !order.iter().all(known) {
                return Err(CompanionError::NotFound);
            }
            let others = there.iter().map(|row| row.id).filter(|id| !order.contains(id));
            (0_i64..).zip(order.iter().copied().chain(others)).try_for_each(|(position, id)| {
                writing.set(id, Fields::from([("position".to_owned(), json!(position))]))
            })
        })
    }

    /// Puts one away that no longer matters. It stays in the record.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn put_away_what_matters(&self, id: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| writing.archive(id))
    }

    /// What matters to the client, in the client's order.
    ///
    /// # Errors
    /// The store's.
    pub fn what_matters(&self, case: CaseId) -> Result<Vec<WhatMattersView>, CompanionError> {
        self.store.read(|connection| list(connection, case))?.iter().map(view).collect()
    }

    /// The question to put before anything else; nothing once the client has answered it.
    ///
    /// # Errors
    /// The store's.
    pub fn first_question(&self, case: CaseId) -> Result<Option<String>, CompanionError> {
        let asked = self.store.read(|connection| was_asked(connection, case))?;
        Ok((!asked).then(|| PROMPT.to_owned()))
    }
}

/// Whether the client has ever said what matters; what was put away since counts.
pub(super) fn was_asked(connection: &Connection, case: CaseId) -> Result<bool, StoreError> {
    let stream = StreamRef::of_case(case, Audience::Shared);
    let listing = Listing::of(WhatMatters::ENTRY).with_archived().first(1);
    Ok(!record::list_in(connection, stream, listing)?.is_empty())
}

fn list(connection: &Connection, case: CaseId) -> Result<Vec<RecordRow>, StoreError> {
    let stream = StreamRef::of_case(case, Audience::Shared);
    let mut rows = record::list_in(connection, stream, Listing::of(WhatMatters::ENTRY))?;
    sort_by_key(&mut rows, |row| (row.fields.get("position").and_then(serde_json::Value::as_i64), row.id));
    Ok(rows)
}

fn view(row: &RecordRow) -> Result<WhatMattersView, CompanionError> {
    let others = row.siblings.get("words").into_iter().flatten();
    Ok(WhatMattersView {
        id: row.id,
        other_wordings: others.filter_map(|text| text.value.as_str().map(str::to_owned)).collect(),
        matters: from_fields(&row.fields)?,
        unsent: row.pending,
    })
}

fn said(words: &str) -> Result<(), CompanionError> {
    if words.trim().is_empty() { Err(CompanionError::invalid("words", Reason::Empty)) } else { Ok(()) }
}
