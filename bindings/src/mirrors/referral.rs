//! Onward referrals and what became of them.

use alongside_core::companion::{NewReferral, ReferralStatusView, ReferralStep, ReferralView};
use alongside_core::model::kinds::{
    NeedCategory, Notified, OnwardReferral, ReferralState, ReferralStatus, StatusBy, SupportMode,
};
use alongside_core::model::{EntityId, Timestamp};

/// Whether the service was told. "Noted" is not "sent".
#[uniffi::remote(Enum)]
pub enum Notified {
    /// The service knows.
    Yes,
    /// Nobody was told; it is only noted here.
    No,
    /// The client makes the first contact.
    ClientWill,
    /// A word of a newer version; never written.
    Unknown,
}

/// Who made a referral's state so.
#[uniffi::remote(Enum)]
pub enum StatusBy {
    /// The link worker.
    Worker,
    /// The client.
    Client,
    /// The service.
    Service,
    /// A word of a newer version; never written.
    Unknown,
}

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
    /// The service of the directory, when it was picked there.
    pub service: Option<EntityId>,
    /// Hash of the directory's entry as it was when it was picked.
    pub service_hash: Option<String>,
    /// What it is about.
    pub category: Option<NeedCategory>,
    /// Whether the service was really told.
    pub notified: Option<Notified>,
    /// How long the service says the wait is, in days.
    pub expected_days: Option<i64>,
    /// Whether it is a first time there, which is followed up within two working days.
    pub first_time: Option<bool>,
    /// Why it is tried although a criterion seems not to be met.
    pub eligibility: Option<String>,
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
    /// Who made it so.
    pub by: Option<StatusBy>,
    /// Whether a health reason stood behind it, so that the referrer is told.
    pub health_reason: Option<bool>,
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
    /// The service of the directory, when it was picked there.
    #[uniffi(default = None)]
    pub service: Option<EntityId>,
    /// What it is about.
    #[uniffi(default = None)]
    pub category: Option<NeedCategory>,
    /// Whether the service is really told.
    #[uniffi(default = None)]
    pub notified: Option<Notified>,
    /// How long the service says the wait is, in days.
    #[uniffi(default = None)]
    pub expected_days: Option<i64>,
    /// Whether it is a first time there, which is asked about within two working days.
    #[uniffi(default = None)]
    pub first_time: Option<bool>,
    /// Why it is tried although a criterion seems not to be met.
    #[uniffi(default = None)]
    pub eligibility: Option<String>,
}

/// A step of a referral as it is entered.
#[uniffi::remote(Record)]
pub struct ReferralStep {
    /// Where the referral goes.
    pub status: ReferralState,
    /// Who made it so; owed when it was called off.
    #[uniffi(default = None)]
    pub by: Option<StatusBy>,
    /// Why; owed when the client is turned away or kept waiting. For the record of the link worker.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// What the client reads about the reason, in plain words.
    #[uniffi(default = None)]
    pub told_client: Option<String>,
    /// Whether a health reason stood behind it, so that the referrer is told.
    #[uniffi(default = None)]
    pub health_reason: Option<bool>,
    /// When it happened; now when nothing is said.
    #[uniffi(default = None)]
    pub at: Option<Timestamp>,
}
