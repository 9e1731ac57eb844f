//! From records to resources, a file for each area. Marked passages are gone before anything here is asked.

mod assessments;
mod client;
mod closing;
mod contacts;
mod documents;
mod duties;
mod episodes;
mod flags;
mod goals;
mod mapping;
mod messages;
mod needs;
mod observe;
mod onward;
mod people;
mod referral_in;
mod sharing;
mod team;
mod url;

pub(crate) use assessments::answers;
pub(crate) use flags::{access_words, safe_words};
pub(crate) use onward::statuses;

use mapping::Mapping;

use super::fhir::bundle::Entry;
use super::held::PersonRecord;
use crate::instrument::Registry;

/// Every resource of one person's record. The order matters in two places: the team before what names it, duties last.
pub(crate) fn entries(record: &PersonRecord, instruments: &Registry) -> Vec<Entry> {
    let mut mapping = Mapping::new(record, instruments);
    let areas: [fn(&mut Mapping<'_>); 16] = [
        client::map,
        team::map,
        episodes::map,
        people::map,
        flags::map,
        sharing::map,
        referral_in::map,
        needs::map,
        goals::map,
        contacts::map,
        documents::map,
        assessments::map,
        onward::map,
        messages::map,
        closing::map,
        duties::map,
    ];
    areas.iter().for_each(|area| area(&mut mapping));
    mapping.entries
}
