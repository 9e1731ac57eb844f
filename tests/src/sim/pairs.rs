//! Hidden means undetectable (P-20): the same history twice, once with entries that a client may not see and once without,
//! must be the same to the client's phone, byte for byte.
//!
//! What may differ is listed here and nowhere else: the characters of the cursor, which are encrypted and say nothing, while
//! their number is compared. Bodies are compared unpacked, since how well those characters pack is chance too.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use alongside_core::companion::NewGoal;
use alongside_core::model::kinds::{Mode, NeedCategory, WordingBy};
use alongside_core::model::{CaseId, Timestamp};
use alongside_demo::people::rng::Rng;

use super::birth;
use super::heard::Heard;
use super::world::World;

/// Deeds in one history.
const DEEDS: usize = 24;
/// The link worker who does what everybody may see, the one whose work is hidden, and the client.
const VISIBLE: usize = 0;
const HIDDEN: usize = 1;
const CLIENT: usize = 2;

/// Compares the pairs of so many seeds, on so many threads; gives what differs, by seed.
pub fn compare_all(from: u64, count: u64, workers: usize) -> Vec<String> {
    let (next, found) = (AtomicU64::new(0), Mutex::new(BTreeMap::new()));
    std::thread::scope(|scope| {
        for _ in 0..workers.max(1) {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::SeqCst);
                    if place >= count {
                        break;
                    }
                    if let Err(difference) = compare(from + place) {
                        found.lock().unwrap_or_else(PoisonError::into_inner).insert(place, difference);
                    }
                }
            });
        }
    });
    found.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}

/// Compares one pair.
///
/// # Errors
/// What differs, and where.
pub fn compare(seed: u64) -> Result<(), String> {
    let (with, without) = (history(seed, true), history(seed, false));
    if with.len() != without.len() {
        return Err(format!(
            "seed {seed}: {} letters, or {} without hidden entries",
            with.len(),
            without.len()
        ));
    }
    for (place, (one, other)) in with.iter().zip(&without).enumerate() {
        if masked(one) != masked(other) {
            return Err(format!("seed {seed}: letter {place} of {} differs", with.len()));
        }
    }
    Ok(())
}

/// The client's traffic in one history.
fn history(seed: u64, hidden: bool) -> Vec<Vec<u8>> {
    let (mut world, case) = birth::small(seed);
    world.heard = Some(Heard { address: CLIENT, ..Heard::default() });
    let mut rng = Rng::new(seed).fork("history");
    for _ in 0..DEEDS {
        world.time.pass(i64::from(rng.between(1, 5_000)) * 1_000);
        let mut chance = Rng::new(rng.bits());
        match rng.index(5) {
            0 | 1 => in_secret(&mut world, case, hidden, &mut chance),
            2 => in_the_open(&mut world, case, &mut chance),
            _ => on_the_clients_phone(&mut world, case, &mut chance),
        }
    }
    world.heard.take().map(|heard| heard.letters).unwrap_or_default()
}

/// Notes, needs, safe contact, a contact plan's reasons and assessments: what staff write for staff.
fn in_secret(world: &mut World, case: CaseId, happens: bool, rng: &mut Rng) {
    let core = world.phones[HIDDEN].core.clone();
    if happens {
        let words = format!("{} she said, and asked that nobody hears of it", rng.bits());
        let done = match rng.index(4) {
            0 => core.raise_need(case, NeedCategory::Safety, &words).map(drop),
            1 => core.set_safe_contact(case, &words),
            2 => core.start_note(case, None).and_then(|note| {
                core.keep_note(note, &words)?;
                core.sign_note(note).map(drop)
            }),
            _ => core.start_assessment(case, "ons4", Mode::Home).and_then(|begun| {
                let id = begun.assessment;
                let item = core.assessment(id)?.questions[rng.index(4)].item.clone();
                core.comment(id, &item, &words)?;
                core.answer(id, &item, &alongside_core::instrument::Response::Value(3))?;
                if rng.percent(50) { core.submit_assessment(id).map(drop) } else { core.pause_assessment(id) }
            }),
        };
        done.expect("it is written");
    }
    drop(core);
    if rng.percent(70) {
        world.sync_now(HIDDEN).expect("nothing is wrong with the network");
    }
}

fn in_the_open(world: &mut World, case: CaseId, rng: &mut Rng) {
    let core = world.phones[VISIBLE].core.clone();
    let words = format!("walk to the river, {}", rng.below(1_000));
    let done = match rng.index(3) {
        0 => core.plan_next_contact(case, Timestamp(1_790_000_000_000), Mode::Home, &words),
        _ => {
            let new = NewGoal { wording: words, wording_by: WordingBy::Client, category: None };
            core.agree_goal(case, &new).map(drop)
        }
    };
    done.expect("it is written");
    drop(core);
    world.sync_now(VISIBLE).expect("nothing is wrong with the network");
}

fn on_the_clients_phone(world: &mut World, case: CaseId, rng: &mut Rng) {
    let core = world.phones[CLIENT].core.clone();
    let mut goals = core.goals(case).expect("the phone can be read");
    goals.sort_by_key(|goal| goal.id);
    if let Some(goal) = goals.get(rng.index(goals.len()))
        && rng.percent(60)
    {
        core.check_in(goal.id, Some(i64::from(rng.between(0, 10))), None).expect("it is written");
    }
    drop(core);
    world.sync_now(CLIENT).expect("nothing is wrong with the network");
}

/// A body with the cursor's characters made equal; their number stays.
fn masked(body: &[u8]) -> String {
    const BEFORE: &str = "\"cursor\":\"";
    let text = String::from_utf8_lossy(body).into_owned();
    let Some((head, rest)) = text.split_once(BEFORE) else { return text };
    let Some((cursor, tail)) = rest.split_once('"') else { return text };
    format!("{head}{BEFORE}{}\"{tail}", "x".repeat(cursor.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_characters_of_the_cursor_is_left_out() {
        assert_eq!(masked(b"{\"v\":1,\"cursor\":\"abc\",\"n\":2}"), "{\"v\":1,\"cursor\":\"xxx\",\"n\":2}");
        assert_ne!(masked(b"{\"cursor\":\"abc\"}"), masked(b"{\"cursor\":\"abcd\"}"));
        assert_eq!(masked(b"{\"v\":1}"), "{\"v\":1}");
    }
}
