//! One stretch of support, from its beginning to an ending that was agreed or explained. A person who comes back begins another.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Prose, Register, State};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Where a stretch of support stands.
    EpisodeStatus {
        /// Being supported.
        Active = "active",
        /// The client asked for a pause; the door stays open.
        PausedByClient = "paused_by_client",
        /// The service paused it, for instance because nobody could be reached; the door stays open.
        PausedByService = "paused_by_service",
        /// It has ended.
        Ended = "ended",
    }
}

choice! {
    /// Why a stretch of support ended. None of these is the client's doing wrong.
    EndReason {
        /// What the client wanted was reached.
        GoalsMet = "goals_met",
        /// Both agreed that it is time.
        AgreedEnding = "agreed_ending",
        /// The client moved away.
        Moved = "moved",
        /// The client did not want it, or not any more.
        Declined = "declined",
        /// Contact was lost after every agreed way was tried.
        LostContact = "lost_contact",
        /// The client died.
        Died = "died",
        /// Another service took over.
        Transferred = "transferred",
        /// The service ended.
        ServiceEnded = "service_ended",
    }
}

/// An episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    /// When it began.
    pub started_at: Timestamp,
    /// Where it stands.
    pub status: EpisodeStatus,
    /// Why it is paused or ended, in words: what got in the way, never who is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_why: Option<String>,
    /// Since when it stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_at: Option<Timestamp>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// Why it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_reason: Option<EndReason>,
    /// What the client says of the ending.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_view: Option<String>,
    /// Whether the client agreed to the ending.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_agreed: Option<bool>,
    /// When a pause is looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_at: Option<Timestamp>,
}

impl Episode {
    /// Support that begins.
    pub fn new(started_at: Timestamp) -> Self {
        Self {
            started_at,
            status: EpisodeStatus::Active,
            status_why: None,
            status_at: None,
            ended_at: None,
            end_reason: None,
            client_view: None,
            ended_agreed: None,
            review_at: None,
        }
    }
}

impl Record for Episode {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 14,
        name: "episode",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("started_at"),
        fields: &[
            FieldEntry::new(1, "started_at", Register, Time),
            FieldEntry::new(2, "status", State, OneOf(EpisodeStatus::NAMES)),
            FieldEntry::new(3, "status_why", Prose, Text),
            FieldEntry::new(4, "status_at", Register, Time),
            FieldEntry::new(5, "ended_at", Register, Time),
            FieldEntry::new(6, "end_reason", State, OneOf(EndReason::NAMES)),
            FieldEntry::new(7, "client_view", Prose, Text),
            FieldEntry::new(8, "ended_agreed", Register, Bool),
            FieldEntry::new(9, "review_at", Register, Time),
        ],
    };
}
