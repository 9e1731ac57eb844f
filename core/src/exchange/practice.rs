//! What the person lets the practice have.

use super::held::PersonRecord;
use crate::model::kinds::{Sharing, SharingPurpose};

/// How much of a record goes to the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PracticeScope {
    /// A summary in words.
    Words,
    /// Codes and dates, and no words.
    CodesOnly,
    /// Nothing.
    Nothing,
}

/// What the person's own switches say. "Codes only" stands above a general yes; a no, or a yes taken back, is a no. Somebody who
/// was never asked is shown what any referrer gets back: a summary that their link worker hands over by hand.
pub fn practice_scope(record: &PersonRecord) -> PracticeScope {
    let switches = record.settled::<Sharing>();
    let find =
        |purpose| switches.iter().find(|(_, switch)| switch.purpose == purpose).map(|(_, switch)| switch);
    match (find(SharingPurpose::PracticeCodesOnly), find(SharingPurpose::Practice)) {
        (Some(codes), _) if codes.is_given() => PracticeScope::CodesOnly,
        (_, Some(words)) if !words.is_given() => PracticeScope::Nothing,
        _ => PracticeScope::Words,
    }
}
