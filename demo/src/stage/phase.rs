//! How far a demonstration is prepared.

use serde::Serialize;

/// A phase, in the order in which they come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "phase", content = "why")]
pub enum Phase {
    /// The server starts and people are made.
    Starting,
    /// The caseload is read into the server.
    Loading,
    /// The phones receive it.
    Receiving,
    /// Everything is there.
    Ready,
    /// Something went wrong; the words say what.
    Failed(String),
}
