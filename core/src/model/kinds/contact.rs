//! A contact between link worker and client, with the four things that make an out-of-the-blue call visible: purposes,
//! agreed beforehand, mode and outcome (the fourth, the next contact, is a record of its own).

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Integer, Text, Time, Words};
use crate::model::MergeClass::{Register, Set};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// How the two met.
    Mode {
        /// At the client's home.
        Home = "home",
        /// Somewhere in the community.
        Community = "community",
        /// At the GP practice.
        Practice = "practice",
        /// The worker went along to a service.
        Accompanied = "accompanied",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
        /// By text message or e-mail.
        Message = "message",
        /// By letter.
        Letter = "letter",
    }
}

choice! {
    /// Who began it.
    Direction {
        /// The link worker.
        Worker = "worker",
        /// The client.
        Client = "client",
        /// A carer or relative.
        Carer = "carer",
    }
}

choice! {
    /// What came of it.
    Outcome {
        /// Both spoke or wrote.
        TwoWay = "two_way",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// A message was left.
        MessageLeft = "message_left",
        /// The client was not at home.
        NotHome = "not_home",
        /// The client called it off.
        CancelledByClient = "cancelled_by_client",
        /// The service called it off.
        CancelledByService = "cancelled_by_service",
    }
}

choice! {
    /// What a contact was for; a contact has a set of them.
    Purpose {
        /// To listen and catch up.
        Listen = "listen",
        /// To make or change the plan.
        Plan = "plan",
        /// To go through an assessment.
        Assessment = "assessment",
        /// To help with a referral.
        ReferralHelp = "referral_help",
        /// To go along.
        Accompany = "accompany",
        /// To help with something practical.
        PracticalHelp = "practical_help",
        /// To follow something up.
        FollowUp = "follow_up",
        /// To hand over to another worker.
        Handover = "handover",
        /// To see that somebody is safe.
        Safety = "safety",
        /// To invite somebody to the service.
        Recruitment = "recruitment",
    }
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// When it happened, by the writer's clock.
    pub at: Timestamp,
    /// Offset of the writer's time zone from UTC, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<i64>,
    /// How the two met.
    pub mode: Mode,
    /// Who began it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// What it was for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// Whether the client knew beforehand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_before: Option<bool>,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// Where, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Record for Contact {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 2,
        name: "contact",
        home: Audience::Work,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "at", Register, Time),
            FieldEntry::new(2, "zone", Register, Integer(-840, 840)),
            FieldEntry::new(3, "mode", Register, OneOf(Mode::NAMES)),
            FieldEntry::new(4, "direction", Register, OneOf(Direction::NAMES)),
            FieldEntry::new(5, "purposes", Set, Words),
            FieldEntry::new(6, "agreed_before", Register, Bool),
            FieldEntry::new(7, "outcome", Register, OneOf(Outcome::NAMES)),
            FieldEntry::new(8, "minutes", Register, Integer(0, 1440)),
            FieldEntry::new(9, "place", Register, Text),
        ],
    };
}
