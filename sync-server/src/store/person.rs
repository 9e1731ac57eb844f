//! People who sign in or carry a phone.

use alongside_core::model::{CaseId, PersonId, Role, Timestamp};

use super::{CaseNo, OrgNo, PersonNo, Seq, StoreError};

/// A person. `Debug` leaves out names.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Their row.
    pub no: PersonNo,
    /// Their id.
    pub id: PersonId,
    /// Their organisation.
    pub org: OrgNo,
    /// What they do.
    pub role: Role,
    /// Their name.
    pub name: String,
    /// What they sign in with on the web, if they may.
    pub login: Option<String>,
    /// A client's own case.
    pub case: Option<CaseId>,
    /// The highest commit that changed anything they may read.
    pub dirty_seq: Seq,
    /// When they left, if they did.
    pub disabled_at: Option<Timestamp>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("id", &self.id).field("role", &self.role).finish_non_exhaustive()
    }
}

/// Somebody who signs in on the web.
#[derive(Clone)]
pub struct SignIn {
    /// Who.
    pub person: Person,
    /// Their password's argon2id hash, as a PHC string.
    pub password_hash: String,
}

/// A person to be added.
pub struct NewPerson<'a> {
    /// Their id.
    pub id: PersonId,
    /// Their organisation.
    pub org: OrgNo,
    /// What they do.
    pub role: Role,
    /// Their name.
    pub name: &'a str,
    /// Login and password hash of somebody who signs in on the web.
    pub sign_in: Option<(&'a str, &'a str)>,
    /// When.
    pub at: Timestamp,
}

/// Reads of people.
pub trait PersonReads {
    /// The person with this id, in whichever organisation.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_person(&self, id: PersonId) -> Result<Option<Person>, StoreError>;

    /// Who signs in with `login`; supervisors only have one.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_sign_in(&self, login: &str) -> Result<Option<SignIn>, StoreError>;

    /// Everybody in an organisation, oldest first, those who left included.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_people(&self, org: OrgNo) -> Result<Vec<Person>, StoreError>;
}

/// Writes of people.
pub trait PersonWrites {
    /// Adds a person.
    ///
    /// # Errors
    /// When the id or login is taken, or the storage cannot be written.
    fn add_person(&mut self, person: &NewPerson<'_>) -> Result<PersonNo, StoreError>;

    /// Says which case a client's own is.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn set_own_case(&mut self, person: PersonNo, case: CaseNo) -> Result<(), StoreError>;

    /// Notes that a person has left. Their phones and web sessions are refused from the next request on.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn disable_person(&mut self, person: PersonNo, at: Timestamp) -> Result<(), StoreError>;
}
