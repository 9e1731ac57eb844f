//! What wrong clocks change: nothing (promise P-09). The same work by phones whose wall clocks are off by up to ten years
//! each ends as it does with clocks that are right.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::laws::{CASES, check, fail};
use super::*;
use crate::merge::{AgeBounds, effective_time};
use crate::model::{OpClock, Outcome, RequestClock};

const TEN_YEARS: i64 = 315_576_000_000;
const NOW: i64 = 1_800_000_000_000;

/// One thing a phone does: (phone, milliseconds that pass first, what).
type Step = (usize, i64, Deed);

#[derive(Clone, Copy, Debug)]
enum Deed {
    Write(u8),
    Sync,
    Restart,
    /// The wall clock is set anew, to this much off.
    SetWall(i64),
}

fn steps(sets_walls: bool, restarts: bool) -> impl Strategy<Value = Vec<Step>> {
    let deed = (0u8..8, any::<u8>(), -TEN_YEARS..TEN_YEARS).prop_map(move |(what, word, off)| match what {
        0..4 => Deed::Write(word),
        4..6 => Deed::Sync,
        6 if restarts => Deed::Restart,
        7 if sets_walls => Deed::SetWall(off),
        _ => Deed::Write(word),
    });
    prop::collection::vec((0usize..3, 1i64..3_600_000, deed), 1..14)
}

/// A phone's clocks: how far its wall clock is off, its boot, when that began, and earlier boots as it remembers them.
#[derive(Clone)]
struct Phone {
    off: i64,
    boot: u32,
    began: i64,
    boots: BTreeMap<u32, i64>,
    base: Base,
    n: u64,
    outbox: Vec<(Op, OpClock)>,
    answered: i64,
    previous: Timestamp,
}

/// When an operation was done, as the server has it.
type Reckons = fn(&RequestClock, OpClock, AgeBounds) -> Timestamp;

/// Plays the steps with these clocks; answers the record and every outcome.
fn play(steps: &[Step], offs: [i64; 3], reckons: Reckons) -> (Entity, Vec<Outcome>) {
    let new = fields(&[("wording", json!("walk")), ("category", json!("start"))]);
    let mut entity = merge(None, &Op::create(NOTE, shared(), "goal", new), &by(9, 1, 1)).entity.unwrap();
    let phone = |off: i64| Phone {
        off,
        boot: 1,
        began: NOW - 1_000,
        boots: BTreeMap::new(),
        base: Base::Revision(1),
        n: 0,
        outbox: Vec::new(),
        answered: NOW,
        previous: Timestamp(0),
    };
    let mut phones = offs.map(phone);
    let (mut now, mut outcomes) = (NOW, Vec::new());
    let last = (0..3).map(|phone| (phone, 1, Deed::Sync));
    for (which, passes, deed) in steps.iter().copied().chain(last) {
        now += passes;
        let phone = &mut phones[which];
        match deed {
            Deed::Write(word) => phone.write(now, word),
            Deed::SetWall(off) => phone.off = off,
            Deed::Restart => phone.restart(now),
            Deed::Sync => phone.sync(now, which, &mut entity, &mut outcomes, reckons),
        }
    }
    (entity, outcomes)
}

impl Phone {
    fn write(&mut self, now: i64, word: u8) {
        self.n += 1;
        let bases = Bases::All(self.base);
        let op = Op::set(NOTE, fields(&[("category", json!(format!("w{}", word % 4)))]), bases);
        self.base = Base::Own(self.n);
        self.outbox.push((op, OpClock(self.boot, (now - self.began).unsigned_abs())));
    }

    fn restart(&mut self, now: i64) {
        self.boots.insert(self.boot, self.began + self.off);
        (self.boot, self.began) = (self.boot + 1, now);
    }

    fn sync(
        &mut self,
        now: i64,
        which: usize,
        entity: &mut Entity,
        outcomes: &mut Vec<Outcome>,
        reckons: Reckons,
    ) {
        let elapsed = (now - self.began).unsigned_abs();
        let clock =
            RequestClock { boot: self.boot, elapsed, wall: now + self.off, boots: self.boots.clone() };
        let replica = u32::try_from(which).unwrap() + 1;
        let first = self.n + 1 - self.outbox.len() as u64;
        for (place, (op, done)) in (0u64..).zip(std::mem::take(&mut self.outbox)) {
            let bounds = AgeBounds {
                now: Timestamp(now),
                last_answer: Timestamp(self.answered),
                previous: self.previous,
                replaced: Timestamp(0),
                place: place + 1,
            };
            self.previous = reckons(&clock, done, bounds);
            let context = Context { eff: self.previous, ..by(replica, first + place, 0) };
            let merged = merge(Some(entity), &op, &context);
            outcomes.push(merged.outcome);
            *entity = merged.entity.unwrap_or_else(|| entity.clone());
        }
        self.base = Base::Revision(entity.cells["category"].rev);
        self.answered = now;
    }
}

fn offs() -> impl Strategy<Value = [i64; 3]> {
    prop::array::uniform3(-TEN_YEARS..TEN_YEARS)
}

fn same(steps: &[Step], offs: [i64; 3], reckons: Reckons) -> Result<(), TestCaseError> {
    if play(steps, offs, reckons) == play(steps, [0; 3], reckons) { Ok(()) } else { fail("a clock decided") }
}

#[test]
fn law_wall_clocks_years_off_change_nothing_restarts_or_not() {
    let law = |(steps, offs): (Vec<Step>, [i64; 3])| same(&steps, offs, effective_time);
    assert!(check(CASES, &(steps(false, true), offs()), law));
}

#[test]
fn law_wall_clocks_that_jump_change_nothing_while_a_phone_stays_on() {
    let law = |(steps, offs): (Vec<Step>, [i64; 3])| {
        // Without the settings time passes differently, so they stay, as settings to nothing.
        let plain: Vec<Step> = steps
            .iter()
            .map(|&(phone, passes, deed)| match deed {
                Deed::SetWall(_) => (phone, passes, Deed::SetWall(0)),
                deed => (phone, passes, deed),
            })
            .collect();
        let wrong = play(&steps, offs, effective_time);
        if wrong == play(&plain, [0; 3], effective_time) { Ok(()) } else { fail("a clock decided") }
    };
    assert!(check(CASES, &(steps(true, false), offs()), law));
}

/// Rule 1 asks no clock at all: where each writer has heard of the one before, everything applies, whatever is set or
/// restarted in between.
#[test]
fn law_who_saw_the_latest_replaces_it_whatever_clocks_do() {
    let law = |(steps, offs): (Vec<Step>, [i64; 3])| {
        let each_hears = |&(phone, passes, deed): &Step| {
            [(phone, 1, Deed::Sync), (phone, passes, deed), (phone, 1, Deed::Sync)]
        };
        let steps: Vec<Step> = steps.iter().flat_map(each_hears).collect();
        let (_, outcomes) = play(&steps, offs, effective_time);
        let settled = |outcome: &Outcome| matches!(outcome, Outcome::Applied | Outcome::Merged);
        let conflict = play(&steps, [0; 3], effective_time).1 != outcomes || !outcomes.iter().all(settled);
        if conflict { fail("a clock was asked") } else { Ok(()) }
    };
    assert!(check(CASES, &(steps(true, true), offs()), law));
}

#[test]
fn a_server_that_believes_wall_clocks_is_caught() {
    let believes: Reckons = |request, done, bounds| {
        let age = request.elapsed.saturating_sub(done.1);
        Timestamp(request.wall - i64::try_from(age).unwrap_or(0) + i64::try_from(bounds.place).unwrap_or(0))
    };
    let law = |(steps, offs): (Vec<Step>, [i64; 3])| same(&steps, offs, believes);
    assert!(!check(1_000, &(steps(false, false), offs()), law));
}
