//! What an import is asked to do.

use alongside_core::instrument::Registry;
use alongside_core::ports::Clock;

use crate::store::{Person, Store};

/// What an import needs beside the file.
pub struct Import<'a> {
    /// Where the records go.
    pub store: &'a dyn Store,
    /// The link worker whose cases they become, and who counts as their author.
    pub worker: &'a Person,
    /// The instruments answers are checked against. Answers of an instrument that is not here go from 1 to 5.
    pub instruments: &'a Registry,
    /// Tells when it was received and how long it took.
    pub clock: &'a dyn Clock,
}
