//! The list of cases: the first screen of a link worker.

use rusqlite::Connection;

use super::contacts::{NextContactView, next_contact};
use super::{Companion, CompanionError};
use crate::model::kinds::{Client, ClientStatus, Contact};
use crate::model::{Audience, CaseId, Record, StreamRef, Timestamp, from_fields};
use crate::store::{Listing, RecordRow, record};

/// A line of the caseload.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseSummary {
    /// The case.
    pub case: CaseId,
    /// The client's name.
    pub name: String,
    /// What the client likes to be called.
    pub known_as: Option<String>,
    /// Year of birth, beside the name so that two people of one name are told apart.
    pub birth_year: Option<i64>,
    /// Where the journey stands.
    pub status: ClientStatus,
    /// When the two last met or tried to.
    pub last_contact: Option<Timestamp>,
    /// When they will next.
    pub next_contact: Option<NextContactView>,
    /// Whether this phone holds work on the client's record that the server does not have.
    pub unsent: bool,
}

impl std::fmt::Debug for CaseSummary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CaseSummary").field("case", &self.case).finish_non_exhaustive()
    }
}

impl Companion {
    /// All cases on this phone, by name.
    ///
    /// # Errors
    /// The store's.
    pub fn caseload(&self) -> Result<Vec<CaseSummary>, CompanionError> {
        let mut cases = self.look(|connection| {
            let clients = record::list_for(connection, Audience::Core, Listing::of(Client::ENTRY))?;
            clients
                .iter()
                .filter_map(|row| summary(connection, row).transpose())
                .collect::<Result<Vec<_>, _>>()
        })?;
        cases.sort_by(|one, other| (&one.name, one.case).cmp(&(&other.name, other.case)));
        Ok(cases)
    }
}

fn summary(connection: &Connection, row: &RecordRow) -> Result<Option<CaseSummary>, CompanionError> {
    let (Some(case), Ok(client)) = (row.stream.case(), from_fields::<Client>(&row.fields)) else {
        return Ok(None);
    };
    let work = StreamRef::of_case(case, Audience::Work);
    let last = record::list_in(connection, work, Listing::of(Contact::ENTRY).first(1))?;
    let last_contact = last.first().and_then(|row| from_fields::<Contact>(&row.fields).ok());
    Ok(Some(CaseSummary {
        case,
        name: client.name,
        known_as: client.known_as,
        birth_year: client.birth_year,
        status: client.status.unwrap_or(ClientStatus::Active),
        last_contact: last_contact.map(|contact| contact.at),
        next_contact: next_contact(connection, case)?,
        unsent: row.pending,
    }))
}
