//! Everybody on this phone and when the two were last in touch: two reads and one row for each client, however long the history.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;

use super::CompanionError;
use super::held::{Held, held, list};
use crate::journey::contacts::was_in_touch;
use crate::model::kinds::{Client, Contact, Outcome};
use crate::model::{Audience, CaseId, Choice, Record, Timestamp};
use crate::store::{Listing, RecordRow, record};

/// Everybody on this phone, and when the two were last in touch.
pub(super) struct People {
    pub(super) clients: BTreeMap<CaseId, Client>,
    pub(super) in_touch: HashMap<CaseId, Timestamp>,
}

impl People {
    pub(super) fn load(connection: &Connection) -> Result<Self, CompanionError> {
        let clients = record::list_for(connection, Audience::Core, Listing::of(Client::ENTRY))?;
        let clients = by_case::<Client>(&clients).map(|(case, held)| (case, held.record)).collect();
        let two_way = Outcome::TwoWay.name();
        let last = record::list_newest_with(connection, Audience::Work, Contact::ENTRY, "outcome", two_way)?;
        let mut in_touch = HashMap::new();
        for (case, last) in by_case::<Contact>(&last) {
            in_touch.extend(last_in_touch(connection, case, &last.record)?.map(|at| (case, at)));
        }
        Ok(Self { clients, in_touch })
    }
}

/// An exchange of no time at all is none: only then is more of the history read.
fn last_in_touch(
    connection: &Connection,
    case: CaseId,
    last: &Contact,
) -> Result<Option<Timestamp>, CompanionError> {
    if was_in_touch(last) {
        return Ok(Some(last.at));
    }
    let contacts = list::<Contact>(connection, case)?;
    Ok(contacts.iter().find(|held| was_in_touch(&held.record)).map(|held| held.record.at))
}

/// Records with their case. One that this version cannot read is left out: it must not take the day with it.
pub(super) fn by_case<R: Record>(rows: &[RecordRow]) -> impl Iterator<Item = (CaseId, Held<R>)> {
    rows.iter().filter_map(|row| Some((row.stream.case()?, held::<R>(row).ok()?)))
}
