//! Plain English for what is stored as numbers and codes: times, and how two people met.
//! It must not know pages or HTML.

mod met;
mod uk_time;

pub(super) use met::how_they_met;
pub(super) use uk_time::{day_in_brief, day_in_words, short_day, time_in_words};
