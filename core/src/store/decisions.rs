//! What waits for a person on this phone: records with more than one text, and work of this phone that did not simply apply.

use rusqlite::{Connection, Transaction, params};

use super::held::Held;
use super::outbox::{self, Remark};
use super::record::{self, RecordRow};
use super::settle::refresh;
use super::{StoreError, erasing};
use crate::model::{Act, Base, Bases, EntityId, Op, Outcome, Why, sort_by_key};

/// A record with a field that has more than one text, and what a writer has to say they saw of it.
#[derive(Clone, Debug)]
pub struct Unsettled {
    /// The record as it is shown, without the texts that this phone has settled and the server has not heard of.
    pub row: RecordRow,
    /// What this phone knows each such field to have been last.
    pub bases: Vec<(String, Base)>,
}

/// Records with unsettled texts, in the order in which they came.
pub fn list_unsettled(connection: &Connection) -> Result<Vec<Unsettled>, StoreError> {
    let mut found = Vec::new();
    for mut row in record::list_with_siblings(connection)? {
        forget_settled(connection, &mut row)?;
        if row.siblings.is_empty() {
            continue;
        }
        let held = Held::find(connection, row.id)?.ok_or(StoreError::NoSuchRecord)?;
        let base = |field: &String| (field.clone(), held.base(field));
        let bases = row.siblings.keys().map(base).collect();
        found.push(Unsettled { row, bases });
    }
    Ok(found)
}

/// Texts that this phone has settled are not asked about again while the server has not answered.
fn forget_settled(connection: &Connection, row: &mut RecordRow) -> Result<(), StoreError> {
    for (_, op) in outbox::list_on(connection, row.id)? {
        for (field, revs) in op.resolved {
            if let Some(texts) = row.siblings.get_mut(&field) {
                texts.retain(|text| !revs.contains(&text.rev));
            }
        }
    }
    row.siblings.retain(|_, texts| !texts.is_empty());
    Ok(())
}

/// An operation that settles a field of `record`: it names the texts that were seen, and what stood when they were.
pub fn resolution(
    record: EntityId,
    field: &str,
    value: serde_json::Value,
    (base, seen): (Base, Vec<u32>),
) -> Op {
    Op {
        fields: [(field.to_owned(), value)].into(),
        bases: Bases::All(base),
        resolved: [(field.to_owned(), seen)].into(),
        ..Op::bare(Act::Resolve, record)
    }
}

/// Work of this phone that did not simply apply and that nobody has taken note of, oldest first.
pub fn list_unheard(connection: &Connection) -> Result<Vec<Remark>, StoreError> {
    let mut remarks = outbox::list_remarks(connection)?;
    remarks.extend(outbox::list_edit_won(connection)?);
    sort_by_key(&mut remarks, |remark| remark.n);
    // One that was put out of the way of new numbers has a negative one.
    let heard = "SELECT heard FROM outbox WHERE n = ?1 OR n = ?2";
    let mut statement = connection.prepare_cached(heard)?;
    let mut unheard = Vec::new();
    for remark in remarks {
        let n = i64::try_from(remark.n).unwrap_or(i64::MAX);
        if !statement.query_row(params![n, -n], |row| row.get::<_, bool>(0))? {
            unheard.push(remark);
        }
    }
    Ok(unheard)
}

/// Notes that a person has taken note of what became of operation `n`; says whether there is such an operation.
pub fn note_heard(transaction: &Transaction<'_>, n: u64) -> Result<bool, StoreError> {
    let sql = "UPDATE outbox SET heard = 1 WHERE (n = ?1 OR n = ?2) AND outcome IS NOT NULL AND outcome <> 'parked'";
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    Ok(transaction.execute(sql, params![n, -n])? > 0)
}

/// Takes in what became, after all, of operations that the server had set aside: their numbers, outcomes and reasons.
pub fn take_settled(
    transaction: &Transaction<'_>,
    settled: &[(u64, Outcome, Option<Why>)],
) -> Result<(), StoreError> {
    for (n, outcome, why) in settled {
        let Some(op) = outbox::find(transaction, *n)? else { continue };
        if *outcome == Outcome::Erased {
            erasing::forget_op(transaction, *n, &op)?;
            continue;
        }
        outbox::settle(transaction, *n, *outcome, *why)?;
        refresh(transaction, op.entity)?;
    }
    Ok(())
}
