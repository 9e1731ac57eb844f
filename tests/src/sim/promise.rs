//! What must hold, by name. A violation says which promise it breaks, so that a bug on purpose counts as found only when the
//! promise it breaks is the one that was seen broken.

use std::fmt;

macro_rules! promises {
    ($($promise:ident = $number:literal, $words:literal;)+) => {
        /// What must hold in every world; the numbers are those of `docs/simulation.md`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Promise { $(#[doc = $words] $promise),+ }

        impl Promise {
            /// Its number.
            pub const fn number(self) -> &'static str {
                match self { $(Self::$promise => $number),+ }
            }

            /// What it says.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$promise => $words),+ }
            }
        }
    };
}

promises! {
    Durable = "P-01", "what was saved or acknowledged is on the disk";
    Acknowledged = "P-02", "what the server acknowledges it has";
    NothingLost = "P-03", "nothing anybody wrote is lost";
    BothTexts = "P-04", "no text is overwritten by somebody who had not seen it";
    Once = "P-05", "nothing counts twice";
    Sealed = "I9", "what was sealed says what its hash says";
    Whole = "P-06", "a phone shows what the server has of its person's streams, all of it and no more";
    Compared = "P-06", "a difference between phone and server is noticed when they compare";
    Queues = "P-07", "every queue empties";
    Idle = "I16", "an idle phone costs one short round trip";
    Parents = "P-08", "no child is shown without its parent";
    OwnWords = "I7", "nobody's own words go back to what they replaced";
    Clocks = "P-09", "wall clocks decide nothing";
    Copies = "P-11", "two copies of a phone lose nothing";
    Typing = "P-14", "what was typed survives a power cut";
    Damage = "P-16", "damage deletes nothing";
    Secret = "P-19", "no word reaches anybody who may not read it";
    Hidden = "P-20", "what is hidden from a client is undetectable";
    AtRest = "P-21", "no word lies in plain text in a file of a phone";
    Erased = "rule 24", "what was erased is nowhere and comes back from nowhere";
    ShutOut = "P-24", "nobody is answered who is shut out";
    Authors = "P-27", "everything is by whom it is by";
    Standing = "P-29", "no request makes the server or a phone fail";
    Same = "P-33", "the same again leaves the same trace";
    Guesses = "P-34", "nobody may guess for ever";
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.number(), self.words())
    }
}

/// A promise that was broken, and how.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    /// The promise.
    pub promise: Promise,
    /// How.
    pub what: String,
}

impl Violation {
    /// A promise broken in this way.
    pub fn of(promise: Promise, what: impl Into<String>) -> Self {
        Self { promise, what: what.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.promise, self.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_violation_names_the_promise_it_breaks() {
        let said = Violation::of(Promise::Once, "word 7 was applied twice").to_string();
        assert_eq!(said, "P-05 (nothing counts twice): word 7 was applied twice");
    }
}
