//! How it is safe and possible to reach a client, and who is close to them.

use alongside_core::companion::{AccessNeedView, AccessStep, CarerView, NewAccessNeed, SafeContactRule};
use alongside_core::model::kinds::{
    AccessNeed, AccessNeedType, Carer, CarerScope, Mode as ContactMode, SafeContact,
};
use alongside_core::model::{EntityId, Timestamp};

/// What somebody needs.
#[uniffi::remote(Enum)]
pub enum AccessNeedType {
    /// Deaf or hard of hearing: no telephone calls unless they say so.
    Hearing,
    /// Blind or low sight: nothing in small print.
    Sight,
    /// Both.
    DeafBlind,
    /// A learning disability: easy read, more time.
    Learning,
    /// Speech or communication.
    Speech,
    /// Reading or writing is hard.
    Literacy,
    /// An interpreter or another language.
    Language,
    /// Anything else.
    Other,
    /// A word of a newer version; never written.
    Unknown,
}

/// An access need.
#[uniffi::remote(Record)]
pub struct AccessNeed {
    /// What they need.
    pub need: AccessNeedType,
    /// In the client's words: what works.
    pub words: Option<String>,
    /// Ways of contact that do not work for them.
    pub blocked: Vec<ContactMode>,
    /// Step 1: when it was identified.
    pub identified_at: Timestamp,
    /// Step 2: when it was recorded in words anybody understands.
    pub recorded_at: Option<Timestamp>,
    /// Step 3: when it was made to stand out.
    pub flagged_at: Option<Timestamp>,
    /// Step 4: when it was passed on, with consent.
    pub shared_at: Option<Timestamp>,
    /// Step 5: when it was first met.
    pub met_at: Option<Timestamp>,
    /// Step 6: when it is to be looked at again.
    pub review_at: Option<Timestamp>,
    /// Whether it is a carer's need and not the client's own.
    pub for_carer: bool,
}

/// An access need.
#[uniffi::remote(Record)]
pub struct AccessNeedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub need: AccessNeed,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// An access need as it is entered.
#[uniffi::remote(Record)]
pub struct NewAccessNeed {
    /// What the client needs.
    pub need: AccessNeedType,
    /// In the client's words: what works.
    #[uniffi(default = None)]
    pub words: Option<String>,
    /// Ways of contact that do not work for them.
    #[uniffi(default = [])]
    pub blocked: Vec<ContactMode>,
    /// When it is looked at again; a year from now when nothing is said.
    #[uniffi(default = None)]
    pub review_at: Option<Timestamp>,
    /// Whether it is a carer's need and not the client's own.
    #[uniffi(default = false)]
    pub for_carer: bool,
}

/// A step of the Accessible Information Standard after the first two.
#[uniffi::remote(Enum)]
pub enum AccessStep {
    /// It stands out in the record.
    Flagged,
    /// It was passed on, with consent.
    Shared,
    /// It was met.
    Met,
}

/// The safe-contact rule of a case. There is one: its id comes from `id_of`.
#[uniffi::remote(Record)]
pub struct SafeContact {
    /// Ways of contact that are not safe.
    pub never: Vec<ContactMode>,
    /// When it is safe, and when not.
    pub times: Option<String>,
    /// Earliest safe minute of the day, local time; absent when any.
    pub from_minute: Option<i64>,
    /// Latest safe minute of the day, local time; absent when any.
    pub to_minute: Option<i64>,
    /// What may be said to somebody else who answers.
    pub words_allowed: Option<String>,
    /// Whether a message may be left.
    pub voicemail_ok: Option<bool>,
    /// When the client last said so.
    pub written_at: Timestamp,
}

/// A safe-contact rule as the client says it.
#[uniffi::remote(Record)]
pub struct SafeContactRule {
    /// Ways of contact that are not safe.
    #[uniffi(default = [])]
    pub never: Vec<ContactMode>,
    /// When it is safe, and when not, in words.
    #[uniffi(default = None)]
    pub times: Option<String>,
    /// Earliest safe minute of the day on UK clocks, from 0 to 1440.
    #[uniffi(default = None)]
    pub from_minute: Option<i64>,
    /// Latest safe minute of the day.
    #[uniffi(default = None)]
    pub to_minute: Option<i64>,
    /// What may be said to somebody else who answers.
    #[uniffi(default = None)]
    pub words_allowed: Option<String>,
    /// Whether a message may be left.
    #[uniffi(default = None)]
    pub voicemail_ok: Option<bool>,
}

/// What a carer may be told.
#[uniffi::remote(Enum)]
pub enum CarerScope {
    /// When and where the next contact is.
    Appointments,
    /// The goals.
    Goals,
    /// What became of referrals.
    Referrals,
    /// That they may be called when the client cannot be reached.
    Emergencies,
    /// A word of a newer version; never written.
    Unknown,
}

/// A carer or relative.
#[uniffi::remote(Record)]
pub struct Carer {
    /// Their name.
    pub name: String,
    /// Who they are to the client.
    pub relationship: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// What they may be told; nothing when empty.
    pub scope: Vec<CarerScope>,
    /// When the client agreed.
    pub granted_at: Option<Timestamp>,
    /// When the client took it back.
    pub revoked_at: Option<Timestamp>,
}

/// Somebody close to the client.
#[uniffi::remote(Record)]
pub struct CarerView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub carer: Carer,
    /// Whether the client lets them know anything now.
    pub granted: bool,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
