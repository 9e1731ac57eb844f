//! Something that is owed to a client: a bounced referral to follow up, a promise, a first-visit check. Never "an assessment is due".

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register, State, Watch};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, PersonId, Record, Timestamp};

choice! {
    /// What a duty comes from.
    DutyOrigin {
        /// An onward referral came back.
        Bounce = "bounce",
        /// The worker promised it.
        Promise = "promise",
        /// A need for accessible communication is to be looked at again.
        AccessReview = "access_review",
        /// How the first visit to a service went.
        FirstVisit = "first_visit",
        /// The client wrote or asked.
        ClientEntry = "client_entry",
        /// It came with a handover.
        Handover = "handover",
        /// A pause is to be looked at again.
        PauseReview = "pause_review",
    }
}

choice! {
    /// Where a duty stands.
    DutyStatus {
        /// Somebody owes it.
        Open = "open",
        /// It is done.
        Done = "done",
        /// It is not owed any more, with a reason.
        Released = "released",
    }
}

/// A duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// What it comes from.
    pub origin: DutyOrigin,
    /// The record it is about, such as the referral that came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<EntityId>,
    /// What is owed, in plain words.
    pub what: String,
    /// Until when.
    pub due: Timestamp,
    /// Who owes it; absent while it waits in the team's queue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_name: Option<String>,
    /// Where it stands.
    pub status: DutyStatus,
    /// When it was done or released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<Timestamp>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// When it arose.
    pub made_at: Timestamp,
}

impl Duty {
    /// Something owed, waiting in the team's queue.
    pub fn new(origin: DutyOrigin, what: String, due: Timestamp, made_at: Timestamp) -> Self {
        Self {
            origin,
            about: None,
            what,
            due,
            owner: None,
            owner_name: None,
            status: DutyStatus::Open,
            settled_at: None,
            outcome: None,
            made_at,
        }
    }
}

impl Record for Duty {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 18,
        name: "duty",
        home: Audience::Work,
        sealed: false,
        parent: Some("about"),
        time: Some("due"),
        fields: &[
            FieldEntry::new(1, "origin", Once, OneOf(DutyOrigin::NAMES)),
            FieldEntry::new(2, "about", Once, Id),
            FieldEntry::new(3, "what", Prose, Text),
            FieldEntry::new(4, "due", Register, Time),
            FieldEntry::new(5, "owner", Watch, Id),
            FieldEntry::new(6, "owner_name", Watch, Text),
            FieldEntry::new(7, "status", State, OneOf(DutyStatus::NAMES)),
            FieldEntry::new(8, "settled_at", Register, Time),
            FieldEntry::new(9, "outcome", Prose, Text),
            FieldEntry::new(10, "made_at", Once, Time),
        ],
    };
}
