//! One question over time: what was said each time, and how far the answer has moved since.
//! Differences are raw; nothing is averaged across questions and nothing is called important.

use alongside_core::instrument::{Instrument, Item, ItemResult, Registry};
use alongside_core::model::{EntityId, Timestamp};

use super::results::results;
use super::{Before, Earlier, Reading};
use crate::web::chart::{Chart, Moment, Subject, draw};
use crate::web::words::{day_in_brief, day_in_words};

/// One question over time.
pub(in crate::web) struct Trail {
    /// One row for each time, this one last.
    pub(in crate::web) rows: Vec<Row>,
    /// The same as a picture, when there are at least two numbers.
    pub(in crate::web) chart: Option<Chart>,
    /// How this answer differs from the one before and from the first, in words.
    pub(in crate::web) changes: Vec<Change>,
}

/// One time a question was put.
pub(in crate::web) struct Row {
    /// The assessment; nothing for the one on the page.
    pub(in crate::web) id: Option<EntityId>,
    /// When it was submitted.
    pub(in crate::web) submitted: Timestamp,
    /// What was said.
    pub(in crate::web) said: String,
    /// The band's name.
    pub(in crate::web) band: Option<String>,
}

/// A difference from an earlier time.
pub(in crate::web) struct Change {
    /// "the one before" or "the first".
    pub(in crate::web) since: &'static str,
    /// When that was submitted.
    pub(in crate::web) submitted: Timestamp,
    /// "from 4 out of 10 to 7 out of 10: 3 higher, which is better".
    pub(in crate::web) words: String,
}

impl Trail {
    /// Whether any answer falls in a band.
    pub(in crate::web) fn has_bands(&self) -> bool {
        self.rows.iter().any(|row| row.band.is_some())
    }
}

impl Row {
    /// The day it was submitted, short enough for a phone's table.
    pub(in crate::web) fn day(&self) -> String {
        day_in_brief(self.submitted)
    }
}

impl Change {
    /// The day the earlier one was submitted, in words.
    pub(in crate::web) fn day(&self) -> String {
        day_in_words(self.submitted)
    }
}

impl Before {
    /// One trail for each question of `instrument`, in published order; none where there is nothing to compare with. Answers in
    /// another version are compared where the question is declared the same.
    pub(in crate::web) fn trails(
        &self,
        known: &Registry,
        instrument: &Instrument,
        this: &Reading,
        submitted: Timestamp,
    ) -> Vec<Option<Trail>> {
        let earlier = self.earlier(known, instrument);
        let now = Time {
            id: None,
            submitted,
            version: instrument,
            reading: this,
            results: results(instrument, this),
        };
        instrument.items.iter().enumerate().map(|(place, item)| trail(item, place, &earlier, &now)).collect()
    }

    /// Whether any question of `one`, in another version, is compared with one of `instrument`.
    pub(in crate::web) fn shares_a_question(
        known: &Registry,
        instrument: &Instrument,
        one: &Earlier,
    ) -> bool {
        let version = known.find(&instrument.id, one.reading.record.version);
        version.is_some_and(|other| {
            instrument.items.iter().any(|item| instrument.asks_the_same(&item.id, other))
        })
    }

    fn earlier<'a>(&'a self, known: &'a Registry, instrument: &'a Instrument) -> Vec<Time<'a>> {
        let mut all: Vec<&Earlier> = self.compared.iter().chain(&self.other_version).collect();
        all.sort_by_key(|one| one.place_in_time());
        let time = |one: &'a Earlier| {
            let version = known.find(&instrument.id, one.reading.record.version)?;
            let results = results(version, &one.reading);
            Some(Time { id: Some(one.id), submitted: one.submitted, version, reading: &one.reading, results })
        };
        all.into_iter().filter_map(time).collect()
    }
}

/// All questions at one time.
struct Time<'a> {
    id: Option<EntityId>,
    submitted: Timestamp,
    version: &'a Instrument,
    reading: &'a Reading,
    results: Vec<ItemResult>,
}

impl Time<'_> {
    fn find(&self, item: &Item) -> Option<&ItemResult> {
        self.results.iter().find(|result| result.item == item.id)
    }

    fn row(&self, item: &Item) -> Row {
        let result = self.find(item);
        Row {
            id: self.id,
            submitted: self.submitted,
            said: result.map(|result| result.said.clone()).unwrap_or_default(),
            band: result.and_then(|result| result.band.as_ref()).map(|band| band.label.clone()),
        }
    }
}

fn trail(item: &Item, place: usize, earlier: &[Time<'_>], now: &Time<'_>) -> Option<Trail> {
    let same = |time: &&Time<'_>| now.version.asks_the_same(&item.id, time.version);
    let asked: Vec<&Time<'_>> = earlier.iter().filter(same).collect();
    let last = asked.last()?;
    let first = asked.first().filter(|_| asked.len() > 1);
    let since = |name, then: &Time<'_>| change(name, item, then, now);
    let changes =
        since("the one before", last).into_iter().chain(first.and_then(|first| since("the first", first)));
    let times: Vec<&Time<'_>> = asked.iter().copied().chain([now]).collect();
    Some(Trail {
        rows: times.iter().map(|time| time.row(item)).collect(),
        chart: chart(item, place, &times),
        changes: changes.collect(),
    })
}

/// None where the two answers have no order to compare, as own words have not.
fn change(since: &'static str, item: &Item, then: &Time<'_>, now: &Time<'_>) -> Option<Change> {
    let change = now.version.change_of(item, &then.reading.answers, &now.reading.answers);
    change.direction?;
    Some(Change { since, submitted: then.submitted, words: change.words })
}

fn chart(item: &Item, place: usize, times: &[&Time<'_>]) -> Option<Chart> {
    let bounds = item.responses.number_bounds()?;
    let moment = |time: &&Time<'_>| Moment {
        at: time.submitted,
        number: time.find(item).and_then(|result| result.value),
    };
    let moments: Vec<Moment> = times.iter().map(moment).collect();
    draw(&Subject { id: format!("chart-{}", place + 1), name: &item.name, bounds }, &moments)
}
