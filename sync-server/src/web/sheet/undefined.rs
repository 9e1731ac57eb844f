//! Answers for which there is no definition: the whole assessment, or a question its instrument does not have.
//! They are shown by the question's id, as stored, and nothing is made of them.

use alongside_core::instrument::{Instrument, Response};

use super::Reading;

/// What stands where a stored answer cannot be read.
pub(super) const UNREADABLE: &str = "an answer that this server cannot read";

/// One answer without a definition.
pub(in crate::web) struct Undefined {
    /// The question's id.
    pub(in crate::web) item: String,
    /// What was stored, in words.
    pub(in crate::web) said: String,
    /// What was said beside it.
    pub(in crate::web) comment: Option<String>,
}

/// The answers and comments to questions that `instrument` does not have; all of them when there is no instrument.
/// In the order in which they were talked about, then by name.
pub(in crate::web) fn undefined(instrument: Option<&Instrument>, reading: &Reading) -> Vec<Undefined> {
    let is_known = |item: &str| instrument.is_some_and(|known| known.find_item(item).is_some());
    items(reading).into_iter().filter(|item| !is_known(item)).map(|item| entry(item, reading)).collect()
}

fn items(reading: &Reading) -> Vec<&str> {
    let record = &reading.record;
    let comments =
        record.said.keys().filter_map(|field| field.strip_prefix(alongside_core::model::kinds::COMMENT));
    let stored = record.answers().map(|(item, _)| item);
    let mut held: Vec<&str> = stored.chain(comments).collect();
    held.sort_unstable();
    held.dedup();
    let place = |item: &&str| record.discussed.iter().position(|talked| talked == item).unwrap_or(usize::MAX);
    held.sort_by_key(place);
    held
}

fn entry(item: &str, reading: &Reading) -> Undefined {
    let comment = reading.record.find_comment(item).filter(|text| !text.trim().is_empty());
    Undefined { item: item.to_owned(), said: said(item, reading), comment: comment.map(str::to_owned) }
}

fn said(item: &str, reading: &Reading) -> String {
    match reading.answers.get(item) {
        Some(Response::Value(value)) => value.to_string(),
        Some(Response::Text(text)) => text.clone(),
        Some(Response::NotNow) => "not now".to_owned(),
        Some(Response::PreferNotToSay) => "preferred not to say".to_owned(),
        None if reading.unreadable.contains(item) => UNREADABLE.to_owned(),
        None => "not answered".to_owned(),
    }
}
