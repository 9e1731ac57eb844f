//! What anybody must know before reaching this person: access needs and the safe-contact rule, as Flags.

use super::mapping::Mapping;
use crate::exchange::fhir::codes::{FlagCategory, FlagStatus};
use crate::exchange::fhir::datatypes::{CodeableConcept, Period};
use crate::exchange::fhir::flag::Flag;
use crate::exchange::words::{day, plain, title};
use crate::model::Timestamp;
use crate::model::kinds::{AccessNeed, Mode, SafeContact};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, need) in mapping.record.settled::<AccessNeed>() {
        let flag = flag(mapping, FlagCategory::Contact, access_words(&need), need.identified_at);
        mapping.add(held, flag);
    }
    for (held, rule) in mapping.record.settled::<SafeContact>() {
        let flag = flag(mapping, FlagCategory::Safety, safe_words(&rule), rule.written_at);
        mapping.add(held, flag);
    }
}

fn flag(mapping: &Mapping<'_>, category: FlagCategory, words: String, since: Timestamp) -> Flag {
    Flag {
        status: FlagStatus::Active,
        category: vec![CodeableConcept::of(category)],
        code: CodeableConcept::text(words),
        subject: mapping.patient(),
        period: Period::between(Some(since), None),
    }
}

/// An access need in one sentence after the other.
pub(crate) fn access_words(need: &AccessNeed) -> String {
    let whose = if need.for_carer { "A carer's need: " } else { "" };
    let words = need.words.as_ref().map(|words| format!("What works: {words}"));
    let steps = [
        ("Identified", Some(need.identified_at)),
        ("Recorded", need.recorded_at),
        ("Flagged", need.flagged_at),
        ("Shared", need.shared_at),
        ("Met", need.met_at),
        ("To be looked at again", need.review_at),
    ];
    let steps = steps.into_iter().filter_map(|(step, at)| Some(format!("{step}: {}", day(at?))));
    let head = format!("{whose}{}", title(need.need));
    std::iter::once(head)
        .chain(words)
        .chain(not_these(&need.blocked))
        .chain(steps)
        .collect::<Vec<_>>()
        .join(". ")
}

/// A safe-contact rule in one sentence after the other.
pub(crate) fn safe_words(rule: &SafeContact) -> String {
    let hours = match (rule.from_minute, rule.to_minute) {
        (None, None) => None,
        (from, to) => Some(format!("Between {} and {}", clock(from.unwrap_or(0)), clock(to.unwrap_or(1439)))),
    };
    let times = rule.times.as_ref().map(|words| format!("When: {words}"));
    let allowed = rule.words_allowed.as_ref().map(|words| format!("To somebody else who answers: {words}"));
    let voicemail =
        rule.voicemail_ok.map(|yes| if yes { "A message may be left" } else { "No message may be left" });
    let parts = not_these(&rule.never).into_iter().chain(hours).chain(times).chain(allowed);
    let text = parts.chain(voicemail.map(str::to_owned)).collect::<Vec<_>>().join(". ");
    if text.is_empty() { "No rule was given".to_owned() } else { text }
}

fn not_these(modes: &[Mode]) -> Option<String> {
    let modes: Vec<String> = modes.iter().map(|mode| plain(*mode)).collect();
    (!modes.is_empty()).then(|| format!("Not by: {}", modes.join(", ")))
}

fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
