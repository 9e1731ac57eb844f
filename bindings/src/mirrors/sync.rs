//! The sync line of a screen, what a sync did, and a transport's reply.

use alongside_core::companion::{Change, SyncState};
use alongside_core::model::{Outcome as RemarkOutcome, Timestamp, Why as RemarkReason};
use alongside_core::store::Standing;
use alongside_core::sync::{HttpReply, SyncReport};

/// What happened.
#[uniffi::remote(Enum)]
pub enum Change {
    /// Something was saved on this phone.
    Saved,
    /// Part of what a sync brings is here and may be shown, and the sync goes on; or photos of this phone were sent.
    Arrived,
    /// A sync succeeded; records may be new and unsent work may be sent.
    Synced,
    /// A sync did not go through; the sync line has changed, the records have not.
    SyncFailed,
}

/// What the sync line of a screen shows.
#[uniffi::remote(Record)]
pub struct SyncState {
    /// How many saved changes the server does not have.
    pub unsent: u64,
    /// When the oldest of them was saved.
    pub oldest_unsent: Option<Timestamp>,
    /// When the last sync succeeded.
    pub last_sync: Option<Timestamp>,
    /// When the last attempt was made.
    pub last_attempt: Option<Timestamp>,
    /// A stable word for what went wrong then; nothing when it succeeded.
    pub problem: Option<String>,
    /// Whether the service no longer knows this phone: a person must enrol it again with a new code. Everything on it stays, and
    /// goes out afterwards.
    pub enrol_again: bool,
    /// When a timer should try again; nothing when nothing is due or a person must act first.
    pub next_attempt: Option<Timestamp>,
    /// Whether a sync is running.
    pub running: bool,
    /// How many changes did not simply apply and should be looked at: see `remarks`.
    pub remarks: usize,
    /// Since when everything on this phone is known to be what the service has; nothing while some of it was not compared
    /// yet.
    pub verified_at: Option<Timestamp>,
    /// How often something differed and was read again.
    pub repairs: u64,
    /// How many changes the service has that are not in a backup of it yet; this phone keeps them.
    pub unsafe_yet: u64,
    /// How far this phone's clock is ahead of the service's, in milliseconds, when that is more than two minutes; behind it when
    /// negative. Times that are entered by "now" are wrong by it: ask the person once.
    #[uniffi(default = None)]
    pub clock_off_ms: Option<i64>,
    /// How many photos taken on this phone the service does not have whole: see `send_photos`.
    #[uniffi(default = 0)]
    pub photos_unsent: u64,
    /// The version of the app that the service would like, when this one is older: tell the person that a newer one is in the
    /// store. Everything goes on working.
    #[uniffi(default = None)]
    pub wanted_build: Option<String>,
}

/// Where this phone's own work on a record stands. The least safe part of it counts.
#[uniffi::remote(Enum)]
pub enum Standing {
    /// Something of it is on this phone alone.
    OnThisPhone,
    /// The service has all of it on its disk.
    Sent,
    /// All of it is in a verified backup of the service, or nothing of it was written on this phone.
    Safe,
}

/// What a sync did.
#[uniffi::remote(Record)]
pub struct SyncReport {
    /// Changes the server answered.
    pub sent: usize,
    /// Records received.
    pub received: usize,
    /// Changes a person should hear of: set aside, late, or standing beside somebody else's text.
    pub remarks: usize,
    /// Parts of the records that differed from the service's and are read again.
    pub repaired: usize,
    /// Requests made.
    pub requests: usize,
    /// Bytes of request bodies as sent.
    pub bytes_up: usize,
    /// Bytes of reply bodies as received.
    pub bytes_down: usize,
}

/// What became of a change. Each of them keeps what was written.
#[uniffi::remote(Enum)]
pub enum RemarkOutcome {
    /// It took effect as written.
    Applied,
    /// It met a concurrent edit, and a rule settled it.
    Merged,
    /// It met a concurrent edit, and both stay until a person settles it.
    Sibling,
    /// It was written before its author learned that the case had moved on; accepted and marked.
    Late,
    /// It had already been done.
    Duplicate,
    /// It came after the record was sealed and became a draft amendment.
    SealedLate,
    /// The author signed something other than what the server has; the draft stays a draft.
    SignStale,
    /// The server does not know the kind or act; kept until one that does is there.
    Parked,
    /// It may not take effect; kept where a supervisor sees it.
    Quarantined,
    /// The record was erased for good at somebody's request.
    Erased,
}

/// Why a change did not simply apply.
#[uniffi::remote(Enum)]
pub enum RemarkReason {
    /// The text of the change could not be read.
    Malformed,
    /// A kind the server does not know.
    UnknownKind,
    /// A field the server does not know.
    UnknownField,
    /// No record has this id.
    NoSuchRecord,
    /// The id belongs to a record of another kind or stream.
    IdTaken,
    /// A field that is written once was written again.
    WrittenOnce,
    /// A value is of the wrong type, too long or out of range.
    BadValue,
    /// An answer is outside its instrument's scale.
    BadAnswer,
    /// The author's stream, role or field does not allow it.
    NotAllowed,
    /// What was sealed is not what the server has.
    HashDiffers,
    /// The draft has other texts that nobody has settled.
    Unsettled,
    /// A change of its group was set aside, so it was too.
    GroupRefused,
    /// A second, different submission of one draft.
    SubmittedBefore,
    /// Larger than one change may be.
    TooLarge,
    /// Putting away lost to an edit that its author had not seen.
    EditWins,
    /// The case had moved on when this was written.
    CaseMovedOn,
    /// A supervisor looked at it and left it aside, with a note.
    LeftAside,
}

/// A reply, as it came.
#[uniffi::remote(Record)]
pub struct HttpReply {
    /// The HTTP status.
    pub status: u16,
    /// The value of `Content-Type`; empty when there was none.
    pub content_type: String,
    /// The value of `Content-Encoding`, when there was one and the body is still packed that way.
    #[uniffi(default = None)]
    pub encoding: Option<String>,
    /// Seconds to wait before the next attempt, when `Retry-After` said so.
    #[uniffi(default = None)]
    pub retry_after: Option<u64>,
    /// The body as it came.
    pub body: Vec<u8>,
}
