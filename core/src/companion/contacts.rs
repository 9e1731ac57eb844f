//! Contacts, and the next one, which the client sees.

use rusqlite::Connection;

use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{Contact, Direction, Mode, NextContact, Outcome, Purpose};
use crate::model::{Audience, CaseId, EntityId, Record, StreamRef, Timestamp, from_fields};
use crate::store::{Listing, StoreError, record};

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub contact: Contact,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A contact as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// When it happened; now when nothing is said.
    pub at: Option<Timestamp>,
    /// How the two met.
    pub mode: Mode,
    /// Who began it.
    pub direction: Direction,
    /// What it was for; at least one.
    pub purposes: Vec<Purpose>,
    /// Whether the client knew beforehand.
    pub agreed_before: bool,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took.
    pub minutes: Option<i64>,
    /// Where, in words.
    pub place: Option<String>,
}

/// The next contact as the client sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextContactView {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: Mode,
    /// With whom.
    pub who: String,
    /// What for.
    pub why: String,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Records a contact.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a purpose, or with minutes outside a day.
    pub fn record_contact(&self, case: CaseId, new: &NewContact) -> Result<EntityId, CompanionError> {
        if new.purposes.is_empty() {
            return Err(CompanionError::invalid("purposes", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let at = new.at.unwrap_or(writing.reading.wall);
            let contact = Contact {
                direction: Some(new.direction),
                purposes: new.purposes.clone(),
                agreed_before: Some(new.agreed_before),
                minutes: new.minutes,
                place: new.place.clone(),
                ..Contact::new(at, new.mode, new.outcome)
            };
            writing.create(id, StreamRef::of_case(case, Audience::Work), &contact)
        })?;
        Ok(id)
    }

    /// The contacts of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn contacts(&self, case: CaseId) -> Result<Vec<ContactView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Work);
        let rows =
            self.store.read(|connection| record::list_in(connection, stream, Listing::of(Contact::ENTRY)))?;
        rows.into_iter()
            .map(|row| {
                Ok(ContactView { id: row.id, contact: from_fields(&row.fields)?, unsent: row.pending })
            })
            .collect()
    }

    /// Says when, how and why the next contact is. The client's phone shows it after the next sync.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a reason for it: nobody is called out of the blue.
    pub fn plan_next_contact(
        &self,
        case: CaseId,
        at: Timestamp,
        mode: Mode,
        why: &str,
    ) -> Result<(), CompanionError> {
        if why.trim().is_empty() {
            return Err(CompanionError::invalid("why", Reason::Empty));
        }
        self.write(|writing| {
            let made_at = Some(writing.reading.wall);
            let next = NextContact {
                made_at,
                ..NextContact::new(at, mode, writing.who.name.clone(), why.to_owned())
            };
            writing.put(NextContact::id_of(case), StreamRef::of_case(case, Audience::Shared), &next)
        })
    }

    /// The next contact of a case.
    ///
    /// # Errors
    /// The store's.
    pub fn next_contact(&self, case: CaseId) -> Result<Option<NextContactView>, CompanionError> {
        Ok(self.store.read(|connection| next_contact(connection, case))?)
    }
}

pub(super) fn next_contact(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<NextContactView>, StoreError> {
    let Some(row) = record::find(connection, NextContact::id_of(case))? else {
        return Ok(None);
    };
    let next: NextContact = from_fields(&row.fields).map_err(|_| StoreError::Unreadable)?;
    Ok(Some(NextContactView {
        at: next.at,
        mode: next.mode,
        who: next.who,
        why: next.why,
        unsent: row.pending,
    }))
}
