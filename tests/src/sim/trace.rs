//! The trace of a run as one number: the same seed must give the same trace, or a failure could not be replayed.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Everything that happened, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Trace(DefaultHasher);

impl Trace {
    /// Folds one more thing in.
    pub(super) fn fold(&mut self, what: &str, thing: &impl Hash) {
        what.hash(&mut self.0);
        thing.hash(&mut self.0);
    }

    /// The number so far.
    pub(super) fn digest(&self) -> u64 {
        self.0.finish()
    }
}
