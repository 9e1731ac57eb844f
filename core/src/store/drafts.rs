//! Forms that are open on the screen: every typed field is on the disk long before the form is saved.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::Value;
use uuid::Uuid;

use super::StoreError;
use super::held::Held;
use crate::model::catalogue::find_kind_number;
use crate::model::{Base, CaseId, EntityId, Fields, KindEntry, Timestamp};

/// An open form and what was typed in it since it was last saved.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenForm {
    /// The form.
    pub form: Form,
    /// What was typed.
    pub fields: Fields,
    /// What each of those fields was when it was first typed over, where the record is saved already: what its writer saw.
    pub seen: BTreeMap<String, Base>,
    /// When the last field was typed, by the phone's wall clock.
    pub touched: Option<Timestamp>,
}

/// A form: a record that is being written.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The id of the record it is or will be.
    pub id: EntityId,
    /// Its kind.
    pub kind: &'static KindEntry,
    /// The case it is about.
    pub case: CaseId,
    /// When it was begun, by the phone's wall clock.
    pub started: Timestamp,
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// One typed field.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedField<'a> {
    /// The form.
    pub form: EntityId,
    /// The field's name.
    pub field: &'a str,
    /// What was typed; `null` clears the field.
    pub value: &'a Value,
}

/// Begins a form, or goes on with the one of this id.
pub fn open_form(transaction: &Transaction<'_>, form: &Form) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO form (id, kind, owner, started) VALUES (?1, ?2, ?3, ?4)";
    transaction.prepare_cached(sql)?.execute(params![
        form.id.0.as_bytes(),
        form.kind.number,
        form.case.0.as_bytes(),
        form.started.0
    ])?;
    Ok(())
}

/// Keeps a typed field: one row, one durable write. What the field was when it was first typed over is kept with it: news
/// that arrives while a form is open has not been seen by whoever saves it.
///
/// # Errors
/// [`StoreError::NoSuchRecord`] when no such form is open.
pub fn save_field(
    transaction: &Transaction<'_>,
    saved: &SavedField<'_>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO draft_save (form, field, value, at, base) SELECT id, ?2, ?3, ?4, ?5 FROM form WHERE id = ?1
               ON CONFLICT (form, field) DO UPDATE SET value = excluded.value, at = excluded.at";
    let text = serde_json::to_string(saved.value)?;
    let rows = transaction.prepare_cached(sql)?.execute(params![
        saved.form.0.as_bytes(),
        saved.field,
        text,
        at.0,
        seen(transaction, saved)?.map(i64::from),
    ])?;
    if rows == 1 { Ok(()) } else { Err(StoreError::NoSuchRecord) }
}

fn seen(transaction: &Transaction<'_>, saved: &SavedField<'_>) -> Result<Option<Base>, StoreError> {
    let held = Held::find(transaction, saved.form)?;
    Ok(held.map(|held| held.base(saved.field)))
}

/// The open form with this id.
pub fn find_form(connection: &Connection, id: EntityId) -> Result<Option<OpenForm>, StoreError> {
    let sql = "SELECT kind, owner, started FROM form WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row(params![id.0.as_bytes()], |row| {
        Ok((row.get::<_, u16>(0)?, row.get::<_, [u8; 16]>(1)?, row.get::<_, i64>(2)?))
    });
    let Some((kind, case, started)) = found.optional()? else { return Ok(None) };
    let kind = find_kind_number(kind).ok_or(StoreError::Unreadable)?;
    let form = Form { id, kind, case: CaseId(Uuid::from_bytes(case)), started: Timestamp(started) };
    let mut statement =
        connection.prepare_cached("SELECT field, value, at, base FROM draft_save WHERE form = ?1")?;
    let rows = statement.query_map(params![id.0.as_bytes()], |row| {
        let base: Option<i64> = row.get(3)?;
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?, base))
    })?;
    let mut open = OpenForm { form, fields: Fields::new(), seen: BTreeMap::new(), touched: None };
    for row in rows {
        let (field, value, at, base) = row?;
        open.touched = open.touched.max(Some(Timestamp(at)));
        open.seen.extend(base.map(|base| (field.clone(), Base::from(base))));
        open.fields.insert(field, serde_json::from_str(&value)?);
    }
    Ok(Some(open))
}

/// Whether any form of this kind is open.
pub fn has_form_of(connection: &Connection, kind: &KindEntry) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM form WHERE kind = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row(params![kind.number], |row| row.get(0))?)
}

/// All open forms, the one begun last first.
pub fn list_forms(connection: &Connection) -> Result<Vec<OpenForm>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM form ORDER BY started DESC, id")?;
    let ids: Vec<[u8; 16]> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let forms = ids.into_iter().map(|id| find_form(connection, EntityId(Uuid::from_bytes(id))));
    Ok(forms.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// Closes a form, in the transaction that saves what it held.
pub fn close_form(transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM form WHERE id = ?1")?.execute(params![id.0.as_bytes()])?;
    Ok(())
}
