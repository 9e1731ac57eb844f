//! What a caseload of invented people must be, whatever is written into the tables.

mod bytes;
mod day;
mod records;
mod shape;
mod words;

use std::sync::LazyLock;

use super::line::Line;
use super::{USUAL_ENDING, records as all_records};

/// Clients of the caseload under test.
const CLIENTS: usize = 30;
/// Its seed.
const SEED: u64 = 1;

/// The caseload under test, made once.
static CASELOAD: LazyLock<Vec<Line>> = LazyLock::new(|| all_records(CLIENTS, SEED, USUAL_ENDING).collect());

/// Everything a person wrote on a line.
fn text_of(line: &Line) -> Option<&str> {
    match line {
        Line::Note(entry) => Some(&entry.fields.body),
        Line::Answer(entry) => Some(&entry.fields.comment),
        Line::Goal(entry) => Some(&entry.fields.title),
        Line::Step(entry) => Some(&entry.fields.title),
        Line::Checkin(entry) => Some(&entry.fields.note),
        Line::Referral(entry) => Some(&entry.fields.why),
        Line::Refstatus(entry) => Some(&entry.fields.note),
        Line::Client(_) | Line::Contact(_) | Line::Assessment(_) => None,
    }
}

/// The whole notes of the caseload under test.
fn notes() -> impl Iterator<Item = &'static str> {
    CASELOAD.iter().filter(|line| matches!(line, Line::Note(_))).filter_map(text_of)
}
