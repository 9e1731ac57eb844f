//! What can keep the demonstration from going on.

use alongside_core::companion::CompanionError;
use alongside_core::sync::SyncError;

/// Why the demonstration ended.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder cannot be used.
    #[error("could not use the folder: {0}")]
    Folder(#[from] std::io::Error),
    /// The folder holds something already, which the demonstration will not touch.
    #[error("could not use the folder: it is not empty; name one that is empty or not there yet")]
    FolderInUse,
    /// The server did not start, or ended.
    #[error("could not run the server: {0}")]
    Server(String),
    /// The server did not take the invented caseload whole.
    #[error("could not import the caseload: {0}")]
    Import(String),
    /// A phone did not do what it was asked.
    #[error("could not use a phone: {0}")]
    Phone(#[from] CompanionError),
    /// A sync took longer than anybody would wait.
    #[error("could not sync a phone in the time given for it")]
    TooSlow,
    /// A web page could not be fetched.
    #[error("could not read a web page: {0}")]
    Web(String),
    /// What was claimed did not hold.
    #[error("a claim does not hold: {0}")]
    Claim(String),
    /// Somebody stopped the program before it had shown what it was to show.
    #[error("stopped before the end")]
    Interrupted,
    /// A part of the demonstration stopped by itself; a fault of this program.
    #[error("could not go on: a task stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

impl From<SyncError> for DemoError {
    fn from(error: SyncError) -> Self {
        Self::Phone(error.into())
    }
}
