//! The one way a use case writes: checked against the catalogue and against access, then op and effect in one transaction.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rusqlite::Transaction;
use serde_json::Value;

use super::saying::{Saying, end, end_what_is_said};
use super::{Change, Companion, CompanionError};
use crate::access::{Attempt, Refusal, audiences, may_write, organisation_audiences};
use crate::model::catalogue::{check_fields, find_kind};
use crate::model::{
    Act, Audience, Base, EntityId, Fields, Op, Record, State, StreamRef, VOID_REASON, to_fields,
};
use crate::ports::Reading;
use crate::store::{Identity, StoreError, identity, local, record};

/// A transaction in which one person's work is written; what it writes stands or falls together.
pub(super) struct Writing<'a> {
    pub(super) transaction: &'a Transaction<'a>,
    pub(super) who: Identity,
    pub(super) reading: Reading,
    /// What was half said until now and is said by this.
    said: RefCell<Vec<EntityId>>,
    written: Cell<bool>,
}

impl Companion {
    /// Runs `work` as one durable save.
    pub(super) fn write<T>(
        &self,
        work: impl Fn(&Writing<'_>) -> Result<T, CompanionError>,
    ) -> Result<T, CompanionError> {
        let reading = self.clock.read();
        let refused = Cell::new(None);
        let said = RefCell::default();
        let done = self.store.write(|transaction| {
            let who = identity::load_identity(transaction)?;
            let (reading, written) = (reading.clone(), Cell::new(false));
            let writing = Writing { transaction, who, reading, said: RefCell::default(), written };
            let done = work(&writing).map_err(|error| match error {
                CompanionError::Store(error) => error,
                other => {
                    refused.set(Some(other));
                    StoreError::NoSuchRecord
                }
            })?;
            said.replace(writing.said.into_inner());
            Ok(done)
        });
        match (done, refused.take()) {
            (Err(StoreError::NoSuchRecord), Some(refusal)) => Err(refusal),
            (Err(StoreError::NoSuchRecord), None) => Err(CompanionError::NotFound),
            (done, _) => {
                let done = done?;
                said.into_inner().into_iter().for_each(|form| self.typing.forget(form));
                self.tell(Change::Saved);
                Ok(done)
            }
        }
    }
}

impl Writing<'_> {
    /// A new record in `stream`.
    pub(super) fn create<R: Record>(
        &self,
        id: EntityId,
        stream: StreamRef,
        new: &R,
    ) -> Result<(), CompanionError> {
        self.create_fields(id, stream, R::ENTRY.name, to_fields(new)?)
    }

    pub(super) fn create_fields(
        &self,
        id: EntityId,
        stream: StreamRef,
        kind: &str,
        fields: Fields,
    ) -> Result<(), CompanionError> {
        let mut pieces = pieces(fields).into_iter();
        self.commit(Op::create(id, stream, kind, pieces.next().unwrap_or_default()), stream, kind)?;
        pieces.try_for_each(|piece| self.commit(local::set(self.transaction, id, piece)?, stream, kind))
    }

    /// Fields of a record that exists.
    pub(super) fn set(&self, id: EntityId, fields: Fields) -> Result<(), CompanionError> {
        self.set_over(id, fields, &BTreeMap::new())
    }

    /// Fields of a record that exists, over what their writer saw when they began to type.
    pub(super) fn set_over(
        &self,
        id: EntityId,
        fields: Fields,
        seen: &BTreeMap<String, Base>,
    ) -> Result<(), CompanionError> {
        let row = record::load(self.transaction, id)?;
        let changed: Fields = fields
            .into_iter()
            .filter(|(name, value)| row.fields.get(name).unwrap_or(&Value::Null) != value)
            .collect();
        if changed.is_empty() {
            return Ok(());
        }
        pieces(changed).into_iter().try_for_each(|piece| {
            self.commit(local::set_over(self.transaction, id, piece, seen)?, row.stream, &row.kind)
        })
    }

    /// A new record under an id that may be taken, as with a case's one next contact: then its fields are written.
    pub(super) fn put<R: Record>(
        &self,
        id: EntityId,
        stream: StreamRef,
        new: &R,
    ) -> Result<(), CompanionError> {
        match record::find(self.transaction, id)? {
            Some(_) => self.set(id, to_fields(new)?),
            None => self.create(id, stream, new),
        }
    }

    /// As [`Writing::put`], and what the new record does not say is cleared.
    pub(super) fn replace<R: Record>(
        &self,
        id: EntityId,
        stream: StreamRef,
        new: &R,
    ) -> Result<(), CompanionError> {
        let Some(row) = record::find(self.transaction, id)? else {
            return self.create(id, stream, new);
        };
        let mut fields = to_fields(new)?;
        for (name, value) in &row.fields {
            if !value.is_null() && !fields.contains_key(name) && R::ENTRY.find_field(name).is_some() {
                fields.insert(name.clone(), Value::Null);
            }
        }
        self.set(id, fields)
    }

    /// A draft signed or submitted. It stands by itself: when the server cannot seal it, the draft as it was saved stays.
    pub(super) fn publish(&self, id: EntityId, stream: StreamRef) -> Result<EntityId, CompanionError> {
        let row = record::load(self.transaction, id)?;
        let op = local::publish(self.transaction, id, stream)?;
        let sealed = op.publication.as_ref().map_or(id, |publication| publication.id);
        self.stand_apart();
        self.commit(op, stream, &row.kind)?;
        Ok(sealed)
    }

    /// What is written from here on stands by itself, whatever becomes of what was written before.
    pub(super) fn stand_apart(&self) {
        self.written.set(false);
    }

    /// Several texts of one field settled.
    pub(super) fn resolve(&self, op: Op) -> Result<(), CompanionError> {
        let row = record::load(self.transaction, op.entity)?;
        self.commit(op, row.stream, &row.kind)
    }

    /// A sealed record declared void for `reason`; what it says stays readable.
    pub(super) fn void(&self, id: EntityId, reason: &str) -> Result<(), CompanionError> {
        let row = record::load(self.transaction, id)?;
        if !matches!(row.state, State::Sealed | State::NeedsConfirmation) {
            return Err(CompanionError::NotFound);
        }
        let fields = Fields::from([(VOID_REASON.to_owned(), reason.into())]);
        self.commit(Op { fields, ..Op::bare(Act::Void, id) }, row.stream, &row.kind)
    }

    /// A second submission confirmed: from here on it counts.
    pub(super) fn confirm(&self, id: EntityId) -> Result<(), CompanionError> {
        let row = record::load(self.transaction, id)?;
        if row.state != State::NeedsConfirmation {
            return Err(CompanionError::NotFound);
        }
        self.commit(Op::bare(Act::Resolve, id), row.stream, &row.kind)
    }

    /// A record put away.
    pub(super) fn archive(&self, id: EntityId) -> Result<(), CompanionError> {
        let row = record::load(self.transaction, id)?;
        let op = local::archive(self.transaction, id)?;
        self.commit(op, row.stream, &row.kind)
    }

    /// Ends what was half said in this place, where its words alone would not tell.
    pub(super) fn end_words(&self, saying: &Saying) -> Result<(), CompanionError> {
        self.said.borrow_mut().push(end(self.transaction, saying)?);
        Ok(())
    }

    fn commit(&self, op: Op, stream: StreamRef, kind: &str) -> Result<(), CompanionError> {
        self.check(&op, stream, kind)?;
        let said = end_what_is_said(self.transaction, &op, stream, kind)?;
        self.said.borrow_mut().extend(said);
        let op = Op { joined: self.written.replace(true), ..op };
        local::commit(self.transaction, op, &self.who, &self.reading)?;
        Ok(())
    }

    /// What the server would refuse is refused here, at once and with a reason.
    fn check(&self, op: &Op, stream: StreamRef, kind: &str) -> Result<(), CompanionError> {
        let Some(kind) = find_kind(kind) else {
            return Err(Refusal::Home.into());
        };
        if op.act != Act::Void {
            check_fields(kind, &op.fields)?;
        }
        let fields: Vec<&str> = op.fields.keys().map(String::as_str).collect();
        let theirs = stream == StreamRef::private(self.who.person)
            || audiences(self.who.role).contains(&stream.audience) && stream.audience != Audience::Private
            || organisation_audiences(self.who.role).contains(&stream.audience);
        if !theirs {
            return Err(Refusal::Stream.into());
        }
        let attempt =
            Attempt { role: self.who.role, act: op.act, kind, audience: stream.audience, fields: &fields };
        Ok(may_write(&attempt)?)
    }
}

/// How much of a record one operation carries, in bytes of JSON: what a server takes as one, less what stands around it.
const PIECE_BYTES: usize = crate::wire::limits::MAX_OP_BYTES - 16 * 1024;

/// A long form goes as several operations that stand or fall together; one alone could be more than a server takes.
fn pieces(fields: Fields) -> Vec<Fields> {
    let (mut pieces, mut piece, mut size) = (Vec::new(), Fields::new(), 0);
    for (name, value) in fields {
        let more = name.len() + value.to_string().len();
        if size + more > PIECE_BYTES && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
            size = 0;
        }
        size += more;
        piece.insert(name, value);
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_form_is_cut_between_fields_and_nothing_is_left_out() {
        let field = |n: usize| (format!("comment.q{n:02}"), Value::from("x".repeat(60_000)));
        let fields: Fields = (0..18).map(field).collect();
        let cut = pieces(fields.clone());
        assert!(cut.iter().all(|piece| serde_json::to_string(piece).unwrap().len() <= PIECE_BYTES + 64));
        assert_eq!(cut.len(), 3);
        assert_eq!(cut.into_iter().flatten().collect::<Fields>(), fields);
    }

    #[test]
    fn a_record_without_fields_is_still_one_operation() {
        assert_eq!(pieces(Fields::new()), [Fields::new()]);
    }
}
