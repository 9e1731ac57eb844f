//! What matters to the person, the look before an ending, and whether the person knows their link worker: Observations.

use super::mapping::Mapping;
use super::observe::{observed, said};
use crate::exchange::fhir::datatypes::Annotation;
use crate::exchange::words::{plain, title};
use crate::model::kinds::{By, ClosureCheck, Recognition, WhatMatters};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, matter) in mapping.record.settled::<WhatMatters>() {
        let author = mapping.author(held);
        let mut observation =
            said(mapping, "What matters, in the person's own words", matter.at, matter.words);
        observation.performer = vec![mapping.patient()];
        observation.note = matter.category.map(title).map(Annotation::of).into_iter().collect();
        if matter.written_by == By::Worker {
            observation.performer.push(author);
        }
        mapping.add(held, observation);
    }
    for (held, check) in mapping.record.settled::<ClosureCheck>() {
        let author = mapping.author(held);
        let mut observation = said(mapping, "Look before an ending", check.at, title(check.decision));
        observation.performer = vec![author];
        observation.note = check_words(&check).into_iter().map(Annotation::of).collect();
        mapping.add(held, observation);
    }
    for (held, recognition) in mapping.record.settled::<Recognition>() {
        let what = "The person knows who their link worker is and how to reach them";
        let mut observation = observed(mapping, what, recognition.at);
        observation.value_boolean = Some(recognition.known);
        mapping.add(held, observation);
    }
}

/// What stood open, what the person said, and why it was decided so.
fn check_words(check: &ClosureCheck) -> Vec<String> {
    let open = (!check.open.is_empty()).then(|| {
        let open: Vec<String> = check.open.iter().map(|code| code.replace('_', " ")).collect();
        format!("Stood open: {}", open.join(", "))
    });
    let view = check.client_view.as_ref().map(|words| format!("The person says: {words}"));
    let why =
        check.why.as_ref().map(|words| format!("Why it was decided to {}: {words}", plain(check.decision)));
    let second = check.second_by.as_ref().map(|name| format!("Second look by {name}"));
    [open, view, why, second].into_iter().flatten().collect()
}
