//! Reading streams into pages until the answer is full.

use alongside_core::model::{Audience, State};
use alongside_core::wire::{Page, Row};

use super::people::People;
use super::plan::StreamRead;
use super::row::row;
use super::size::PageSize;
use crate::engine::push::{Echo, value_bytes};
use crate::store::{Batch, Position, ReadTxn, Seq, StoreError, StoredRecord};

/// About what a row takes beside its content: id, kind, revision, punctuation.
const ROW_BYTES: usize = 96;

/// The pages of an answer while they are filled.
pub(super) struct Pages<'a> {
    txn: &'a dyn ReadTxn,
    from: Seq,
    left: PageSize,
    echo: Option<&'a Echo>,
    pages: Vec<Page>,
    people: People,
}

impl<'a> Pages<'a> {
    pub(super) fn new(txn: &'a dyn ReadTxn, from: Seq, size: PageSize, echo: Option<&'a Echo>) -> Self {
        Self { txn, from, left: size, echo, pages: Vec::new(), people: People::default() }
    }

    /// Reads a stream. Answers where it had to stop, if the answer was full before the stream was.
    pub(super) fn read(&mut self, read: StreamRead) -> Result<Option<Position>, StoreError> {
        if self.left.is_full() {
            return Ok(Some(read.start));
        }
        if self.is_known(&read)? {
            return Ok(None);
        }
        let (mut rows, mut position) = (Vec::new(), read.start);
        let stopped = loop {
            let batch = Batch { rows: self.left.rows, bytes: self.left.bytes };
            let (records, more) = self.txn.list_records(read.stream, position, batch)?;
            if let Some(last) = records.last() {
                position = Position { seq: last.seq, no: last.no };
            }
            for record in records {
                rows.extend(self.take(record, &read));
            }
            if !more {
                break None;
            }
            if self.left.is_full() {
                break Some(position);
            }
        };
        if !rows.is_empty() || (read.announce && stopped.is_none()) {
            self.left.take(0, ROW_BYTES);
            self.pages.push(Page { s: read.name, full: read.full, ready: stopped.is_none(), rows });
        }
        Ok(stopped)
    }

    /// Whether nothing changed in a stream but what the phone has just said itself.
    fn is_known(&self, read: &StreamRead) -> Result<bool, StoreError> {
        let Some(echo) = self.echo.filter(|_| !read.full && !read.announce) else { return Ok(false) };
        let known = echo.count(read.name, self.from);
        Ok(known > 0 && self.txn.count_changed(read.stream, self.from)? == known)
    }

    /// How many pages there are.
    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    /// Keeps the first `pages` alone.
    pub(super) fn cut(&mut self, pages: usize) {
        self.pages.truncate(pages);
    }

    /// The row of a record, unless the phone knows it already or has no use for it: a draft that was published says nothing
    /// its sealed copy does not.
    fn take(&mut self, record: StoredRecord, read: &StreamRead) -> Option<Row> {
        if !read.full && self.echo.is_some_and(|echo| echo.covers(&record, self.from)) {
            return None;
        }
        if read.full && record.entity.state == State::Published {
            return None;
        }
        let since = if read.full || is_draft(read) { Seq::default() } else { self.from };
        let row = row(record, since, &mut self.people);
        self.left.take(1, row_bytes(&row));
        Some(row)
    }

    /// The pages, and the people their rows point at.
    pub(super) fn close(self) -> (Vec<Page>, People) {
        (self.pages, self.people)
    }
}

/// Drafts are sent with all their fields: one that is opened again may be new to the phone.
fn is_draft(read: &StreamRead) -> bool {
    read.name.audience == Audience::Private
}

fn row_bytes(row: &Row) -> usize {
    let fields = row.f.iter().map(|(name, value)| name.len() + value_bytes(value) + 4);
    let siblings = row.sib.values().flatten().map(|sibling| value_bytes(&sibling.value) + ROW_BYTES);
    ROW_BYTES + fields.sum::<usize>() + siblings.sum::<usize>()
}
