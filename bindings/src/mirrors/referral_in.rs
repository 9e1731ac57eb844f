//! How a person came to the service.

use alongside_core::companion::{Decline, NewReferralIn, ReferralInView};
use alongside_core::model::kinds::{DeclineReason, ReferralAnswer, ReferralIn, Route};
use alongside_core::model::{EntityId, Timestamp};

/// By which way somebody came.
#[uniffi::remote(Enum)]
pub enum Route {
    /// The GP practice referred them.
    Practice,
    /// They asked for it themselves.
    SelfReferral,
    /// A community organisation.
    Community,
    /// A call from a list of patients.
    ListCall,
    /// A word of a newer version; never written.
    Unknown,
}

/// What the person said to the offer.
#[uniffi::remote(Enum)]
pub enum ReferralAnswer {
    /// Offered, not yet answered.
    Offered,
    /// They said yes.
    Accepted,
    /// They said no, for now or for good.
    Declined,
    /// A word of a newer version; never written.
    Unknown,
}

/// Why somebody said no. A barrier is the service's to remove.
#[uniffi::remote(Enum)]
pub enum DeclineReason {
    /// They do not want it now.
    NotNow,
    /// They have other support.
    OtherSupport,
    /// They are not well enough.
    NotWell,
    /// They care for somebody and have no time.
    Caring,
    /// They were not told what it is.
    NotExplained,
    /// They do not trust who is asking.
    NoTrust,
    /// Language or access stood in the way.
    Access,
    /// Another reason.
    Other,
    /// A word of a newer version; never written.
    Unknown,
}

/// A referral into the service.
#[uniffi::remote(Record)]
pub struct ReferralIn {
    /// By which way.
    pub route: Route,
    /// The practice, organisation or poster it came from.
    pub source: String,
    /// Who there.
    pub source_person: Option<String>,
    /// Why, in the referrer's words.
    pub reason: Option<String>,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// Whether the person says that they understood what was offered.
    pub understood: Option<bool>,
    /// What they said.
    pub answer: ReferralAnswer,
    /// When they said it.
    pub answered_at: Option<Timestamp>,
    /// Why not.
    pub decline_reason: Option<DeclineReason>,
    /// Why not, in their words.
    pub decline_words: Option<String>,
    /// When they agreed to be asked again; nobody is asked again without this.
    pub ask_again_at: Option<Timestamp>,
    /// When the referrer was told what came of it.
    pub told_referrer_at: Option<Timestamp>,
}

/// A referral into the service.
#[uniffi::remote(Record)]
pub struct ReferralInView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub referral: ReferralIn,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// An offer of support as it is entered.
#[uniffi::remote(Record)]
pub struct NewReferralIn {
    /// By which way the person came.
    pub route: Route,
    /// The practice, organisation or poster it came from.
    pub source: String,
    /// Who there.
    #[uniffi(default = None)]
    pub source_person: Option<String>,
    /// Why, in the referrer's words.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// When it was offered; now when nothing is said.
    #[uniffi(default = None)]
    pub offered_at: Option<Timestamp>,
}

/// A no to the offer.
#[uniffi::remote(Record)]
pub struct Decline {
    /// Why.
    pub reason: DeclineReason,
    /// Why, in the person's words.
    #[uniffi(default = None)]
    pub words: Option<String>,
    /// Whether they say that they understood what was offered.
    #[uniffi(default = None)]
    pub understood: Option<bool>,
    /// When they agreed to be asked again; nobody is asked again without this.
    #[uniffi(default = None)]
    pub ask_again_at: Option<Timestamp>,
}
