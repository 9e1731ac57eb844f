//! A form that is open on a phone, as its writer knows it.

use super::ledger::Mark;

/// What the writer saw, and what they typed over it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// The text that stood there when the form was opened.
    pub(super) shown: Option<Mark>,
    /// What was typed since.
    pub(super) typed: Mark,
}
