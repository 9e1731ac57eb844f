//! Whether the client knows when, how and why they will hear from somebody next.

use super::calendar::Day;
use super::finding::Verdict;
use crate::model::Timestamp;

/// What is agreed about the next contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// When it is.
    pub next_at: Option<Timestamp>,
    /// Whether the last contact says why none was agreed.
    pub none_with_reason: bool,
    /// Whether the support is paused or ended.
    pub at_rest: bool,
}

/// No next contact is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextMissing {
    /// There never was one.
    Never,
    /// The last one was to be on this day, which is past.
    Past(Day),
}

/// Whether a next contact is missing on this day. One agreed for today is not missing.
pub fn next_contact_missing(agreed: &Agreed, today: Day) -> Option<NextMissing> {
    match agreed.next_at.map(Day::of) {
        _ if agreed.at_rest => None,
        Some(day) if day >= today => None,
        _ if agreed.none_with_reason => None,
        Some(day) => Some(NextMissing::Past(day)),
        None => Some(NextMissing::Never),
    }
}

impl Verdict for NextMissing {
    fn code(&self) -> &'static str {
        "next_contact_missing"
    }

    fn words(&self) -> String {
        match self {
            Self::Never => "No next contact is agreed. Agree when, how and why, so that nobody is called out of the blue.",
            Self::Past(day) => {
                return format!("The next contact was to be on {}. Agree a new one with the client.", day.words());
            }
        }
        .to_owned()
    }
}
