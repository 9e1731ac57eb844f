//! Onward referrals and what became of them.

use alongside_core::companion::{NewReferral, ReferralStatusView, ReferralView};
use alongside_core::model::kinds::{OnwardReferral, ReferralState, ReferralStatus, SupportMode};
use alongside_core::model::{EntityId, Timestamp};

/// How the client is helped to get to a service.
#[uniffi::remote(Enum)]
pub enum SupportMode {
    /// Told that it exists.
    ToldAbout,
    /// Given something to take away.
    InformationGiven,
    /// Referred on paper.
    Referred,
    /// Introduced in person.
    WarmHandover,
    /// The worker goes along.
    Accompany,
    /// Done together.
    DoTogether,
    /// A word of a newer version; never written.
    Unknown,
}

/// Where a referral stands. A refusal (`Rejected`, `Failed`, `Cancelled`, `OnHold`) is owed a reason.
#[uniffi::remote(Enum)]
pub enum ReferralState {
    /// Being prepared.
    Drafted,
    /// The service was told.
    Sent,
    /// The service has it.
    Received,
    /// The service takes the client.
    Accepted,
    /// The client waits for a place.
    Waiting,
    /// The service said no.
    Rejected,
    /// It could not go ahead.
    Failed,
    /// It was called off.
    Cancelled,
    /// It is held.
    OnHold,
    /// The client has begun.
    Started,
    /// The client went.
    Attended,
    /// It is complete.
    Finished,
    /// A state of a newer version; never written.
    Unknown,
}

/// An onward referral.
#[uniffi::remote(Record)]
pub struct OnwardReferral {
    /// The need it is to serve.
    pub need: Option<EntityId>,
    /// The service, in words.
    pub to: String,
    /// Why.
    pub why: String,
    /// How the client is helped to get there.
    pub support_mode: Option<SupportMode>,
    /// Fears and adjustments that travel with it.
    pub adjustments: Option<String>,
    /// When it was made.
    pub at: Timestamp,
}

/// One thing that happened to an onward referral.
#[uniffi::remote(Record)]
pub struct ReferralStatus {
    /// The onward referral it is about.
    pub referral: EntityId,
    /// What happened.
    pub status: ReferralState,
    /// The reason or a remark.
    pub reason: Option<String>,
    /// When it happened.
    pub at: Timestamp,
}

/// An onward referral with everything that happened to it.
#[uniffi::remote(Record)]
pub struct ReferralView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub referral: OnwardReferral,
    /// What happened to it, oldest first.
    pub statuses: Vec<ReferralStatusView>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// Something that happened to a referral, in a list.
#[uniffi::remote(Record)]
pub struct ReferralStatusView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub status: ReferralStatus,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A referral as it is begun.
#[uniffi::remote(Record)]
pub struct NewReferral {
    /// The need it is to serve.
    #[uniffi(default = None)]
    pub need: Option<EntityId>,
    /// The service, in words.
    pub to: String,
    /// Why.
    pub why: String,
    /// How the client is helped to get there.
    #[uniffi(default = None)]
    pub support_mode: Option<SupportMode>,
    /// Fears and adjustments that travel with it.
    #[uniffi(default = None)]
    pub adjustments: Option<String>,
}
