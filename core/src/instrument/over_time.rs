//! How each question was answered over the times one person was asked: every time, and the raw difference from the first
//! and from the one before. Across versions only where a question is declared the same.
//! It must not add or average across questions or times, and never calls a difference important.

use std::fmt;

use super::change::ItemChange;
use super::definition::{Instrument, Item};
use super::response::Answers;

/// One time the instrument was answered. From the earliest to the latest, they are one person's.
#[derive(Clone, Copy)]
pub struct Sitting<'a> {
    /// The version that was answered.
    pub instrument: &'a Instrument,
    /// What was answered.
    pub answers: &'a Answers,
}

/// One question over time. `Debug` shows the question alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ItemOverTime {
    /// The question's id.
    pub item: String,
    /// What it asks about, as in the middle of a sentence.
    pub name: String,
    /// The question as it is worded in the newest version that was answered.
    pub prompt: String,
    /// Which way is up: "for anxiety, higher is worse". Nothing where higher is neither.
    pub notice: Option<String>,
    /// Each time it was asked in words that may be compared, from the earliest.
    pub times: Vec<ItemAtTime>,
    /// How many differences there are: one for each answer that has a comparable one before it.
    pub pairs: usize,
    /// The latest answer against the one before it.
    pub since_before: Option<ItemChange>,
    /// The latest answer against the first, when that is another than the one before.
    pub since_first: Option<ItemChange>,
}

/// One question at one time. `Debug` shows nothing of the answer.
#[derive(Clone, PartialEq, Eq)]
pub struct ItemAtTime {
    /// Which of the sittings, from 0.
    pub sitting: usize,
    /// The number answered; none when there is none, which is never nought.
    pub value: Option<i64>,
    /// The answer in words.
    pub said: String,
    /// The band's plain word.
    pub band: Option<String>,
}

fn one_over_time(newest: &Instrument, item: &Item, sittings: &[Sitting<'_>]) -> ItemOverTime {
    let asked: Vec<(usize, Sitting<'_>)> = sittings
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, sitting)| newest.asks_the_same(&item.id, sitting.instrument))
        .collect();
    let answered: Vec<Sitting<'_>> = asked
        .iter()
        .map(|(_, sitting)| *sitting)
        .filter(|sitting| item.code(sitting.answers).is_some())
        .collect();
    let changes = changes(newest, item, &answered);
    ItemOverTime {
        item: item.id.clone(),
        name: item.name.clone(),
        prompt: item.prompt.clone(),
        notice: item.responses.number_bounds().and_then(|_| item.higher_is.notice(&item.name)),
        times: asked.iter().map(|(place, sitting)| at_time(*place, item, *sitting)).collect(),
        pairs: changes.pairs,
        since_before: changes.since_before,
        since_first: changes.since_first,
    }
}

struct Changes {
    pairs: usize,
    since_before: Option<ItemChange>,
    since_first: Option<ItemChange>,
}

/// Only what is about the same thing is compared: a concern in other words is another concern.
fn changes(newest: &Instrument, item: &Item, answered: &[Sitting<'_>]) -> Changes {
    let Some((latest, before)) = answered.split_last() else {
        return Changes { pairs: 0, since_before: None, since_first: None };
    };
    let about_same = |one: &&Sitting<'_>| newest.is_about_same(item, one.answers, latest.answers);
    let comparable: Vec<&Sitting<'_>> = before.iter().filter(about_same).collect();
    let change = |one: &&Sitting<'_>| newest.change_of(item, one.answers, latest.answers);
    Changes {
        pairs: comparable.len(),
        since_before: comparable.last().map(change),
        since_first: comparable.first().filter(|_| comparable.len() > 1).map(change),
    }
}

fn at_time(place: usize, item: &Item, sitting: Sitting<'_>) -> ItemAtTime {
    let value = item.number(sitting.answers);
    ItemAtTime {
        sitting: place,
        value,
        said: item.said(sitting.answers),
        band: value.and_then(|number| item.band(number)).map(|band| band.label.clone()),
    }
}

impl Instrument {
    /// Each question of the newest version among one person's sittings, from the earliest to the latest. Nothing for no
    /// sittings.
    pub fn over_time(sittings: &[Sitting<'_>]) -> Vec<ItemOverTime> {
        let newest = sittings.iter().map(|sitting| sitting.instrument).max_by_key(|known| known.version);
        newest.map_or_else(Vec::new, |newest| {
            newest.items.iter().map(|item| one_over_time(newest, item, sittings)).collect()
        })
    }
}

impl fmt::Debug for ItemOverTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemOverTime").field("item", &self.item).finish_non_exhaustive()
    }
}

impl fmt::Debug for ItemAtTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemAtTime").field("sitting", &self.sitting).finish_non_exhaustive()
    }
}
