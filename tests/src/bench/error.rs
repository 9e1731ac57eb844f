//! Why a benchmark could not run.

use alongside_core::companion::CompanionError;
use alongside_core::ports::EntropyError;
use alongside_core::store::StoreError;
use alongside_core::sync::{SyncError, TransportError};
use alongside_server::ServeError;
use alongside_server::admin::AdminError;

/// A benchmark could not run; there is no figure then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BenchError {
    /// A line of the workload is not one this program knows.
    #[error("line {0} of the workload cannot be read")]
    Line(usize),
    /// More devices than people were made for.
    #[error("there are workers for {0} devices")]
    TooManyDevices(usize),
    /// The server did not simply apply what was pushed, so that the figure would be of other work.
    #[error("{0} operations did not simply apply")]
    Remarks(usize),
    /// A file could not be read or a socket not be had.
    #[error("could not use a file or a socket")]
    Io(#[from] std::io::Error),
    /// The phone's store.
    #[error("the phone's store: {0}")]
    Store(#[from] StoreError),
    /// The exchange.
    #[error("the sync: {0}")]
    Sync(#[from] SyncError),
    /// The connection.
    #[error("the connection: {0}")]
    Transport(#[from] TransportError),
    /// A use case.
    #[error("the phone: {0}")]
    Companion(#[from] CompanionError),
    /// The administration of the server.
    #[error("the server's people: {0}")]
    Admin(#[from] AdminError),
    /// The server.
    #[error("the server: {0}")]
    Serve(#[from] ServeError),
    /// The floor's own database.
    #[error("the floor: {0}")]
    Raw(#[from] rusqlite::Error),
    /// Randomness.
    #[error("the codes: {0}")]
    Entropy(#[from] EntropyError),
}
