//! How a person came to the service: who offered it, what they were told, and what they said.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register, State};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// By which way somebody came.
    Route {
        /// The GP practice referred them.
        Practice = "practice",
        /// They asked for it themselves.
        SelfReferral = "self_referral",
        /// A community organisation.
        Community = "community",
        /// A call from a list of patients.
        ListCall = "list_call",
    }
}

choice! {
    /// What the person said to the offer.
    ReferralAnswer {
        /// Offered, not yet answered.
        Offered = "offered",
        /// They said yes.
        Accepted = "accepted",
        /// They said no, for now or for good.
        Declined = "declined",
    }
}

choice! {
    /// Why somebody said no. A barrier is the service's to remove.
    DeclineReason {
        /// They do not want it now.
        NotNow = "not_now",
        /// They have other support.
        OtherSupport = "other_support",
        /// They are not well enough.
        NotWell = "not_well",
        /// They care for somebody and have no time.
        Caring = "caring",
        /// They were not told what it is.
        NotExplained = "not_explained",
        /// They do not trust who is asking.
        NoTrust = "no_trust",
        /// Language or access stood in the way.
        Access = "access",
        /// Another reason.
        Other = "other",
    }
}

/// A referral into the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralIn {
    /// By which way.
    pub route: Route,
    /// The practice, organisation or poster it came from.
    pub source: String,
    /// Who there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_person: Option<String>,
    /// Why, in the referrer's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// Whether the person says that they understood what was offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub understood: Option<bool>,
    /// What they said.
    pub answer: ReferralAnswer,
    /// When they said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Timestamp>,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decline_reason: Option<DeclineReason>,
    /// Why not, in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decline_words: Option<String>,
    /// When they agreed to be asked again; nobody is asked again without this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask_again_at: Option<Timestamp>,
    /// When the referrer was told what came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_referrer_at: Option<Timestamp>,
}

impl ReferralIn {
    /// An offer that was not answered yet.
    pub fn new(route: Route, source: String, offered_at: Timestamp) -> Self {
        Self {
            route,
            source,
            source_person: None,
            reason: None,
            offered_at,
            understood: None,
            answer: ReferralAnswer::Offered,
            answered_at: None,
            decline_reason: None,
            decline_words: None,
            ask_again_at: None,
            told_referrer_at: None,
        }
    }
}

impl Record for ReferralIn {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 15,
        name: "referral_in",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("offered_at"),
        fields: &[
            FieldEntry::new(1, "route", Once, OneOf(Route::NAMES)),
            FieldEntry::new(2, "source", Once, Text),
            FieldEntry::new(3, "source_person", Once, Text),
            FieldEntry::new(4, "reason", Prose, Text),
            FieldEntry::new(5, "offered_at", Once, Time),
            FieldEntry::new(6, "understood", Register, Bool),
            FieldEntry::new(7, "answer", State, OneOf(ReferralAnswer::NAMES)),
            FieldEntry::new(8, "answered_at", Register, Time),
            FieldEntry::new(9, "decline_reason", Register, OneOf(DeclineReason::NAMES)),
            FieldEntry::new(10, "decline_words", Prose, Text),
            FieldEntry::new(11, "ask_again_at", Register, Time),
            FieldEntry::new(12, "told_referrer_at", Register, Time),
        ],
    };
}
