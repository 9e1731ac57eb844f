//! Which of the named events a run has seen, and how often. A simulator is blind to what it never makes, so a long run in
//! which one of them is rare is a failed run.

use std::collections::BTreeMap;

macro_rules! sights {
    ($($sight:ident = $name:literal),+ $(,)?) => {
        /// Something a run must have seen often.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Sight { $(#[doc = $name] $sight),+ }

        impl Sight {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$sight),+];

            /// What it is called in the report.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$sight => $name),+ }
            }
        }
    };
}

sights! {
    ReplyLost = "reply lost after the server applied",
    RequestLost = "request lost",
    Duplicated = "request delivered twice",
    StaleDuplicate = "old request delivered after newer ones",
    Reordered = "letters delivered out of order",
    Truncated = "reply cut off",
    LoginPage = "login page answered",
    CursorRefused = "cursor refused, everything read again",
    LongDelay = "letter delayed by a day or more",
    Clogged = "phone cut off from the network",
    WroteInFlight = "saved while a sync was under way",
    PhoneCutBegun = "phone died before a write",
    PhoneCutMidway = "phone died in the middle of a statement",
    PhoneCutCommitting = "phone died before a commit",
    PhoneCutCommitted = "phone died after a commit",
    PhoneCutInPage = "phone died while taking a page in",
    ServerCutWriting = "server died before a write",
    ServerCutCommitting = "server died before a commit",
    ServerCutCommitted = "server died after a commit",
    ServerFull = "server's disk full",
    ServerRestarted = "server restarted on a copy of its disk",
    DiskFull = "save refused by a full disk",
    Rebooted = "phone rebooted",
    ClockSet = "wall clock set by up to ten years",
    ClockBroken = "wall clock frozen or backwards",
    ServerClockSet = "server's clock set",
    Assigned = "link worker put on a case",
    Granted = "case granted again to somebody who had it",
    UnassignedUnsent = "taken off a case with unsent work on it",
    Reassigned = "case handed over",
    RevokedInFlight = "phone revoked while its request was under way",
    Revoked = "phone revoked",
    Left = "person left",
    Sealed = "note sealed",
    Submitted = "assessment received",
    Late = "late work accepted",
    Siblings = "two texts of one field kept",
    Merged = "concurrent edits merged by rule",
    SignStale = "stale signature sent back",
    SetAside = "operation set aside",
    UnknownField = "field of a newer app",
    UnknownAct = "act of a newer app",
    Poison = "operation that is none",
    Forged = "operation with a forged author",
    PhoneRestored = "phone restored from a backup",
    PhoneCopied = "phone copied to another",
    ServerBackedUp = "server backed up",
    ServerRestored = "server restored from a backup",
    Erased = "client's case erased",
    ErasedUnsent = "case erased with unsent work on it",
    ErasedInFlight = "case erased while a sync was under way",
    ErasedCut = "server died while it erased",
    ErasedAgain = "erased again on a restored server",
    Settled = "two phones, one record, one result",
}

/// How often each was seen.
#[derive(Clone, Debug, Default)]
pub struct Coverage(BTreeMap<Sight, u64>);

impl Coverage {
    /// One more.
    pub fn see(&mut self, sight: Sight) {
        self.add(sight, 1);
    }

    /// Several more.
    pub fn add(&mut self, sight: Sight, count: u64) {
        *self.0.entry(sight).or_default() += count;
    }

    /// How often.
    pub fn of(&self, sight: Sight) -> u64 {
        self.0.get(&sight).copied().unwrap_or_default()
    }

    /// Adds what another run has seen.
    pub fn join(&mut self, other: &Self) {
        for (sight, count) in &other.0 {
            self.add(*sight, *count);
        }
    }

    /// What was seen less often than `least`.
    pub fn rare(&self, least: u64) -> Vec<Sight> {
        Sight::ALL.iter().copied().filter(|sight| self.of(*sight) < least).collect()
    }
}
