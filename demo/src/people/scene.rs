//! One contact with everything its note may draw on: the day's facts, what weighs, what has happened since the last one. It
//! must not know any sentence.

use chrono::Datelike;

use super::backdrop::Backdrop;
use super::calendar::{days_between, spoken_date, spoken_span};
use super::facts::Facts;
use super::happenings::{Happening, Records};
use super::journey::{Journey, Meeting};
use super::rng::Rng;
use super::strand::{Standing, Strand};
use super::values::Mode;

/// One contact, ready to be written about.
pub(crate) struct Scene<'a> {
    /// The whole journey.
    pub(crate) journey: &'a Journey,
    /// Which contact of the journey it is, from 0.
    pub(crate) index: usize,
    /// The contact.
    pub(crate) meeting: &'a Meeting,
    /// What sentences may say.
    pub(crate) facts: Facts,
    /// How far along the journey, in thousandths.
    pub(crate) permille: u32,
    /// The kind of life it is mostly about.
    pub(crate) main: Strand,
    /// How the two meet next.
    pub(crate) next_mode: Mode,
    /// What has happened since the last contact.
    pub(crate) happened: Vec<Happening<'a>>,
}

impl<'a> Scene<'a> {
    /// The contact with this place in the journey.
    pub(crate) fn set(
        index: usize,
        backdrop: &'a Backdrop,
        strands: &[Strand],
        records: &'a Records,
        rng: &mut Rng,
    ) -> Self {
        let journey = backdrop.journey();
        let meeting = &journey.meetings[index];
        let before = index.checked_sub(1).map(|last| journey.meetings[last].at);
        let permille = journey.permille(meeting.at.date_naive());
        let since = before.unwrap_or(journey.start.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc());
        let next = journey.meetings.get(index + 1);
        Self {
            journey,
            index,
            meeting,
            facts: facts_of(index, backdrop, records, rng),
            permille,
            main: weighing(strands, permille, rng),
            next_mode: next.map_or(journey.upcoming.1, |next| next.mode),
            happened: records.since(since, meeting.at),
        }
    }

    /// The month of the year, from 1.
    pub(crate) fn month(&self) -> u32 {
        self.meeting.at.month()
    }
}

fn facts_of(index: usize, backdrop: &Backdrop, records: &Records, rng: &mut Rng) -> Facts {
    let journey = backdrop.journey();
    let now = journey.meetings[index].at;
    let today = now.date_naive();
    let before =
        index.checked_sub(1).map_or(7, |last| days_between(journey.meetings[last].at.date_naive(), today));
    let next_day = journey.meetings.get(index + 1).map_or(journey.upcoming.0, |next| next.at.date_naive());
    let mut facts = backdrop.facts_on(today, rng);
    facts.set("since", spoken_span(before));
    facts.set("next", spoken_date(next_day));
    if let Some(goal) = records.goal_at(now) {
        let latest = goal.check_ins.iter().rfind(|check_in| check_in.at <= now).or(goal.check_ins.first());
        facts.set("goal", goal.words.clone());
        facts.set("about", goal.about);
        facts.set("score", latest.map_or(3, |check_in| check_in.score).to_string());
    }
    facts
}

/// One of the strands that weigh at this time.
fn weighing(strands: &[Strand], permille: u32, rng: &mut Rng) -> Strand {
    let weighs = |strand: &&Strand| matches!(strand.standing(permille), Standing::Part(_));
    let all: Vec<Strand> = strands.iter().filter(weighs).copied().collect();
    rng.draw(&all)
}
