//! Invented people: a seeded caseload of clients with everything that months of link work put on record, as JSON lines. The
//! same seed and date give the same bytes on every machine: no clock, no hash order, no floating point.
//!
//! Every person, place and service is made up. Nothing here knows the server, the phones or the sync protocol.

pub mod line;
pub mod rng;

mod assessments;
mod backdrop;
mod calendar;
mod day;
mod directory;
mod draft;
mod facts;
mod figures;
mod goals;
mod hands;
mod happenings;
mod household;
mod id;
mod journey;
mod life;
mod names;
mod notes;
mod person;
mod phrase;
mod places;
mod pronouns;
mod referrals;
mod scene;
mod services;
mod story;
mod strand;
mod tastes;
mod teller;
mod undertakings;
mod values;
mod voice;

#[cfg(test)]
mod tests;

use std::io::{Error, Write};

use chrono::NaiveDate;

pub use directory::{NAMED_SERVICES, directory};
use line::Line;
use story::Story;

/// The date that demonstrations and benchmarks hand in unless they have a reason for another, so that their bytes agree.
pub const USUAL_ENDING: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).expect("30 June 2026 is a date");

/// Every record of `clients` invented clients, client by client, parents before what hangs under them. Journeys last 6 to 48
/// months, every fifth 48, and end within twelve days before `ending`. Thirty clients make about 9,000 records.
pub fn records(clients: usize, seed: u64, ending: NaiveDate) -> impl Iterator<Item = Line> {
    (0..clients).flat_map(move |number| Story::begin(number, seed, ending).lines())
}

/// The same as [`records`], each as one line of compact JSON without its line break.
pub fn caseload(clients: usize, seed: u64, ending: NaiveDate) -> impl Iterator<Item = String> {
    records(clients, seed, ending).map(|line| line.to_json())
}

/// Every save, in order, of one working day after `ending`: `visits` visits to the first clients of the caseload of the same
/// seed and date, 43 saves each. A line with an id seen before is a later save of the same record.
pub fn day_records(
    clients: usize,
    visits: usize,
    seed: u64,
    ending: NaiveDate,
) -> impl Iterator<Item = Line> {
    (0..if clients == 0 { 0 } else { visits }).flat_map(move |number| {
        day::visit(&Story::begin(number % clients, seed, ending), number, seed, ending)
    })
}

/// The same as [`day_records`], each as one line of compact JSON without its line break.
pub fn day(clients: usize, visits: usize, seed: u64, ending: NaiveDate) -> impl Iterator<Item = String> {
    day_records(clients, visits, seed, ending).map(|line| line.to_json())
}

/// Writes the whole caseload, one record a line.
///
/// # Errors
/// Whatever `out` answers when it cannot take more.
pub fn write_caseload(
    out: &mut impl Write,
    clients: usize,
    seed: u64,
    ending: NaiveDate,
) -> Result<(), Error> {
    caseload(clients, seed, ending).try_for_each(|line| writeln!(out, "{line}"))
}
