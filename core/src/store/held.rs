//! A record in the hand: what is shown, what the server said, and the way between them. Pure but for its load and keep.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use super::record::Siblings;
use super::{StoreError, index, numbers, service_index};
use crate::model::{Act, Base, EntityId, Fields, Op, Publication, State, content_hash};

/// What the server said of a record, kept for as long as this phone's own work stands on top of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Mirrored {
    pub(super) state: State,
    pub(super) fields: Fields,
    /// The pending operation that last wrote a field.
    pub(super) writers: BTreeMap<String, u64>,
}

/// Where the indexes find a record: its stream, its kind's time, its kind's parent.
pub(super) type Place = (i64, Option<i64>, Option<[u8; 16]>);

/// A record in the hand.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) no: Option<i64>,
    /// Where the indexes find it, if the file has it.
    pub(super) place: Option<Place>,
    pub(super) id: EntityId,
    pub(super) stream: i64,
    pub(super) kind: String,
    pub(super) state: State,
    pub(super) fields: Fields,
    pub(super) author: i64,
    pub(super) rev: u32,
    pub(super) revs: BTreeMap<String, u32>,
    pub(super) listing: i64,
    pub(super) mirror: Option<Mirrored>,
    pub(super) siblings: Option<String>,
    pub(super) seal: Option<String>,
}

impl Held {
    /// A record the store does not have yet.
    pub(super) fn new(id: EntityId, stream: i64, kind: &str, author: i64) -> Self {
        Self {
            no: None,
            place: None,
            id,
            stream,
            kind: kind.to_owned(),
            state: State::Active,
            fields: Fields::new(),
            author,
            rev: 0,
            revs: BTreeMap::new(),
            listing: 0,
            mirror: None,
            siblings: None,
            seal: None,
        }
    }

    /// Reads the record with this id, shown or not.
    pub(super) fn find(connection: &Connection, id: EntityId) -> Result<Option<Self>, StoreError> {
        let sql =
            "SELECT r.no, r.stream, k.name, r.state, r.fields, r.author, r.rev, r.revs, r.listing, r.mirror,
                   r.siblings, r.seal, r.at, r.parent FROM record r JOIN kind k ON k.no = r.kind WHERE r.id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let found = statement.query_row(params![id.0.as_bytes()], |row| {
            let texts: (String, Option<String>, Option<String>) = (row.get(4)?, row.get(7)?, row.get(9)?);
            let (state, stream): (u8, i64) = (row.get(3)?, row.get(1)?);
            let held = Self {
                no: row.get(0)?,
                place: Some((stream, row.get(12)?, row.get(13)?)),
                listing: row.get(8)?,
                rev: row.get(6)?,
                siblings: row.get(10)?,
                seal: row.get(11)?,
                ..Self::new(id, stream, row.get_ref(2)?.as_str().unwrap_or_default(), row.get(5)?)
            };
            Ok((held, state, texts))
        });
        let Some((held, state, (fields, revs, mirror))) = found.optional()? else {
            return Ok(None);
        };
        Ok(Some(Self {
            state: State::find(state).ok_or(StoreError::Unreadable)?,
            fields: serde_json::from_str(&fields)?,
            revs: revs.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default(),
            mirror: mirror.as_deref().map(serde_json::from_str).transpose()?,
            ..held
        }))
    }

    /// Writes it back. Whoever stays where they were costs the indexes nothing: SQLite writes an index again for every column of
    /// it that is named, whatever the value.
    pub(super) fn keep(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        let (at, parent) = numbers::place(&self.kind, &self.fields);
        let revs = (!self.revs.is_empty()).then(|| serde_json::to_string(&self.revs)).transpose()?;
        let mirror = self.mirror.as_ref().map(serde_json::to_string).transpose()?;
        let fields = serde_json::to_string(&self.fields)?;
        let kind = numbers::kind_no(transaction, &self.kind)?;
        let sql = match self.place {
            None => "INSERT INTO record (id, stream, kind, state, at, parent, author, rev, revs, listing, fields, mirror, siblings, seal)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            Some(place) if place == (self.stream, at, parent) => {
                "UPDATE record SET state = ?4, author = ?7, rev = ?8, revs = ?9, listing = ?10, fields = ?11, mirror = ?12,
                   siblings = ?13, seal = ?14 WHERE id = ?1"
            }
            Some(_) => "UPDATE record SET stream = ?2, kind = ?3, state = ?4, at = ?5, parent = ?6, author = ?7, rev = ?8, revs = ?9,
                        listing = ?10, fields = ?11, mirror = ?12, siblings = ?13, seal = ?14 WHERE id = ?1",
        };
        transaction.prepare_cached(sql)?.execute(params![
            self.id.0.as_bytes(),
            self.stream,
            kind,
            self.state.number(),
            at,
            parent,
            self.author,
            self.rev,
            revs,
            self.listing,
            fields,
            mirror,
            self.siblings,
            self.seal,
        ])?;
        let no = self.no.unwrap_or_else(|| transaction.last_insert_rowid());
        service_index::keep(transaction, no, *self.id.0.as_bytes(), &self.kind, &self.fields)?;
        self.no.map_or(Ok(()), |no| index::touch(transaction, no))
    }

    /// Removes it.
    pub(super) fn delete(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        let Some(no) = self.no else { return Ok(()) };
        index::forget(transaction, no)?;
        transaction.prepare_cached("DELETE FROM record WHERE no = ?1")?.execute(params![no])?;
        index::lower_mark(transaction)
    }

    /// What the server said, set apart from what is shown.
    pub(super) fn mirrored(&mut self) -> &mut Mirrored {
        let (state, fields) = (self.state, &self.fields);
        self.mirror.get_or_insert_with(|| Mirrored {
            state,
            fields: fields.clone(),
            writers: BTreeMap::new(),
        })
    }

    /// What this phone knows this field to have been last.
    pub(super) fn base(&self, field: &str) -> Base {
        let own = self.mirror.as_ref().and_then(|mirror| mirror.writers.get(field));
        let said = self.mirror.as_ref().map_or(&self.fields, |mirror| &mirror.fields);
        match own {
            Some(n) => Base::Own(*n),
            None if said.contains_key(field) => Base::Revision(self.rev_of(field)),
            None => Base::Absent,
        }
    }

    /// The revision in which the server last saw `field` written.
    pub(super) fn rev_of(&self, field: &str) -> u32 {
        self.revs.get(field).copied().unwrap_or(self.rev)
    }

    /// Shows operation `n` on top.
    pub(super) fn show(&mut self, n: u64, op: &Op) {
        let mirror = self.mirrored();
        mirror.writers.extend(op.fields.keys().map(|field| (field.clone(), n)));
        apply(&mut self.state, &mut self.fields, op);
    }

    /// The server applied operation `n` as written: it is part of what the server says now. What it sealed is what is shown here,
    /// if that has the hash: also where an edit before it was merged, whose outcome is in no listing once the draft is published.
    pub(super) fn adopt(&mut self, n: u64, op: &Op, rev: u32) {
        let seals = |said: &Publication| content_hash(&self.kind, &self.fields) == said.hash;
        let sealed = op.publication.as_ref().is_some_and(seals).then(|| self.fields.clone());
        let mirror = self.mirrored();
        apply(&mut mirror.state, &mut mirror.fields, op);
        if let Some(sealed) = sealed {
            mirror.fields = sealed;
        }
        mirror.writers.retain(|_, writer| *writer != n);
        let fields = op.fields.keys().map(|field| (field.as_str(), rev)).collect();
        self.advance(rev, &fields);
    }

    /// The server settled these texts: they no longer stand beside.
    pub(super) fn settled(&mut self, resolved: &BTreeMap<String, Vec<u32>>) -> Result<(), StoreError> {
        let Some(text) = self.siblings.as_deref().filter(|_| !resolved.is_empty()) else { return Ok(()) };
        let mut siblings: Siblings = serde_json::from_str(text)?;
        for (field, revs) in resolved {
            if let Some(texts) = siblings.get_mut(field) {
                texts.retain(|text| !revs.contains(&text.rev));
            }
        }
        siblings.retain(|_, texts| !texts.is_empty());
        self.siblings = (!siblings.is_empty()).then(|| serde_json::to_string(&siblings)).transpose()?;
        Ok(())
    }

    /// Notes that the record is at `rev` and these fields were written in the revisions given.
    pub(super) fn advance(&mut self, rev: u32, written: &BTreeMap<&str, u32>) {
        let said = self.mirror.as_ref().map_or(&self.fields, |mirror| &mirror.fields);
        let revs = said.keys().map(|field| {
            let last = written.get(field.as_str()).copied().unwrap_or_else(|| self.rev_of(field));
            (field.clone(), last)
        });
        self.revs = revs.filter(|(_, last)| *last != rev).collect();
        self.rev = rev;
    }

    /// Shows what the server said with `standing` on top; nothing on top means nothing to set apart.
    pub(super) fn rebuild(&mut self, standing: &[(u64, Op)]) {
        if let Some(mirror) = self.mirror.take() {
            self.state = mirror.state;
            self.fields = mirror.fields;
        }
        for (n, op) in standing {
            self.show(*n, op);
        }
    }
}

/// What an operation does to the record it is about, as the phone shows it at once.
fn apply(state: &mut State, fields: &mut Fields, op: &Op) {
    fields.extend(op.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
    *state = match op.act {
        Act::Publish => State::Published,
        Act::Archive => State::Archived,
        Act::Void => State::Voided,
        Act::Resolve if *state == State::NeedsConfirmation && op.fields.is_empty() => State::Sealed,
        Act::Create | Act::Set | Act::Unarchive if !state.is_sealed() => State::Active,
        _ => *state,
    };
}
