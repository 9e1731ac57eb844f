//! Of whoever had everything erased no word is left: not in what the server keeps, not in its files, and not on a phone that
//! still belongs to the service (rule 24). A phone that was shut out hears of nothing, and a backup is as it was.

use std::collections::BTreeSet;

use super::kept::Kept;
use crate::sim::ledger::{Mark, Saved, marks};
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Looks for every word that should be nowhere.
pub(super) fn check(world: &mut World, kept: &Kept) {
    let erased = || world.ledger.iter().filter(|(_, saved)| world.is_erased(saved));
    let everywhere: BTreeSet<Mark> = erased().map(|(mark, _)| mark).collect();
    let named = erased().filter(|(_, saved)| !is_nameless(world, kept, saved));
    let named: BTreeSet<Mark> = named.map(|(mark, _)| mark).collect();
    if everywhere.is_empty() {
        return;
    }
    let mut found = Vec::new();
    let mut look = |place: String, gone: &BTreeSet<Mark>, words: Vec<Mark>| {
        let there = words.into_iter().find(|mark| gone.contains(mark));
        found.extend(there.map(|mark| format!("word {mark} is {place}")));
    };
    look("in a record of the server".to_owned(), &everywhere, kept.words.keys().copied().collect());
    let history = kept.anywhere.iter().copied().collect();
    look("in what the server keeps of operations".to_owned(), &named, history);
    if world.restored {
        overwrite(world);
    }
    for file in world.server.files() {
        let words = marks(&std::fs::read(&file).unwrap_or_default());
        look("in a file of the server".to_owned(), &named, words);
    }
    for phone in world.phones.iter().filter(|phone| !phone.shut_out) {
        look(format!("on phone {}", phone.no), &everywhere, marks(&phone.decrypted()));
    }
    found.into_iter().for_each(|what| world.violated(Promise::Erased, what));
}

/// What a server learns of later goes from its tables at once, and from its files with the next command that erases.
fn overwrite(world: &mut World) {
    let erased = world.cases.iter().find(|(case, _)| world.erased.contains(case)).copied();
    if let Some((case, home)) = erased {
        world.server.erase(world.organisations[home], case);
    }
}

/// An edit names its record and no case. Where a restored server lost the record and nobody has spoken of it since, what waits for
/// a person is found by that person alone.
fn is_nameless(world: &World, kept: &Kept, saved: &Saved) -> bool {
    world.restored && !kept.erased.contains(&saved.record)
}
