//! The record read as answers. What cannot be read is kept apart and shown as such: nothing disappears.

use std::collections::BTreeSet;

use alongside_core::instrument::{Answers, Response};
use alongside_core::model::kinds::Assessment;
use alongside_core::model::{Fields, RecordError, from_fields};
use serde_json::Value;

/// An assessment's record, and the answers in it. No `Debug`: it holds somebody's answers.
#[derive(Clone)]
pub(in crate::web) struct Reading {
    /// The record.
    pub(in crate::web) record: Assessment,
    /// The answers that are answers, by question.
    pub(in crate::web) answers: Answers,
    /// The questions whose stored answer is none that this server can read.
    pub(in crate::web) unreadable: BTreeSet<String>,
}

/// Reads a record.
///
/// # Errors
/// When it does not say which instrument it is, in which version, or when it was begun.
pub(in crate::web) fn read(fields: &Fields) -> Result<Reading, RecordError> {
    let record: Assessment = from_fields(fields)?;
    let mut answers = Answers::new();
    let mut unreadable = BTreeSet::new();
    for (item, stored) in record.answers() {
        match respond(stored) {
            Some(response) => drop(answers.insert(item.to_owned(), response)),
            None => drop(unreadable.insert(item.to_owned())),
        }
    }
    Ok(Reading { record, answers, unreadable })
}

fn respond(stored: &Value) -> Option<Response> {
    serde_json::from_value(stored.clone()).ok()
}
