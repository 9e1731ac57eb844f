//! Handover packs.

use alongside_core::companion::{HandoverView, NextWorker};
use alongside_core::journey::finding::Finding;
use alongside_core::journey::handover::PackPart;
use alongside_core::model::kinds::HandoverPack;
use alongside_core::model::{CaseId, EntityId, PersonId, Timestamp};

/// A part of a handover pack.
#[uniffi::remote(Enum)]
pub enum PackPart {
    /// What matters to the client, in the client's words.
    WhatMatters,
    /// What was promised.
    Promises,
    /// What works with this person and what does not.
    DoAndDoNot,
    /// How it is safe to reach them.
    SafeContact,
    /// What is owed to them.
    OpenDuties,
    /// Where their referrals stand.
    Referrals,
    /// How the two came to trust each other.
    Relationship,
}

/// What a rule found, ready for a screen.
#[uniffi::remote(Record)]
pub struct Finding {
    /// A stable word such as `quiet_too_long`, for programs and for the record of a closure.
    pub code: String,
    /// What it is, in plain words to the link worker.
    pub words: String,
    /// The record it is about, so that a screen can open it.
    pub about: Option<EntityId>,
}

/// What a link worker hands to the next one.
#[uniffi::remote(Record)]
pub struct HandoverPack {
    /// The case it is about; only a draft says so.
    pub case: Option<CaseId>,
    /// When it was begun.
    pub at: Timestamp,
    /// The next worker; absent when the team's queue takes the case.
    pub to: Option<PersonId>,
    /// Their name.
    pub to_name: Option<String>,
    /// The name of the worker who gives it.
    pub from_name: Option<String>,
    /// What matters to the client, in the client's words.
    pub what_matters: Option<String>,
    /// What was promised and is not done.
    pub promises: Option<String>,
    /// What works with this person, and what does not.
    pub do_and_do_not: Option<String>,
    /// How it is safe to reach them.
    pub safe_contact: Option<String>,
    /// What is owed to them, with dates.
    pub open_duties: Option<String>,
    /// Where their referrals stand.
    pub referrals: Option<String>,
    /// How the two came to trust each other.
    pub relationship: Option<String>,
    /// When both workers meet the client; absent when that cannot be.
    pub meet_together_at: Option<Timestamp>,
    /// The sealed pack that this one amends.
    pub amends: Option<EntityId>,
}

/// A handover pack.
#[uniffi::remote(Record)]
pub struct HandoverView {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// What it says.
    pub pack: HandoverPack,
    /// What it does not say yet, and whether the client was told in time; nothing once it was given.
    pub missing: Vec<Finding>,
    /// When it was given; nothing while it is being written.
    pub given_at: Option<Timestamp>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// Who a client is handed to.
#[uniffi::remote(Record)]
pub struct NextWorker {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}
