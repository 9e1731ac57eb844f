//! What is true on one day of a client's journey: the person's lasting facts with the day's figures, worker and weekday. It
//! must not know any sentence.

use chrono::{Datelike, NaiveDate};

use super::facts::Facts;
use super::figures::Figures;
use super::journey::Journey;
use super::person::Person;
use super::places::WORKERS;
use super::rng::Rng;
use super::voice::skies::skies;

/// A client's life as seen from any day.
#[derive(Clone, Debug)]
pub(crate) struct Backdrop {
    facts: Facts,
    figures: Figures,
    journey: Journey,
}

impl Backdrop {
    /// The backdrop of this person's journey.
    pub(crate) fn new(person: &Person, journey: Journey, rng: &mut Rng) -> Self {
        let in_debt = person.threads.iter().any(|thread| thread.key == "money");
        let figures = Figures::invent(in_debt, person.reaches.clone(), rng);
        Self { facts: person.facts.clone(), figures, journey }
    }

    /// The journey itself.
    pub(crate) fn journey(&self) -> &Journey {
        &self.journey
    }

    /// What sentences written on `day` may say.
    pub(crate) fn facts_on(&self, day: NaiveDate, rng: &mut Rng) -> Facts {
        let mut facts = self.facts.clone();
        self.figures.write(&mut facts, self.journey.permille(day), rng);
        let worker = self.worker_on(day);
        facts.set("worker", worker);
        facts.set("worker_name", worker);
        facts.set("month", day.format("%B").to_string());
        facts.set("weekday", weekday_beside(day, rng));
        facts.set("sky", rng.draw(skies(day.month())));
        facts
    }

    /// The link worker who comes at this time.
    fn worker_on(&self, day: NaiveDate) -> &'static str {
        let met = self.journey.meetings.iter().take_while(|meeting| meeting.at.date_naive() <= day).last();
        met.or(self.journey.meetings.first()).map_or(WORKERS[0], |meeting| meeting.worker)
    }
}

/// A weekday from Monday to Friday other than the day itself.
fn weekday_beside(day: NaiveDate, rng: &mut Rng) -> &'static str {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let today = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
    names[(today + 1 + rng.index(names.len() - 1)) % names.len()]
}
