//! What an engine does: carry statements out inside one transaction, and hold what nobody else may change meanwhile.

use super::param::Param;
use super::row::Row;
use crate::store::{OrgNo, StoreError};

/// A connection with an open transaction, which is rolled back when this is dropped without a commit.
///
/// Statements are written once for all engines: parameters are `?1`, `?2`…, and an engine that says them otherwise
/// translates.
pub(in crate::store) trait Connection {
    /// Row after row, until `take` answers false. Says whether it was stopped.
    ///
    /// # Errors
    /// What the engine says, and what `take` answers.
    fn each(
        &self,
        sql: &str,
        params: &[Param<'_>],
        take: &mut dyn FnMut(&dyn Row) -> Result<bool, StoreError>,
    ) -> Result<bool, StoreError>;

    /// Writes, and answers how many rows.
    ///
    /// # Errors
    /// What the engine says.
    fn run(&mut self, sql: &str, params: &[Param<'_>]) -> Result<usize, StoreError>;

    /// In a transaction that writes: from now to its end nobody else changes anything of whoever `hold` names. Says whether
    /// there is such an organisation. An engine with one writer holds everything from the beginning.
    ///
    /// # Errors
    /// What the engine says, or that others held it for too long.
    fn hold(&self, _hold: Hold<'_>) -> Result<bool, StoreError> {
        Ok(true)
    }

    /// Makes everything durable and ends the transaction.
    ///
    /// # Errors
    /// What the engine says; then nothing was written, or, when the engine was lost meanwhile, nobody knows.
    fn commit(&mut self) -> Result<(), StoreError>;
}

/// What a transaction that writes must hold before it reads: a decision rests on what nobody else can change.
#[derive(Clone, Copy)]
pub(in crate::store) enum Hold<'a> {
    /// This organisation.
    Organisation(OrgNo),
    /// The organisation whose number this statement finds, by one key.
    Found(&'static str, &'a [u8]),
    /// Whatever is held already; if that is nothing, every organisation.
    Any,
}
