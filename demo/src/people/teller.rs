//! Chooses the next sentence of a table so that one person’s story does not repeat itself. It must not know what any table is
//! about.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use super::phrase::say;
use super::rng::Rng;

/// How often a sentence that was already said word for word is drawn again before it is let through.
const REDRAWS: usize = 8;

/// The one who tells a person’s story.
#[derive(Clone, Debug)]
pub(crate) struct Teller {
    rng: Rng,
    used: BTreeMap<&'static str, u32>,
    drawn: u32,
    said: BTreeSet<String>,
}

impl Teller {
    /// Starts a story.
    pub(crate) fn new(rng: Rng) -> Self {
        Self { rng, used: BTreeMap::new(), drawn: 0, said: BTreeSet::new() }
    }

    /// Chance, for choices that are not sentences.
    pub(crate) fn chance(&mut self) -> &mut Rng {
        &mut self.rng
    }

    /// A sentence from `table` (which must not be empty): one of the patterns used least lately, not said before word for word
    /// where that can be had.
    pub(crate) fn line(&mut self, table: &[&'static str], facts: &Facts) -> String {
        let mut line = String::new();
        for _ in 0..REDRAWS {
            let pattern = self.rested_pattern(table);
            line = say(pattern, facts, &mut self.rng);
            if self.said.insert(line.clone()) {
                break;
            }
        }
        line
    }

    /// A sentence from a pattern of `table` that this story has not used at all; none when it has used them all. For what
    /// happens to a person once.
    pub(crate) fn fresh_line(&mut self, table: &[&'static str], facts: &Facts) -> Option<String> {
        let fresh: Vec<&'static str> =
            table.iter().copied().filter(|pattern| !self.used.contains_key(pattern)).collect();
        (!fresh.is_empty()).then(|| self.line(&fresh, facts))
    }

    /// Any one of the patterns in the half of `table` that rested longest.
    fn rested_pattern(&mut self, table: &[&'static str]) -> &'static str {
        let mut order: Vec<&'static str> = table.to_vec();
        order.sort_by_cached_key(|pattern| self.used.get(pattern).copied().unwrap_or(0));
        let pattern = order[self.rng.index(order.len().div_ceil(2))];
        self.drawn += 1;
        self.used.insert(pattern, self.drawn);
        pattern
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_gone_through_before_a_pattern_comes_back() {
        let mut teller = Teller::new(Rng::new(1));
        let table = [
            "a [1|2|3|4|5|6|7|8|9]",
            "b [1|2|3|4|5|6|7|8|9]",
            "c [1|2|3|4|5|6|7|8|9]",
            "d [1|2|3|4|5|6|7|8|9]",
        ];
        let facts = Facts::default();
        let first: Vec<String> = (0..2).map(|_| teller.line(&table, &facts)).collect();
        assert_ne!(first[0][..1], first[1][..1]);
    }

    #[test]
    fn what_happens_once_is_told_once() {
        let mut teller = Teller::new(Rng::new(1));
        let facts = Facts::default();
        assert!(teller.fresh_line(&["x [1|2|3|4|5|6]"], &facts).is_some());
        assert_eq!(teller.fresh_line(&["x [1|2|3|4|5|6]"], &facts), None);
    }

    #[test]
    fn a_sentence_is_not_said_twice_while_there_is_another_way_to_say_it() {
        let mut teller = Teller::new(Rng::new(4));
        let facts = Facts::default();
        let said: BTreeSet<String> =
            (0..4).map(|_| teller.line(&["x[1|2|3|4|5|6|7|8|9|0]"], &facts)).collect();
        assert_eq!(said.len(), 4);
    }
}
