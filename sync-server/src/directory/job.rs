//! What an import of a directory is asked to do.

use std::path::Path;

use alongside_core::ports::Clock;

use super::limits::Limits;
use super::source::Source;
use crate::store::{Organisation, Store};

/// What an import needs.
pub struct DirectoryImport<'a> {
    /// Where the services go.
    pub store: &'a dyn Store,
    /// Whose directory it is.
    pub organisation: &'a Organisation,
    /// The feed.
    pub source: &'a Source,
    /// A file that remembers how far an import came, so that the next begins there; it goes when the feed was read whole.
    pub progress: Option<&'a Path>,
    /// Mark services as gone even when it is more than half of them.
    pub accept_shrinking: bool,
    /// How much is believed.
    pub limits: Limits,
    /// Tells when it was received and how long it took.
    pub clock: &'a dyn Clock,
}
