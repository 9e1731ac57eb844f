//! A place of a screen where somebody puts words together, and how it ends: in the transaction in which the same words reach a
//! record, so that hardly any use case has to think of it.

use rusqlite::Transaction;
use serde_json::Value;
use uuid::Uuid;

use super::words_for::WordsFor;
use crate::model::{CaseId, EntityId, Op, StreamRef};
use crate::store::drafts::{close_form, find_form, has_form_of};
use crate::store::{StoreError, record};

/// Words that somebody is putting together in one place of a screen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Saying {
    /// What they are for.
    pub words_for: WordsFor,
    /// The case; nothing when they are about no one client.
    pub case: Option<CaseId>,
    /// What else tells it apart: the id of the record they are about, where they are about one.
    pub about: Option<String>,
}

impl Saying {
    /// About a record of a case.
    pub(super) fn about(words_for: WordsFor, case: Option<CaseId>, id: EntityId) -> Self {
        Self { words_for, case, about: Some(id.0.to_string()) }
    }

    /// The case, or nobody's.
    pub(super) fn owner(&self) -> CaseId {
        self.case.unwrap_or(CaseId(Uuid::nil()))
    }

    /// Its form. There is one of each, so that it is found again without its id having been written down.
    pub(super) fn form(&self) -> EntityId {
        let name = format!("{} {}", self.words_for.name(), self.about.as_deref().unwrap_or_default());
        EntityId(Uuid::new_v5(&self.owner().0, name.as_bytes()))
    }
}

/// Ends what was begun and is now said: the very words are in `op`, about the case, the record or one that it names.
/// Gives the forms that were closed by it.
pub(super) fn end_what_is_said(
    transaction: &Transaction<'_>,
    op: &Op,
    stream: StreamRef,
    kind: &str,
) -> Result<Vec<EntityId>, StoreError> {
    let mut ended = Vec::new();
    let places: Vec<_> = WordsFor::ALL.iter().filter(|place| place.kind().name == kind).collect();
    let [first, ..] = places[..] else { return Ok(ended) };
    if !has_form_of(transaction, first.kind())? {
        return Ok(ended);
    }
    let texts: Vec<&str> = op.fields.values().filter_map(Value::as_str).map(str::trim).collect();
    let before = record::find(transaction, op.entity)?.map(|row| row.fields).unwrap_or_default();
    let named = before.values().chain(op.fields.values()).filter_map(Value::as_str);
    let named = named.filter(|text| Uuid::try_parse(text).is_ok()).map(|id| Some(id.to_owned()));
    let abouts: Vec<_> = named.chain([None, Some(op.entity.0.to_string())]).collect();
    for (place, about) in places.iter().flat_map(|place| abouts.iter().map(move |about| (place, about))) {
        let saying = Saying { words_for: **place, case: stream.case(), about: about.clone() };
        let begun = find_form(transaction, saying.form())?;
        let words =
            begun.and_then(|begun| Some(begun.fields.get(place.field())?.as_str()?.trim().to_owned()));
        if words.is_some_and(|words| texts.contains(&words.as_str())) {
            ended.push(end(transaction, &saying)?);
        }
    }
    Ok(ended)
}

/// Ends what was begun in this place. Gives its form.
pub(super) fn end(transaction: &Transaction<'_>, saying: &Saying) -> Result<EntityId, StoreError> {
    close_form(transaction, saying.form())?;
    Ok(saying.form())
}
