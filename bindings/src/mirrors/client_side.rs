//! The client's side: what is shared, what is asked for, and the first screen.

use alongside_core::companion::{ChangeView, ReferralNewsView, SharingQuestion, SharingView, WishView};
use alongside_core::model::kinds::{
    ChangeNotice, ContactWish, ReferralNews, Sharing, SharingPurpose, WishKind,
};
use alongside_core::model::{EntityId, Timestamp};

/// What is shared, and with whom.
#[uniffi::remote(Enum)]
pub enum SharingPurpose {
    /// The GP practice gets a summary.
    Practice,
    /// Codes alone go to the practice, and no words.
    PracticeCodesOnly,
    /// A supervisor reads more than submitted assessments.
    Supervisor,
    /// A service that the client is referred to.
    Service,
    /// A carer or relative.
    Carer,
    /// Researchers, without the name.
    Research,
    /// Text messages to the client's phone.
    Messages,
    /// A word of a newer version; never written.
    Unknown,
}

/// A share switch.
#[uniffi::remote(Record)]
pub struct Sharing {
    /// What for.
    pub purpose: SharingPurpose,
    /// What exactly, in words the client heard.
    pub scope: Option<String>,
    /// With whom, by name.
    pub with: Option<String>,
    /// When the client said yes; absent when they said no.
    pub given_at: Option<Timestamp>,
    /// When the client took it back.
    pub withdrawn_at: Option<Timestamp>,
    /// When the client was asked.
    pub asked_at: Timestamp,
}

/// A share switch as both see it.
#[uniffi::remote(Record)]
pub struct SharingView {
    /// What the switch is for, what was asked and when.
    pub sharing: Sharing,
    /// Whether the client's yes stands.
    pub given: bool,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// What a client is asked about.
#[uniffi::remote(Record)]
pub struct SharingQuestion {
    /// What for.
    pub purpose: SharingPurpose,
    /// What exactly, in the words the client hears.
    pub scope: Option<String>,
    /// With whom, by name.
    pub with: Option<String>,
}

/// What is asked for.
#[uniffi::remote(Enum)]
pub enum WishKind {
    /// "Please call me."
    CallMe,
    /// "Please do not call me for now."
    DoNotCall,
    /// Another time or way for the next contact.
    ChangeNext,
    /// A question.
    Question,
    /// A word of a newer version; never written.
    Unknown,
}

/// A client's wish about contact.
#[uniffi::remote(Record)]
pub struct ContactWish {
    /// What is asked for.
    pub wish: WishKind,
    /// In the client's words.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What the worker answered.
    pub answer: Option<String>,
    /// When.
    pub answered_at: Option<Timestamp>,
    /// When the client took it back.
    pub withdrawn_at: Option<Timestamp>,
}

/// A wish with what became of it.
#[uniffi::remote(Record)]
pub struct WishView {
    /// The record.
    pub id: EntityId,
    /// What is asked for, and the answer once there is one.
    pub wish: ContactWish,
    /// Whether it still waits for an answer and was not taken back.
    pub open: bool,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// That another link worker comes.
#[uniffi::remote(Record)]
pub struct ChangeNotice {
    /// When the client was told.
    pub at: Timestamp,
    /// Who goes.
    pub from_name: Option<String>,
    /// Who comes; absent while that is not known.
    pub to_name: Option<String>,
    /// When it changes.
    pub changes_at: Timestamp,
    /// Why, in plain words.
    pub why: String,
    /// When both meet the client.
    pub meet_together_at: Option<Timestamp>,
    /// When the client read it.
    pub seen_at: Option<Timestamp>,
}

/// A change of link worker, as the client is told.
#[uniffi::remote(Record)]
pub struct ChangeView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub notice: ChangeNotice,
}

/// What became of a referral, in plain words.
#[uniffi::remote(Record)]
pub struct ReferralNews {
    /// The service, by name.
    pub service: String,
    /// Where it stands, in plain words.
    pub words: String,
    /// What happens next, and who does it.
    pub next: Option<String>,
    /// By when.
    pub by: Option<Timestamp>,
    /// When this was so.
    pub at: Timestamp,
    /// Whether nothing more is expected of it.
    pub closed: bool,
}

/// News of a referral in a list.
#[uniffi::remote(Record)]
pub struct ReferralNewsView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub news: ReferralNews,
}
