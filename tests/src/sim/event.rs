//! The events of a run, drawn from its seed before anything happens. Each carries its own chance, so that leaving one out
//! changes nothing about the others.

use std::fmt;

use alongside_demo::people::rng::Rng;

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place in the run, from 0.
    pub no: usize,
    /// What happens.
    pub deed: Deed,
    /// Decides the rest: to whom, where, how much.
    pub salt: u64,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>4} {:?}", self.no, self.deed)
    }
}

macro_rules! deeds {
    ($($(#[$doc:meta])* $deed:ident = $weight:literal),+ $(,)?) => {
        /// What can happen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Deed { $($(#[$doc])* $deed),+ }

        /// Each deed with how often it is drawn.
        const WEIGHTS: &[(Deed, u64)] = &[$((Deed::$deed, $weight)),+];
    };
}

deeds! {
    /// A link worker meets a new client.
    AddClient = 4,
    /// A note is written and saved as a draft.
    WriteNote = 26,
    /// A draft is opened and something is typed.
    OpenDraft = 14,
    /// What was typed is saved.
    SaveDraft = 16,
    /// A note is signed.
    SignNote = 16,
    /// Somebody types on one of their phones, and signs what another of them still shows.
    SignElsewhere = 16,
    /// A draft is thrown away.
    DiscardDraft = 6,
    /// A goal is agreed.
    AgreeGoal = 18,
    /// A goal is put in other words.
    RewordGoal = 44,
    /// A goal gets another status.
    MoveGoal = 30,
    /// A step is added to a goal.
    AddStep = 14,
    /// A step is ticked or unticked.
    TickStep = 34,
    /// Somebody says how a goal is going.
    CheckIn = 20,
    /// The next contact is planned.
    PlanNextContact = 18,
    /// A need is written down.
    RaiseNeed = 10,
    /// What is known of a client beside the name is written.
    SetDetails = 26,
    /// What matters to a client is written, put in other words, put into another order, or put away.
    WhatMatters = 26,
    /// How it is safe to reach a client is written.
    SetSafeContact = 14,
    /// An assessment is begun or gone on with.
    Assess = 22,
    /// An assessment is submitted.
    SubmitAssessment = 14,
    /// A phone begins a sync.
    BeginSync = 110,
    /// A letter arrives.
    Deliver = 150,
    /// Everything under way arrives, in some order.
    DeliverAll = 24,
    /// A request never arrives.
    LoseRequest = 14,
    /// A reply never arrives.
    LoseReply = 26,
    /// A letter arrives, and will arrive once more at some other time.
    Duplicate = 16,
    /// A reply arrives cut off.
    Truncate = 10,
    /// A network's login page answers instead.
    LoginPage = 6,
    /// The server answers that it cannot read how far a phone has come.
    RefuseCursor = 5,
    /// A phone's letters stop arriving.
    Clog = 12,
    /// They arrive again.
    Unclog = 16,
    /// A phone loses its power in one of its next writes.
    CutPhone = 22,
    /// A phone is restarted.
    Reboot = 8,
    /// A phone's disk is full, and somebody writes much on it.
    FillDisk = 8,
    /// There is room again.
    EmptyDisk = 10,
    /// A wall clock is set.
    SetClock = 10,
    /// A wall clock stops, or runs backwards.
    BreakClock = 5,
    /// A phone is backed up.
    BackUpPhone = 8,
    /// A phone is put back to its backup.
    RestorePhone = 4,
    /// A phone is set up from a copy of another.
    CopyPhone = 2,
    /// The server is backed up.
    BackUpServer = 6,
    /// The server is put back to its backup.
    RestoreServer = 6,
    /// The server's process ends in one of its next transactions.
    CutServer = 18,
    /// The server's disk is full in one of its next transactions.
    FillServer = 5,
    /// The server is restarted.
    RestartServer = 5,
    /// The server's clock is set.
    SetServerClock = 3,
    /// A link worker is put on a case.
    Assign = 12,
    /// A link worker is taken off a case.
    Unassign = 10,
    /// A case goes from one link worker to another.
    Reassign = 10,
    /// A phone is reported lost.
    RevokePhone = 4,
    /// Somebody gets another phone.
    GivePhone = 7,
    /// Somebody leaves.
    Leave = 3,
    /// Somebody asks that what is held on them be erased.
    Erase = 5,
    /// A phone that is not our core writes, and perhaps syncs.
    Script = 20,
    /// Hours or days pass.
    Wait = 22,
}

/// Whether a seed, one in four, is run a third time with right clocks, and must come to the same.
pub const fn is_paired(seed: u64) -> bool {
    seed.is_multiple_of(4)
}

/// The events that belong to `seed`.
pub fn draw(seed: u64, count: usize) -> Vec<Event> {
    let mut rng = Rng::new(seed).fork("events");
    let total: u64 = WEIGHTS.iter().map(|(_, weight)| weight).sum();
    (0..count).map(|no| Event { no, deed: weighted(rng.below(total)), salt: rng.bits() }).collect()
}

fn weighted(mut place: u64) -> Deed {
    for (deed, weight) in WEIGHTS {
        if place < *weight {
            return *deed;
        }
        place -= weight;
    }
    Deed::Wait
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_events_and_another_draws_others() {
        assert_eq!(draw(7, 50), draw(7, 50));
        assert_ne!(draw(7, 50), draw(8, 50));
        assert_eq!(draw(7, 50), draw(7, 400)[..50]);
    }

    #[test]
    fn every_deed_is_drawn() {
        let drawn: std::collections::BTreeSet<Deed> =
            draw(1, 40_000).iter().map(|event| event.deed).collect();
        assert_eq!(drawn.len(), WEIGHTS.len());
    }
}
