//! What is held about one person, as it is handed to this module: plain records with their state and seal. Where they are kept
//! is not known here.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::catalogue::find_kind;
use crate::model::{
    Audience, CaseId, EntityId, Fields, KindEntry, Outcome, PersonId, Record, State, StreamRef, Timestamp,
    Why, from_fields, sort_by_key,
};

/// Everything that is held about one person. `Debug` shows how much, not what.
#[derive(Clone, PartialEq)]
pub struct PersonRecord {
    /// The case.
    pub case: CaseId,
    /// The organisation that runs the service, by name.
    pub organisation: String,
    /// When this was put together.
    pub made_at: Timestamp,
    /// The records, oldest first.
    pub records: Vec<HeldRecord>,
    /// Changes that did not simply apply, kept where a person sees them.
    pub set_aside: Vec<SetAside>,
}

/// A change that did not simply apply. Nothing written in it is lost. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// The record it was about.
    pub record: EntityId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// When it was written.
    pub at: Timestamp,
    /// What was written, field by field.
    pub fields: Fields,
}

/// One record as it is held: the form in which it is exported and can be read in again. `Debug` shows its kind alone.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldRecord {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by catalogue name.
    pub kind: String,
    /// Its stream.
    pub stream: StreamRef,
    /// Where it stands.
    pub state: State,
    /// Who made it.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// Its fields.
    pub fields: Fields,
    /// Other texts of its fields that nobody has settled.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub others: BTreeMap<String, Vec<OtherText>>,
    /// Its seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<HeldSeal>,
    /// Whether the server does not have all of it yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsent: bool,
    /// Passages that were left out of it, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
}

/// Another text of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherText {
    /// The text.
    pub value: Value,
    /// Who wrote it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// The seal of a signed or submitted record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSeal {
    /// The hash of what its author saw, in hexadecimal.
    pub hash: String,
    /// Who signed.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// A passage that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The field it was in.
    pub field: String,
    /// Why, by the mark's name: `third_party` or `harm_risk`.
    pub why: String,
}

impl HeldRecord {
    /// What the catalogue says of its kind; nothing for a kind of a newer version.
    pub fn entry(&self) -> Option<&'static KindEntry> {
        find_kind(&self.kind)
    }

    /// When it happened, where its kind says so.
    pub fn at(&self) -> Option<Timestamp> {
        let at = self.entry()?.time?;
        self.fields.get(at)?.as_i64().map(Timestamp)
    }

    /// Whether it belongs to the record that is passed on: in the case's own streams, in use, and signed where its kind is
    /// signed. A draft never does, nor does a submission that waits for a person to confirm it.
    pub fn is_settled(&self) -> bool {
        let sealed_kind = self.entry().is_some_and(|kind| kind.sealed);
        let stands = if sealed_kind { self.state == State::Sealed } else { self.state == State::Active };
        stands && self.stream.audience.is_of_case()
    }

    /// Whether it is somebody's unfinished work.
    pub fn is_draft(&self) -> bool {
        self.stream.audience == Audience::Private
    }
}

impl PersonRecord {
    /// The settled records of one kind, oldest first. Those this version cannot read are passed over here; the subject-access
    /// export has them word for word.
    pub fn settled<R: Record>(&self) -> Vec<(&HeldRecord, R)> {
        let found = self.settled_of(R::ENTRY.name);
        found.into_iter().filter_map(|record| Some((record, from_fields(&record.fields).ok()?))).collect()
    }

    /// The settled records of the kind with this name, oldest first, unread. Apart from [`Self::settled`], so that a phone carries one
    /// sort and not one for each kind.
    fn settled_of(&self, kind: &str) -> Vec<&HeldRecord> {
        let settled = self.records.iter().filter(|record| record.kind == kind && record.is_settled());
        let mut found: Vec<_> = settled.collect();
        sort_by_key(&mut found, |record| (record.at(), record.id));
        found
    }

    /// The settled record with this id.
    pub fn find(&self, id: EntityId) -> Option<&HeldRecord> {
        self.records.iter().find(|record| record.id == id && record.is_settled())
    }
}

impl fmt::Debug for PersonRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonRecord").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetAside").field("outcome", &self.outcome).finish_non_exhaustive()
    }
}

impl fmt::Debug for HeldRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeldRecord").field("kind", &self.kind).finish_non_exhaustive()
    }
}
