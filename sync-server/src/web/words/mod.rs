//! Plain English for what is stored as numbers and codes: times, and how two people met.
//! It must not know pages or HTML.

mod met;
mod set_aside;
mod uk_time;

pub(super) use met::how_they_met;
pub(super) use set_aside::{deed_in_words, may_be_taken, standing_in_words, why_in_words};
pub(super) use uk_time::{day_in_brief, day_in_words, short_day, time_in_words};
