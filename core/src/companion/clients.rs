//! The client of a case.

use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{Client, ClientStatus, LinkWorkerCard};
use crate::model::{Audience, CaseId, EntityId, Fields, State, StreamRef, from_fields};
use crate::store::record;

/// A client's record, with whether the server has it.
#[derive(Clone, PartialEq, Eq)]
pub struct ClientView {
    /// The case.
    pub case: CaseId,
    /// The record.
    pub client: Client,
    /// Whether this phone holds changes the server does not have.
    pub unsent: bool,
}

/// What is known of a client who is met for the first time.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewClient {
    /// Full name as the client gives it.
    pub name: String,
    /// What the client likes to be called.
    pub known_as: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The GP practice that referred the client.
    pub practice: Option<String>,
    /// Long-term conditions, as short words.
    pub conditions: Vec<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where the client lives.
    pub address: Option<String>,
    /// How it is safe to reach the client.
    pub safe_contact: Option<String>,
}

impl Companion {
    /// Opens a case for a client; works with no signal, and the case is this link worker's.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a name.
    pub fn add_client(&self, new: &NewClient) -> Result<CaseId, CompanionError> {
        if new.name.trim().is_empty() {
            return Err(CompanionError::invalid("name", Reason::Empty));
        }
        let case = CaseId(self.ids.uuid());
        self.write(|writing| {
            let client = Client {
                name: new.name.clone(),
                known_as: new.known_as.clone(),
                birth_year: new.birth_year,
                practice: new.practice.clone(),
                conditions: new.conditions.clone(),
                consent: Some(true),
                phone: new.phone.clone(),
                address: new.address.clone(),
                safe_contact: new.safe_contact.clone(),
                status: Some(ClientStatus::Active),
                since: Some(writing.reading.wall),
                ..Client::default()
            };
            writing.create(EntityId(case.0), StreamRef::of_case(case, Audience::Core), &client)
        })?;
        Ok(case)
    }

    /// The client of `case`.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when this phone does not have the case.
    pub fn client(&self, case: CaseId) -> Result<ClientView, CompanionError> {
        let row = self.store.read(|connection| record::find(connection, EntityId(case.0)))?;
        let row = row.ok_or(CompanionError::NotFound)?;
        Ok(ClientView { case, client: from_fields(&row.fields)?, unsent: row.pending })
    }

    /// Writes how it is safe to reach the client, in words.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; [`CompanionError::Invalid`] when it is too long.
    pub fn set_safe_contact(&self, case: CaseId, words: &str) -> Result<(), CompanionError> {
        self.write(|writing| {
            let fields = Fields::from([("safe_contact".to_owned(), words.into())]);
            writing.set(EntityId(case.0), fields)
        })
    }

    /// Gives the client the card of their link worker: this person, what they do and how to reach them.
    ///
    /// # Errors
    /// The store's; [`CompanionError::NotAllowed`] for anybody but a link worker.
    pub fn introduce_link_worker(
        &self,
        case: CaseId,
        what_they_do: &str,
        reach: &str,
    ) -> Result<(), CompanionError> {
        self.write(|writing| {
            let card = LinkWorkerCard {
                person: Some(writing.who.person),
                name: writing.who.name.clone(),
                what_they_do: what_they_do.to_owned(),
                employer: writing.who.organisation_name.clone(),
                reach: reach.to_owned(),
            };
            writing.put(LinkWorkerCard::id_of(case), StreamRef::of_case(case, Audience::Shared), &card)
        })
    }

    /// The card of the client's link worker; nothing before they were introduced, and while nobody has the case.
    ///
    /// # Errors
    /// The store's.
    pub fn link_worker(&self, case: CaseId) -> Result<Option<LinkWorkerCard>, CompanionError> {
        let row = self.store.read(|connection| record::find(connection, LinkWorkerCard::id_of(case)))?;
        let row = row.filter(|row| row.state != State::Archived);
        Ok(row.map(|row| from_fields(&row.fields)).transpose()?)
    }
}
