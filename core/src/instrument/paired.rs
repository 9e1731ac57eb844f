//! The same question asked twice of many people: how their answers moved, as a distribution and never as an average.
//! For a team's report. It must not know who anybody is, add across questions, or call a difference important: no question
//! here has such a threshold.

use std::collections::BTreeMap;

use super::definition::{Instrument, Item};
use super::direction::Direction;
use super::response::Answers;

/// One question over many pairs of answers, each pair one person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPairs {
    /// The question's id.
    pub item: String,
    /// What it asks about, as in the middle of a sentence.
    pub name: String,
    /// Which way is up; nothing where higher is neither.
    pub notice: Option<String>,
    /// How many people were asked twice.
    pub eligible: usize,
    /// How many of them answered both times, about the same thing. Shown beside every figure.
    pub pairs: usize,
    /// How many went which way. Adds up to `pairs`.
    pub directions: BTreeMap<&'static str, usize>,
    /// How many by how much: the later number less the earlier. Nothing for answers that are not numbers.
    pub differences: BTreeMap<i64, usize>,
}

impl Instrument {
    /// Each question over many people's first and last answers, in published order.
    pub fn paired(&self, people: &[(Answers, Answers)]) -> Vec<ItemPairs> {
        self.items.iter().map(|item| self.pairs_of(item, people)).collect()
    }

    fn pairs_of(&self, item: &Item, people: &[(Answers, Answers)]) -> ItemPairs {
        let changes = people.iter().map(|(before, after)| self.change_of(item, before, after));
        let (mut pairs, mut directions, mut differences) = (0, BTreeMap::new(), BTreeMap::new());
        for change in changes {
            let Some(direction) = change.direction else { continue };
            pairs += 1;
            *directions.entry(Direction::word(direction)).or_insert(0) += 1;
            if let Some(by) = change.difference {
                *differences.entry(by).or_insert(0) += 1;
            }
        }
        ItemPairs {
            item: item.id.clone(),
            name: item.name.clone(),
            notice: item.responses.number_bounds().and_then(|_| item.higher_is.notice(&item.name)),
            eligible: people.len(),
            pairs,
            directions,
            differences,
        }
    }
}
