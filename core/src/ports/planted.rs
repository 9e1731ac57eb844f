//! Bugs on purpose, to show that the tests would see them. Only a build with the feature `planted` holds any of this; the
//! product is built without it.
//!
//! Each is a mistake that a comparable system has made. One is chosen for the whole process, and the places that could make
//! it ask [`is`].

use std::sync::atomic::{AtomicUsize, Ordering};

macro_rules! bugs {
    ($($bug:ident = $what:literal),+ $(,)?) => {
        /// A mistake somebody made once.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Bug { $(#[doc = $what] $bug),+ }

        impl Bug {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$bug),+];

            /// What it does, in words.
            pub const fn what(self) -> &'static str {
                match self { $(Self::$bug => $what),+ }
            }
        }
    };
}

bugs! {
    CursorBeforeRows = "the cursor moves before the rows it covers are stored",
    DeviceClockCursor = "rows older than the phone's clock at its last sync are skipped",
    NoIdempotency = "a request that is sent again is taken for a new one",
    AckBeforeCommit = "the server answers before its commit is durable",
    SynchronousNormal = "the phone's file is written with synchronous=NORMAL",
    PurgeBeforePush = "a dropped stream is deleted with the work on it that was never sent",
    GrantWithoutBackfill = "a new grant sends only what changes from then on",
    TombstoneLoses = "a record that was put away comes back",
    AuthorFromPayload = "the author is whoever the operation says",
    HiddenCount = "a number in the answer counts what others do",
    RevokeCached = "a revoked token is good for another minute",
    PoisonBlocks = "one unreadable operation refuses the whole request",
    ResetDropsQueue = "reading everything again drops the queue",
    AttemptsNotCounted = "failed attempts are counted nowhere",
    TempOnDisk = "temporary tables are on the disk, in plain text",
    DeleteCorruptFile = "a damaged file is deleted and begun anew",
    CloneReusesNumbers = "a copied phone's operations pass for the original's",
    SubmissionTwice = "a second submission counts as another one",
    ConflictCopyDropped = "the text that loses is dropped",
    LateDropped = "work written before its author knew of a handover is dropped",
    DigestSkipsField = "the digest that phone and server compare leaves a field out",
    ErasedComesBack = "what a phone still sends about somebody who was erased is taken in",
    PhotoForAnybody = "whoever asks for a photo by its id is given it",
    PhotoNotCompared = "what arrives is taken for the photo it should be",
    LastWriterWins = "of two texts written at once the later stands alone",
}

static CHOSEN: AtomicUsize = AtomicUsize::new(usize::MAX);

/// Chooses the bug of this process; none when nothing is given.
pub fn choose(bug: Option<Bug>) {
    CHOSEN.store(bug.map_or(usize::MAX, |bug| bug as usize), Ordering::SeqCst);
}

/// Whether this is the chosen one.
pub fn is(bug: Bug) -> bool {
    CHOSEN.load(Ordering::SeqCst) == bug as usize
}
