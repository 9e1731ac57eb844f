//! Drafts to finish: open forms and saved drafts of this person, and what both have in common.

use rusqlite::Connection;
use serde_json::{Value, json};

use super::naming::name_client;
use super::write::Writing;
use super::{Companion, CompanionError, Reason, Typed};
use crate::model::catalogue::{check_field, find_kind};
use crate::model::kinds::{Assessment, HandoverPack, VisitNote};
use crate::model::{
    Audience, CaseId, EntityId, Fields, KindEntry, Record, State, StreamRef, Timestamp, sort_by_key,
};
use crate::store::drafts::{close_form, find_form, list_forms, open_form, save_field};
use crate::store::{Form, SavedField, StoreError, identity, record};

/// A draft in the list of drafts to finish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSummary {
    /// The record it is or will be.
    pub id: EntityId,
    /// Its kind, by catalogue name.
    pub kind: &'static str,
    /// The case it is about.
    pub case: CaseId,
    /// When it was begun.
    pub started: Timestamp,
    /// Whether it has been saved, or is still an open form.
    pub saved: bool,
}

/// A draft as its form shows it: the saved record with what was typed since on top.
pub(super) struct Draft {
    pub(super) kind: &'static KindEntry,
    pub(super) case: CaseId,
    pub(super) fields: Fields,
    pub(super) saved: bool,
    pub(super) open: bool,
    pub(super) pending: bool,
}

impl Companion {
    /// This person's drafts, newest first: notes not yet signed, assessments not yet submitted, packs not yet given.
    ///
    /// # Errors
    /// The store's.
    pub fn drafts(&self) -> Result<Vec<DraftSummary>, CompanionError> {
        let mut drafts = self.store.read(|connection| {
            // What somebody has half said is no work to finish: it waits where they began it.
            let forms = list_forms(connection)?.into_iter().map(|open| open.form);
            let mut drafts: Vec<_> = forms.filter(|form| form.kind.sealed).map(summary_of_form).collect();
            for kind in [VisitNote::ENTRY, Assessment::ENTRY, HandoverPack::ENTRY] {
                drafts.extend(saved_drafts(connection, kind)?);
            }
            Ok(drafts)
        })?;
        sort_by_key(&mut drafts, |draft| (draft.id, !draft.saved));
        drafts.dedup_by_key(|draft| draft.id);
        sort_by_key(&mut drafts, |draft| std::cmp::Reverse((draft.started, draft.id)));
        Ok(drafts)
    }

    /// Throws a draft away: its form closes, and what was saved of it is put away.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when it was signed or submitted; [`CompanionError::NotFound`].
    pub fn discard_draft(&self, id: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            let draft = load_unsealed(writing.transaction, id)?;
            close_form(writing.transaction, id)?;
            if draft.saved { writing.archive(id) } else { Ok(()) }
        })?;
        self.typing.forget(id);
        Ok(())
    }

    /// Opens a form with its first fields, each on the disk when this returns.
    pub(super) fn begin(
        &self,
        kind: &'static KindEntry,
        case: CaseId,
        first: &dyn Fn(&Writing<'_>) -> Result<Fields, CompanionError>,
    ) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let started = writing.reading.wall;
            open_form(writing.transaction, &Form { id, kind, case, started })?;
            first(writing)?.iter().try_for_each(|(field, value)| keep_typed(writing, id, kind, field, value))
        })?;
        Ok(id)
    }

    /// Keeps typed text of a form, now or soon: see [`Typed`].
    pub(super) fn type_text(&self, id: EntityId, field: &str, text: &str) -> Result<Typed, CompanionError> {
        let elapsed = self.clock.read().elapsed_ms;
        let decision = self.typing.decide(id, field, text, elapsed);
        if decision == Typed::Saved {
            self.keep_fields(id, &Fields::from([(field.to_owned(), json!(text))]))?;
            self.typing.saved(id, field, text, elapsed);
        }
        Ok(decision)
    }

    /// Keeps typed fields of a form in one durable write.
    pub(super) fn keep_fields(&self, id: EntityId, fields: &Fields) -> Result<(), CompanionError> {
        self.write(|writing| {
            let draft = reopen(writing, id)?;
            fields.iter().try_for_each(|(field, value)| keep_typed(writing, id, draft.kind, field, value))
        })
    }

    /// Saves a form: one operation with everything that was typed, and the form closes.
    pub(super) fn save_form(&self, id: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| save(writing, id))?;
        self.typing.forget(id);
        Ok(())
    }

    /// Saves a form and seals what it holds in its case's stream, in one transaction. `complete` says whether it may be
    /// sealed, and what is written beside it when it is.
    pub(super) fn seal_form(
        &self,
        id: EntityId,
        complete: &dyn Fn(&Fields) -> Result<Fields, CompanionError>,
    ) -> Result<EntityId, CompanionError> {
        let sealed = self.write(|writing| {
            let draft = load_unsealed(writing.transaction, id)?;
            let beside = complete(&draft.fields)?;
            if !beside.is_empty() {
                let draft = reopen(writing, id)?;
                let mut fields = beside.iter();
                fields.try_for_each(|(field, value)| keep_typed(writing, id, draft.kind, field, value))?;
            }
            save(writing, id)?;
            let sealed = writing.publish(id, StreamRef::of_case(draft.case, draft.kind.home))?;
            if draft.kind.home == Audience::Submitted {
                name_client(writing, draft.case)?;
            }
            Ok(sealed)
        })?;
        self.typing.forget(id);
        Ok(sealed)
    }
}

/// The draft with this id: its form, its saved record, or both.
pub(super) fn find_draft(
    connection: &Connection,
    id: EntityId,
) -> Result<Option<(Draft, State)>, StoreError> {
    let row = record::find(connection, id)?;
    let open = find_form(connection, id)?;
    let kind = open.as_ref().map(|open| open.form.kind).or_else(|| find_kind(&row.as_ref()?.kind));
    let state = row.as_ref().map_or(State::Active, |row| row.state);
    let (saved, pending) = (row.is_some(), row.as_ref().is_some_and(|row| row.pending));
    let home = row.as_ref().and_then(|row| row.stream.case());
    let mut fields = row.map(|row| row.fields).unwrap_or_default();
    let case = open.as_ref().map(|open| open.form.case).or(home);
    let case = case.or_else(|| fields.get("case")?.as_str()?.parse().ok());
    let is_open = open.is_some();
    fields.extend(open.map(|open| open.fields).unwrap_or_default());
    let (Some(kind), Some(case)) = (kind, case) else { return Ok(None) };
    Ok(Some((Draft { kind, case, fields, saved, open: is_open, pending }, state)))
}

pub(super) fn load_unsealed(connection: &Connection, id: EntityId) -> Result<Draft, CompanionError> {
    match find_draft(connection, id)? {
        Some((draft, State::Active | State::Archived)) => Ok(draft),
        Some((draft, _)) => Err(CompanionError::invalid(draft.kind.name, Reason::AlreadySealed)),
        None => Err(CompanionError::NotFound),
    }
}

/// A saved draft that is typed in again opens its form again.
fn reopen(writing: &Writing<'_>, id: EntityId) -> Result<Draft, CompanionError> {
    let draft = load_unsealed(writing.transaction, id)?;
    if !draft.open {
        let form = Form { id, kind: draft.kind, case: draft.case, started: writing.reading.wall };
        open_form(writing.transaction, &form)?;
    }
    Ok(draft)
}

fn keep_typed(
    writing: &Writing<'_>,
    form: EntityId,
    kind: &KindEntry,
    field: &str,
    value: &Value,
) -> Result<(), CompanionError> {
    check_field(kind, field, value)?;
    Ok(save_field(writing.transaction, &SavedField { form, field, value }, writing.reading.wall)?)
}

pub(super) fn save(writing: &Writing<'_>, id: EntityId) -> Result<(), CompanionError> {
    let draft = load_unsealed(writing.transaction, id)?;
    let Some(open) = find_form(writing.transaction, id)? else { return Ok(()) };
    if draft.saved {
        writing.set_over(id, open.fields, &open.seen)?;
    } else {
        let mut fields = open.fields;
        fields.insert("case".to_owned(), json!(draft.case));
        fields.retain(|_, value| !value.is_null());
        writing.create_fields(id, StreamRef::private(writing.who.person), draft.kind.name, fields)?;
    }
    Ok(close_form(writing.transaction, id)?)
}

fn summary_of_form(form: Form) -> DraftSummary {
    DraftSummary { id: form.id, kind: form.kind.name, case: form.case, started: form.started, saved: false }
}

fn saved_drafts(connection: &Connection, kind: &'static KindEntry) -> Result<Vec<DraftSummary>, StoreError> {
    let Some(me) = identity::find_identity(connection)? else { return Ok(Vec::new()) };
    let rows = record::list_active_in(connection, StreamRef::private(me.person), kind)?;
    let drafts = rows.into_iter().filter_map(|row| {
        let case = row.fields.get("case")?.as_str()?.parse().ok()?;
        let started = kind.time.and_then(|time| row.fields.get(time)?.as_i64()).unwrap_or_default();
        Some(DraftSummary { id: row.id, kind: kind.name, case, started: Timestamp(started), saved: true })
    });
    Ok(drafts.collect())
}
