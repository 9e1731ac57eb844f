//! Sessions of people who signed in on the web, kept by the hash of their token.

use alongside_core::model::Timestamp;

use super::{Person, PersonNo, StoreError};

/// A session.
#[derive(Clone, Debug)]
pub struct WebSession {
    /// Whose it is. Look at `disabled_at` on every request.
    pub person: Person,
    /// What forms must carry.
    pub csrf: Vec<u8>,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used.
    pub seen_at: Timestamp,
}

/// Reads of web sessions.
pub trait WebSessionReads {
    /// The session whose token has this SHA-256.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_web_session(&self, token_hash: [u8; 32]) -> Result<Option<WebSession>, StoreError>;
}

/// Writes of web sessions.
pub trait WebSessionWrites {
    /// Begins a session.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_web_session(
        &mut self,
        token_hash: [u8; 32],
        person: PersonNo,
        csrf: &[u8],
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Notes that a session was used.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn note_web_session(&mut self, token_hash: [u8; 32], at: Timestamp) -> Result<(), StoreError>;

    /// Ends a session.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn end_web_session(&mut self, token_hash: [u8; 32]) -> Result<(), StoreError>;

    /// Forgets sessions that began before `created` or were last used before `seen`.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn forget_web_sessions(&mut self, created: Timestamp, seen: Timestamp) -> Result<(), StoreError>;
}
