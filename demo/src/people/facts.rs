//! What is true of one person, or of one visit, by the names that sentences use for it. It must not know any sentence.

use std::collections::BTreeMap;

/// Named facts, each a word or a phrase ready to stand in a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts(BTreeMap<&'static str, String>);

impl Facts {
    /// Writes a fact, in place of an older one of the same name.
    pub(crate) fn set(&mut self, name: &'static str, words: impl Into<String>) {
        self.0.insert(name, words.into());
    }

    /// The fact of this name, if it is known.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
