//! What stands around every page: who is signed in, links, times in two forms.

use alongside_core::model::Timestamp;

use super::words::time_in_words;

/// Who is signed in, as the frame of a page shows it. `Debug` leaves out their name and token.
#[derive(Clone)]
pub(super) struct Viewer {
    /// Their name.
    pub(super) name: String,
    /// The hidden field of this session's forms.
    pub(super) form_token: String,
}

impl std::fmt::Debug for Viewer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Viewer(..)")
    }
}

/// A link to one of our pages.
#[derive(Clone, Copy)]
pub(super) struct Link {
    /// Where to.
    pub(super) href: &'static str,
    /// Its words.
    pub(super) words: &'static str,
}

impl Link {
    /// To the sign-in form.
    pub(super) fn sign_in() -> Self {
        Self { href: "/sign-in", words: "Go to the sign-in page" }
    }

    /// To the list.
    pub(super) fn received() -> Self {
        Self { href: "/assessments", words: "Go to the received assessments" }
    }
}

/// A time for people and for machines.
pub(super) struct When {
    /// "22 November 2026, 9:30".
    pub(super) words: String,
    /// ISO 8601, in UTC.
    pub(super) iso: String,
}

impl From<Timestamp> for When {
    fn from(at: Timestamp) -> Self {
        Self { words: time_in_words(at), iso: at.to_iso() }
    }
}
