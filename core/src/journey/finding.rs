//! What a rule found: a stable code for programs, and a reason in plain words for the person who reads it.
//!
//! Every rule keeps its words in its own `words` function, so that a person or a language check can read them in one place.

use crate::model::EntityId;

/// What a rule found, ready for a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A stable word such as `quiet_too_long`, for programs and for the record of a closure.
    pub code: String,
    /// What it is, in plain words to the link worker.
    pub words: String,
    /// The record it is about, so that a screen can open it.
    pub about: Option<EntityId>,
}

/// The verdict of a rule.
pub trait Verdict {
    /// A stable word, never used again for anything else.
    fn code(&self) -> &'static str;

    /// The reason in plain words to the link worker.
    fn words(&self) -> String;

    /// The record it is about.
    fn about(&self) -> Option<EntityId> {
        None
    }

    /// All of it, for a screen.
    fn finding(&self) -> Finding {
        Finding { code: self.code().to_owned(), words: self.words(), about: self.about() }
    }
}

/// "1 day", "3 days".
pub(super) fn count(number: i64, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// "1 day", "3 days".
pub(super) fn days(number: i64) -> String {
    count(number, "day", "days")
}
