//! Finding words in what is on this phone.

use super::{Companion, CompanionError};
use crate::model::catalogue::find_kind;
use crate::model::{CaseId, EntityId, FieldType, Timestamp};
use crate::store::{RecordRow, index, search};

/// A record in which the words were found.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// The record.
    pub id: EntityId,
    /// Its kind, by catalogue name.
    pub kind: String,
    /// The case it is about, when it is about one.
    pub case: Option<CaseId>,
    /// When it happened, when its kind says so.
    pub at: Option<Timestamp>,
    /// The beginning of its text.
    pub text: String,
}

impl Companion {
    /// Records that hold every word of `words`, best first, or those that came last where there are thousands; at most `limit`.
    /// The last word may be unfinished from its second letter on; accents and case do not matter. What came since the app last
    /// waited for news is looked through too, as far as that is done at once: right after a first sync the rest is found a moment
    /// later (see [`Companion::wait_for_news`]).
    ///
    /// # Errors
    /// The store's.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Found>, CompanionError> {
        self.index_some()?;
        let rows = self.store.read(|connection| search::find_words(connection, words, limit))?;
        Ok(rows.iter().map(found).collect())
    }

    /// Indexes so many records as nobody waits for noticeably; writes nothing when there are none. Says whether more are left.
    pub(super) fn index_some(&self) -> Result<bool, CompanionError> {
        let behind = self.store.read(index::is_behind)?;
        Ok(behind && self.store.write(|transaction| index::catch_up(transaction, AT_ONCE))?)
    }
}

/// How many records are indexed in one step.
const AT_ONCE: usize = 500;

fn found(row: &RecordRow) -> Found {
    let kind = find_kind(&row.kind);
    let time = kind.and_then(|kind| kind.time).and_then(|time| row.fields.get(time)?.as_i64());
    let own_case = || row.fields.get("case")?.as_str()?.parse().ok();
    let texts = row.fields.iter().filter_map(|(name, value)| {
        let is_text =
            kind.and_then(|kind| kind.find_field(name)).is_some_and(|field| field.holds == FieldType::Text);
        is_text.then_some(value.as_str()?)
    });
    Found {
        id: row.id,
        kind: row.kind.clone(),
        case: row.stream.case().or_else(own_case),
        at: time.map(Timestamp),
        text: texts.max_by_key(|text| text.len()).unwrap_or_default().chars().take(160).collect(),
    }
}
