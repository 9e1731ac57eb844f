//! One thing that happened to an onward referral. Statuses are only ever added.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::Once;
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Where a referral stands, after the referral task of HL7 Gravity's SDOH clinical care guide.
    ReferralState {
        /// Being prepared.
        Drafted = "drafted",
        /// The service was told.
        Sent = "sent",
        /// The service has it.
        Received = "received",
        /// The service takes the client.
        Accepted = "accepted",
        /// The client waits for a place.
        Waiting = "waiting",
        /// The service said no.
        Rejected = "rejected",
        /// It could not go ahead.
        Failed = "failed",
        /// It was called off.
        Cancelled = "cancelled",
        /// It is held.
        OnHold = "on_hold",
        /// The client has begun.
        Started = "started",
        /// The client went.
        Attended = "attended",
        /// It is complete.
        Finished = "finished",
    }
}

choice! {
    /// Who made a referral's state so.
    StatusBy {
        /// The link worker.
        Worker = "worker",
        /// The client.
        Client = "client",
        /// The service.
        Service = "service",
    }
}

impl ReferralState {
    /// Whether the service or the way there said no, so that a reason is owed to the client.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Rejected | Self::Failed | Self::Cancelled | Self::OnHold)
    }
}

/// A referral status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralStatus {
    /// The onward referral it is about.
    pub referral: EntityId,
    /// What happened.
    pub status: ReferralState,
    /// The reason or a remark; owed when [`ReferralState::needs_reason`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it happened.
    pub at: Timestamp,
    /// Who made it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<StatusBy>,
    /// Whether a health reason stood behind it, so that the referrer is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health_reason: Option<bool>,
}

impl ReferralStatus {
    /// That `referral` came to stand so, for no reason that was given.
    pub fn new(referral: EntityId, status: ReferralState, at: Timestamp) -> Self {
        Self { referral, status, reason: None, at, by: None, health_reason: None }
    }
}

impl Record for ReferralStatus {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 10,
        name: "referral_status",
        home: Audience::Work,
        sealed: false,
        parent: Some("referral"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "referral", Once, Id),
            FieldEntry::new(2, "status", Once, OneOf(ReferralState::NAMES)),
            FieldEntry::new(3, "reason", Once, Text),
            FieldEntry::new(4, "at", Once, Time),
            FieldEntry::new(5, "by", Once, OneOf(StatusBy::NAMES)),
            FieldEntry::new(6, "health_reason", Once, Bool),
        ],
    };
}
