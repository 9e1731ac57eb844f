//! What can go wrong under a write, for whoever needs to make it go wrong: a simulator stops the phone or fills the disk
//! there. The product gives none.

use rusqlite::Connection;

use super::error::StoreError;

/// The moments of a write that differ after a crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The transaction has begun and nothing is written.
    Begun,
    /// All is written and nothing is durable.
    Committing,
    /// All is durable and the caller does not know.
    Committed,
}

/// Stands under a store and is asked at each [`Moment`] of each write.
pub trait Disk: Send + Sync {
    /// Lets the write go on, or fails it. May set limits on the connection, such as the number of pages.
    ///
    /// # Errors
    /// What the store's caller gets; before [`Moment::Committed`] nothing was written then.
    fn at(&self, moment: Moment, connection: &Connection) -> Result<(), StoreError>;
}

/// Asks the disk, where there is one.
pub(super) fn ask(
    disk: Option<&dyn Disk>,
    moment: Moment,
    connection: &Connection,
) -> Result<(), StoreError> {
    disk.map_or(Ok(()), |disk| disk.at(moment, connection))
}
