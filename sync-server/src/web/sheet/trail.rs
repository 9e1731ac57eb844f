//! One question over time: what was said each time, and how far the answer has moved since.
//! Differences are raw; nothing is averaged across questions and nothing is called important.

use alongside_core::instrument::{Instrument, Item, ItemChange, ItemResult};
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
    /// One trail for each question of `instrument`, in published order; none when there is nothing to compare with.
    pub(in crate::web) fn trails(
        &self,
        instrument: &Instrument,
        this: &Reading,
        submitted: Timestamp,
    ) -> Vec<Option<Trail>> {
        if self.compared.is_empty() {
            return instrument.items.iter().map(|_| None).collect();
        }
        let times = self.times(instrument, this, submitted);
        let changes = self.changes(instrument, this);
        let trail = |place: usize, item: &Item| Trail {
            rows: times.iter().map(|time| time.row(place)).collect(),
            chart: chart(item, place, &times),
            changes: changes.iter().filter_map(|change| change.of(place)).collect(),
        };
        instrument.items.iter().enumerate().map(|(place, item)| Some(trail(place, item))).collect()
    }

    fn times(&self, instrument: &Instrument, this: &Reading, submitted: Timestamp) -> Vec<Time> {
        let earlier = self.compared.iter().map(|one| Time {
            id: Some(one.id),
            submitted: one.submitted,
            results: results(instrument, &one.reading),
        });
        let now = Time { id: None, submitted, results: results(instrument, this) };
        earlier.chain([now]).collect()
    }

    /// Against the one before and, when that is another, against the first.
    fn changes(&self, instrument: &Instrument, this: &Reading) -> Vec<Since> {
        let since = |name, one: &Earlier| Since {
            name,
            submitted: one.submitted,
            changes: instrument.change(&one.reading.answers, &this.answers),
        };
        let last = self.compared.last().map(|one| since("the one before", one));
        let first =
            self.compared.first().filter(|_| self.compared.len() > 1).map(|one| since("the first", one));
        last.into_iter().chain(first).collect()
    }
}

/// All questions at one time.
struct Time {
    id: Option<EntityId>,
    submitted: Timestamp,
    results: Vec<ItemResult>,
}

impl Time {
    fn row(&self, place: usize) -> Row {
        let result = self.results.get(place);
        Row {
            id: self.id,
            submitted: self.submitted,
            said: result.map(|result| result.said.clone()).unwrap_or_default(),
            band: result.and_then(|result| result.band.as_ref()).map(|band| band.label.clone()),
        }
    }
}

/// All questions' differences from one earlier time.
struct Since {
    name: &'static str,
    submitted: Timestamp,
    changes: Vec<ItemChange>,
}

impl Since {
    /// The difference of one question; none where the two answers have no order to compare, as own words have not.
    fn of(&self, place: usize) -> Option<Change> {
        let change = self.changes.get(place).filter(|change| change.direction.is_some())?;
        Some(Change { since: self.name, submitted: self.submitted, words: change.words.clone() })
    }
}

fn chart(item: &Item, place: usize, times: &[Time]) -> Option<Chart> {
    let bounds = item.responses.number_bounds()?;
    let moment = |time: &Time| Moment {
        at: time.submitted,
        number: time.results.get(place).and_then(|result| result.value),
    };
    let moments: Vec<Moment> = times.iter().map(moment).collect();
    draw(&Subject { id: format!("chart-{}", place + 1), name: &item.name, bounds }, &moments)
}
