//! A contact between link worker and client, with the four things that make an out-of-the-blue call visible: purposes,
//! agreed beforehand, mode and outcome (the fourth, the next contact, is a record of its own).

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Id, Integer, Text, Time, Words};
use crate::model::MergeClass::{Once, Prose, Register, Set};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

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
    /// Ways of working that were used, as short words such as `motivational_interviewing`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<String>,
    /// When the two agreed to speak next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_at: Option<Timestamp>,
    /// How.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_mode: Option<Mode>,
    /// What for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_why: Option<String>,
    /// Why no next contact was agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_next_because: Option<String>,
    /// The agreed time that this contact kept; absent when nothing was agreed before it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_for: Option<Timestamp>,
    /// The onward referral or duty it was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<EntityId>,
    /// Why it was made although a rule advised against it, such as a way of contact that is not safe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether it was with a carer the client agreed to, in the client's place.
    #[serde(default)]
    pub with_carer: bool,
    /// For an attempt: whether the message asked something of the client. A kind word that asks nothing counts apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demanding: Option<bool>,
    /// Whether `at` was taken from a clock that was more than two minutes from the server's: the day may be wrong.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clock_suspect: bool,
}

impl Contact {
    /// A contact of which nothing more is known.
    pub fn new(at: Timestamp, mode: Mode, outcome: Outcome) -> Self {
        Self {
            at,
            zone: None,
            mode,
            direction: None,
            purposes: Vec::new(),
            agreed_before: None,
            outcome,
            minutes: None,
            place: None,
            methods: Vec::new(),
            next_at: None,
            next_mode: None,
            next_why: None,
            no_next_because: None,
            planned_for: None,
            about: None,
            reason: None,
            with_carer: false,
            demanding: None,
            clock_suspect: false,
        }
    }
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
            FieldEntry::new(10, "methods", Set, Words),
            FieldEntry::new(11, "next_at", Register, Time),
            FieldEntry::new(12, "next_mode", Register, OneOf(Mode::NAMES)),
            FieldEntry::new(13, "next_why", Prose, Text),
            FieldEntry::new(14, "no_next_because", Prose, Text),
            FieldEntry::new(15, "planned_for", Once, Time),
            FieldEntry::new(16, "about", Once, Id),
            FieldEntry::new(17, "reason", Prose, Text),
            FieldEntry::new(18, "with_carer", Once, Bool),
            FieldEntry::new(19, "demanding", Once, Bool),
            FieldEntry::new(20, "clock_suspect", Once, Bool),
        ],
    };
}
