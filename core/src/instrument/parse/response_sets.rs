//! The response sets of a definition: each is one kind of answer, with sound numbers and labels.
//! It must not know the questions that use them.

use std::collections::BTreeMap;

use super::wording::{check_all, check_count, check_id, check_text, check_unique};
use crate::instrument::error::InstrumentError;
use crate::instrument::file::ResponseSetFile;
use crate::instrument::response_set::{Choices, OwnWords, ResponseSet, Scale};

const MAX_RESPONSE_SETS: usize = 200;
const MAX_CHOICES: usize = 200;
/// The most characters an answer in own words may be given room for.
const MAX_OWN_WORDS: usize = 10_000;
/// The largest size of a point or code: far beyond any scale, and far from where sums would not fit.
const MAX_NUMBER: i64 = 1_000_000;

/// The response sets by id.
pub(super) fn check(files: Vec<ResponseSetFile>) -> Result<BTreeMap<String, ResponseSet>, InstrumentError> {
    check_count("response_sets", files.len(), MAX_RESPONSE_SETS)?;
    for (n, file) in files.iter().enumerate() {
        check_id(&format!("response_sets[{n}].id"), &file.id)?;
    }
    check_unique("response_sets", files.iter().map(|file| &file.id))?;
    files.into_iter().map(check_one).collect()
}

fn check_one(file: ResponseSetFile) -> Result<(String, ResponseSet), InstrumentError> {
    let id = file.id;
    let set = match (file.scale, file.choices, file.own_words) {
        (Some(scale), None, None) => ResponseSet::Scale(check_scale(&id, scale)?),
        (None, Some(choices), None) => ResponseSet::Choices(check_choices(&id, choices)?),
        (None, None, Some(own_words)) => ResponseSet::OwnWords(check_own_words(&id, own_words)?),
        _ => return Err(InstrumentError::BadResponseSet { set: id }),
    };
    Ok((id, set))
}

fn check_scale(set: &str, scale: Scale) -> Result<Scale, InstrumentError> {
    check_reach(set, [scale.min, scale.max])?;
    if scale.min >= scale.max {
        return Err(InstrumentError::ScaleBackwards { set: set.to_owned(), min: scale.min, max: scale.max });
    }
    check_all(&[
        (&format!("response set {set}: min_label"), Some(&scale.min_label)),
        (&format!("response set {set}: max_label"), Some(&scale.max_label)),
    ])?;
    Ok(scale)
}

fn check_choices(set: &str, choices: Choices) -> Result<Choices, InstrumentError> {
    let place = format!("response set {set}: options");
    check_count(&place, choices.options.len(), MAX_CHOICES)?;
    check_reach(set, choices.options.iter().map(|choice| choice.code))?;
    for choice in &choices.options {
        check_text(&place, &choice.label)?;
    }
    check_unique(&place, choices.options.iter().map(|choice| choice.code))?;
    check_unique(&place, choices.options.iter().map(|choice| choice.label.as_str()))?;
    Ok(choices)
}

fn check_own_words(set: &str, own_words: OwnWords) -> Result<OwnWords, InstrumentError> {
    check_count(&format!("response set {set}: max_chars"), own_words.max_chars, MAX_OWN_WORDS)?;
    Ok(own_words)
}

fn check_reach(set: &str, numbers: impl IntoIterator<Item = i64>) -> Result<(), InstrumentError> {
    let reaches = |number: i64| (-MAX_NUMBER..=MAX_NUMBER).contains(&number);
    let all_reach = numbers.into_iter().all(reaches);
    if all_reach {
        Ok(())
    } else {
        Err(InstrumentError::OutOfReach { set: set.to_owned(), limit: MAX_NUMBER })
    }
}
