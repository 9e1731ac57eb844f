//! What a link worker hands to the next one: made from the record, edited by the worker, sealed when it is given.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Id, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::{Audience, CaseId, EntityId, FieldEntry, KindEntry, PersonId, Record, Timestamp};

/// A handover pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverPack {
    /// The case it is about; only a draft says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// When it was begun.
    pub at: Timestamp,
    /// The next worker; absent when the team's queue takes the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PersonId>,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_name: Option<String>,
    /// The name of the worker who gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_name: Option<String>,
    /// What matters to the client, in the client's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what_matters: Option<String>,
    /// What was promised and is not done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promises: Option<String>,
    /// What works with this person, and what does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub do_and_do_not: Option<String>,
    /// How it is safe to reach them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe_contact: Option<String>,
    /// What is owed to them, with dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_duties: Option<String>,
    /// Where their referrals stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referrals: Option<String>,
    /// How the two came to trust each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<String>,
    /// When both workers meet the client; absent when that cannot be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meet_together_at: Option<Timestamp>,
    /// The sealed pack that this one amends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<EntityId>,
}

impl HandoverPack {
    /// An empty pack.
    pub fn new(at: Timestamp) -> Self {
        Self {
            case: None,
            at,
            to: None,
            to_name: None,
            from_name: None,
            what_matters: None,
            promises: None,
            do_and_do_not: None,
            safe_contact: None,
            open_duties: None,
            referrals: None,
            relationship: None,
            meet_together_at: None,
            amends: None,
        }
    }
}

impl Record for HandoverPack {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 24,
        name: "handover_pack",
        home: Audience::Work,
        sealed: true,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "case", Once, Id),
            FieldEntry::new(2, "at", Register, Time),
            FieldEntry::new(3, "to", Register, Id),
            FieldEntry::new(4, "to_name", Register, Text),
            FieldEntry::new(5, "from_name", Register, Text),
            FieldEntry::new(6, "what_matters", Prose, Text),
            FieldEntry::new(7, "promises", Prose, Text),
            FieldEntry::new(8, "do_and_do_not", Prose, Text),
            FieldEntry::new(9, "safe_contact", Prose, Text),
            FieldEntry::new(10, "open_duties", Prose, Text),
            FieldEntry::new(11, "referrals", Prose, Text),
            FieldEntry::new(12, "relationship", Prose, Text),
            FieldEntry::new(13, "meet_together_at", Register, Time),
            FieldEntry::new(14, "amends", Once, Id),
        ],
    };
}
