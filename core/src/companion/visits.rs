//! The visits and calls of a day, with what to know before going.

use std::collections::HashMap;

use rusqlite::Connection;

use super::CompanionError;
use super::case_facts::promises;
use super::held::list;
use super::overview::{PromiseLine, last_promise};
use super::people::{People, by_case};
use super::today_view::VisitLine;
use crate::journey::calendar::Day;
use crate::journey::channel::{Channel, blocked, need_in_words};
use crate::journey::contacts::mode_in_words;
use crate::journey::finding::{Finding, Verdict};
use crate::model::kinds::{AccessNeed, Client, Duty, Mode, NextContact, SafeContact};
use crate::model::{Audience, CaseId, Choice, Record};
use crate::store::{Listing, record};

/// The visits of a day, each with its place, in the order of the day. Reads two lists, and two more for each visit.
pub(super) fn visits(
    connection: &Connection,
    people: &People,
    day: Day,
) -> Result<Vec<(String, VisitLine)>, CompanionError> {
    let span = (day.start(), day.end());
    let planned = record::list_between(connection, Audience::Shared, NextContact::ENTRY, span)?;
    if planned.is_empty() {
        return Ok(Vec::new());
    }
    let safe = record::list_for(connection, Audience::Core, Listing::of(SafeContact::ENTRY))?;
    let safe: HashMap<_, _> = by_case::<SafeContact>(&safe).map(|(case, held)| (case, held.record)).collect();
    let needs = record::list_for(connection, Audience::Core, Listing::of(AccessNeed::ENTRY))?;
    let mut needs_of: HashMap<CaseId, Vec<AccessNeed>> = HashMap::new();
    for (case, held) in by_case::<AccessNeed>(&needs) {
        needs_of.entry(case).or_default().push(held.record);
    }
    let mut lines = Vec::new();
    for (case, next) in by_case::<NextContact>(&planned) {
        let Some(client) = people.clients.get(&case) else { continue };
        let flags = flags(&next.record, safe.get(&case), needs_of.get(&case).map_or(&[], Vec::as_slice));
        let duties = list::<Duty>(connection, case)?;
        let promise = last_promise(&promises(connection, case, &duties)?, day);
        let done = people.in_touch.get(&case).is_some_and(|at| Day::of(*at) == day);
        lines.push((place(&next.record, client), line(case, client, next.record, flags, promise, done)));
    }
    Ok(lines)
}

fn line(
    case: CaseId,
    client: &Client,
    next: NextContact,
    flags: Vec<Finding>,
    last_promise: Option<PromiseLine>,
    done: bool,
) -> VisitLine {
    VisitLine {
        case,
        name: client.name.clone(),
        known_as: client.known_as.clone(),
        at: next.at,
        mode: next.mode,
        why: next.why,
        agreed: next.agreed,
        flags,
        last_promise,
        life_now: client.life_now.clone(),
        done,
    }
}

/// Where a contact is: as it was said, at the client's home, or no place but a way.
fn place(next: &NextContact, client: &Client) -> String {
    let home = client.address.clone().filter(|_| next.mode == Mode::Home);
    next.place.clone().or(home).unwrap_or_else(|| mode_in_words(next.mode).to_owned())
}

/// What stands against the way, then every need, whether it stands in the way or not.
fn flags(next: &NextContact, safe: Option<&SafeContact>, needs: &[AccessNeed]) -> Vec<Finding> {
    let channel = Channel {
        mode: next.mode,
        at: Some(next.at),
        leaves_message: false,
        by_client: false,
        safe,
        needs,
        asked_for_quiet: false,
    };
    let in_the_way = blocked(&channel);
    let flagged = in_the_way.iter().map(Verdict::finding);
    let known = needs.iter().map(|need| Finding {
        code: format!("access_{}", need.need.name()),
        words: need.words.clone().unwrap_or_else(|| format!("To know: {}.", need_in_words(need.need))),
        about: None,
    });
    let allowed = safe.and_then(|safe| safe.words_allowed.clone());
    let allowed = allowed.map(|words| Finding { code: "words_allowed".to_owned(), words, about: None });
    flagged.chain(known).chain(allowed).collect()
}
