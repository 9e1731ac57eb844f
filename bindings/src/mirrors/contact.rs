//! Contacts, and the next one. In the core's folder of kinds the enums have shorter names; here all names share one space.

use alongside_core::companion::{ContactView, NewContact, NextContactView, NextPlan};
use alongside_core::model::kinds::{
    Contact, Direction as ContactDirection, Mode as ContactMode, Outcome as ContactOutcome,
    Purpose as ContactPurpose,
};
use alongside_core::model::{EntityId, Timestamp};

/// How two people meet.
#[uniffi::remote(Enum)]
pub enum ContactMode {
    /// At the client's home.
    Home,
    /// Somewhere in the community.
    Community,
    /// At the GP practice.
    Practice,
    /// The worker goes along to a service.
    Accompanied,
    /// By telephone.
    Phone,
    /// By video.
    Video,
    /// By text message or e-mail.
    Message,
    /// By letter.
    Letter,
    /// A mode of a newer version; never written.
    Unknown,
}

/// Who began a contact.
#[uniffi::remote(Enum)]
pub enum ContactDirection {
    /// The link worker.
    Worker,
    /// The client.
    Client,
    /// A carer or relative.
    Carer,
    /// A word of a newer version; never written.
    Unknown,
}

/// What came of a contact.
#[uniffi::remote(Enum)]
pub enum ContactOutcome {
    /// Both spoke or wrote.
    TwoWay,
    /// Nobody answered.
    NoAnswer,
    /// A message was left.
    MessageLeft,
    /// The client was not at home.
    NotHome,
    /// The client called it off.
    CancelledByClient,
    /// The service called it off.
    CancelledByService,
    /// An outcome of a newer version; never written.
    Unknown,
}

/// What a contact was for; a contact has a set of them.
#[uniffi::remote(Enum)]
pub enum ContactPurpose {
    /// To listen and catch up.
    Listen,
    /// To make or change the plan.
    Plan,
    /// To go through an assessment.
    Assessment,
    /// To help with a referral.
    ReferralHelp,
    /// To go along.
    Accompany,
    /// To help with something practical.
    PracticalHelp,
    /// To follow something up.
    FollowUp,
    /// To hand over to another worker.
    Handover,
    /// To see that somebody is safe.
    Safety,
    /// To invite somebody to the service.
    Recruitment,
    /// A purpose of a newer version; never written.
    Unknown,
}

/// A contact.
#[uniffi::remote(Record)]
pub struct Contact {
    /// When it happened, by the writer's clock.
    pub at: Timestamp,
    /// Offset of the writer's time zone from UTC, in minutes.
    pub zone: Option<i64>,
    /// How the two met.
    pub mode: ContactMode,
    /// Who began it.
    pub direction: Option<ContactDirection>,
    /// What it was for.
    pub purposes: Vec<ContactPurpose>,
    /// Whether the client knew beforehand.
    pub agreed_before: Option<bool>,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// How many minutes it took.
    pub minutes: Option<i64>,
    /// Where, in words.
    pub place: Option<String>,
    /// Ways of working that were used, as short words such as `motivational_interviewing`.
    pub methods: Vec<String>,
    /// When the two agreed to speak next.
    pub next_at: Option<Timestamp>,
    /// How.
    pub next_mode: Option<ContactMode>,
    /// What for.
    pub next_why: Option<String>,
    /// Why no next contact was agreed.
    pub no_next_because: Option<String>,
    /// The agreed time that this contact kept; absent when nothing was agreed before it began.
    pub planned_for: Option<Timestamp>,
    /// The onward referral or duty it was about.
    pub about: Option<EntityId>,
    /// Why it was made although a rule advised against it, such as a way of contact that is not safe.
    pub reason: Option<String>,
    /// Whether it was with a carer the client agreed to, in the client's place.
    pub with_carer: bool,
    /// For an attempt: whether the message asked something of the client. A kind word that asks nothing counts apart.
    pub demanding: Option<bool>,
    /// Whether `at` was taken from a clock that was more than two minutes from the service's: the day may be wrong.
    #[uniffi(default = false)]
    pub clock_suspect: bool,
}

/// A contact in a list.
#[uniffi::remote(Record)]
pub struct ContactView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub contact: Contact,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A contact as it is entered.
#[uniffi::remote(Record)]
pub struct NewContact {
    /// When it happened; now when nothing is said.
    pub at: Option<Timestamp>,
    /// How the two met.
    pub mode: ContactMode,
    /// Who began it.
    pub direction: ContactDirection,
    /// What it was for; at least one.
    pub purposes: Vec<ContactPurpose>,
    /// Whether the client knew beforehand.
    pub agreed_before: bool,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// How many minutes it took, at most a day's.
    #[uniffi(default = None)]
    pub minutes: Option<i64>,
    /// Where, in words.
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// Ways of working that were used, as short words.
    #[uniffi(default = [])]
    pub methods: Vec<String>,
    /// What was agreed about the next one.
    #[uniffi(default = None)]
    pub next: Option<NextPlan>,
    /// Why no next one was agreed.
    #[uniffi(default = None)]
    pub no_next_because: Option<String>,
    /// The referral or duty it was about.
    #[uniffi(default = None)]
    pub about: Option<EntityId>,
    /// Why it was made although a rule advised against it: see `check_contact`.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// Whether it was with a carer the client agreed to, in the client's place.
    #[uniffi(default = false)]
    pub with_carer: bool,
    /// For an attempt: whether the message asked something of the client.
    #[uniffi(default = None)]
    pub demanding: Option<bool>,
}

/// The next contact as two people agree it.
#[uniffi::remote(Record)]
pub struct NextPlan {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: ContactMode,
    /// What for, in words the client chose or heard.
    pub why: String,
    /// Where.
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// Whether the client agreed to it.
    #[uniffi(default = true)]
    pub agreed: bool,
}

/// The next contact as the client sees it.
#[uniffi::remote(Record)]
pub struct NextContactView {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: ContactMode,
    /// With whom.
    pub who: String,
    /// What for.
    pub why: String,
    /// Where.
    pub place: Option<String>,
    /// Whether the client agreed to it; nothing when nobody said.
    pub agreed: Option<bool>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
