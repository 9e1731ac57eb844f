//! The first screen of a link worker: visits by place, what is owed, the longest silences, drafts to finish, and what is on
//! this phone only.
//!
//! It reads a fixed number of lists and one row for each client, however long their history, and one more list for each
//! visit of the day. It never counts assessments.

use rusqlite::Connection;

use super::held::Held;
use super::people::{People, by_case};
use super::today_view::{DutyLine, PlaceVisits, QuietLine, Today, VisitLine};
use super::visits::visits;
use super::{Companion, CompanionError};
use crate::journey::calendar::Day;
use crate::journey::finding::Verdict;
use crate::journey::quiet::{Quiet, Rhythm, quiet_too_long};
use crate::model::kinds::{Client, ClientStatus, Duty, DutyOrigin, DutyStatus};
use crate::model::{Audience, CaseId, Choice, Record, Timestamp, sort_by_key};
use crate::store::{identity, record};

impl Companion {
    /// The day of this link worker that `at` lies in.
    ///
    /// # Errors
    /// The store's.
    pub fn today(&self, at: Timestamp) -> Result<Today, CompanionError> {
        let day = Day::of(at);
        let (visits, duties, quiet) = self.look(|connection| {
            let people = People::load(connection)?;
            let visits = visits(connection, &people, day)?;
            Ok((visits, duties(connection, &people, day)?, quiet(&people, day)))
        })?;
        let (drafts, on_this_phone) = (self.drafts()?, self.sync_state()?);
        Ok(Today { day: day.to_iso(), visits: by_place(visits), duties, quiet, drafts, on_this_phone })
    }
}

fn by_place(lines: Vec<(String, VisitLine)>) -> Vec<PlaceVisits> {
    let mut places: Vec<PlaceVisits> = Vec::new();
    for (place, line) in lines {
        match places.iter_mut().find(|there| there.place == place) {
            Some(there) => there.visits.push(line),
            None => places.push(PlaceVisits { place, visits: vec![line] }),
        }
    }
    places
}

fn duties(connection: &Connection, people: &People, day: Day) -> Result<Vec<DutyLine>, CompanionError> {
    let Some(me) = identity::find_identity(connection)? else { return Ok(Vec::new()) };
    let open = DutyStatus::Open.name();
    let rows = record::list_with(connection, Audience::Work, Duty::ENTRY, "status", open)?;
    let mine =
        by_case::<Duty>(&rows).filter(|(_, held)| held.record.owner.is_none_or(|owner| owner == me.person));
    let line = |(case, held): (CaseId, Held<Duty>)| DutyLine {
        id: held.id,
        case,
        name: people.clients.get(&case).map(|client| client.name.clone()).unwrap_or_default(),
        bounced: held.record.origin == DutyOrigin::Bounce,
        days_late: day.since(Day::of(held.record.due)),
        in_team_queue: held.record.owner.is_none(),
        duty: held.record,
    };
    let mut lines: Vec<_> = mine.map(line).filter(|line| line.bounced || line.days_late >= 0).collect();
    sort_by_key(&mut lines, |line| (!line.bounced, line.duty.due, line.id));
    Ok(lines)
}

fn quiet(people: &People, day: Day) -> Vec<QuietLine> {
    let mut lines: Vec<QuietLine> = people
        .clients
        .iter()
        .filter_map(|(case, client)| {
            let quiet = quiet_too_long(&rhythm(client, people.in_touch.get(case).copied()), day)?;
            Some(quiet_line(*case, client, &quiet))
        })
        .collect();
    sort_by_key(&mut lines, |line| (std::cmp::Reverse(line.beyond), line.case));
    lines
}

fn rhythm(client: &Client, last_in_touch: Option<Timestamp>) -> Rhythm {
    Rhythm {
        last_in_touch,
        // Nobody knows since when: then nobody can say that it has been long.
        began: client.since.unwrap_or(Timestamp::LATEST),
        every_days: client.contact_every_days,
        at_rest: client.status.is_some_and(|status| status != ClientStatus::Active),
    }
}

fn quiet_line(case: CaseId, client: &Client, quiet: &Quiet) -> QuietLine {
    QuietLine {
        case,
        name: client.name.clone(),
        known_as: client.known_as.clone(),
        days: quiet.days,
        beyond: quiet.beyond(),
        preferred_mode: client.preferred_mode,
        words: quiet.words(),
    }
}
