//! Everything the rules ask of one case, read once: a fixed number of reads, however many rules look.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::CompanionError;
use super::contact_rules::Reach;
use super::duties::duty_id;
use super::episodes::current;
use super::held::{Held, find, list};
use crate::journey::promise::Promised;
use crate::model::kinds::{
    AccessNeed, Client, Contact, Duty, DutyOrigin, Episode, Goal, Need, OnwardReferral, ReferralStatus,
    VisitNote, WhatMatters,
};
use crate::model::{CaseId, EntityId, Record, StreamRef, from_fields};
use crate::store::{Listing, record};

/// One case.
pub(super) struct CaseFacts {
    pub(super) client: Held<Client>,
    pub(super) episode: Option<Held<Episode>>,
    pub(super) reach: Reach,
    pub(super) contacts: Vec<Held<Contact>>,
    pub(super) matters: Vec<Held<WhatMatters>>,
    pub(super) needs: Vec<Held<Need>>,
    pub(super) goals: Vec<Held<Goal>>,
    pub(super) referrals: Vec<Held<OnwardReferral>>,
    pub(super) duties: Vec<Held<Duty>>,
    pub(super) promises: Vec<Promised>,
    pub(super) access_needs: Vec<Held<AccessNeed>>,
    statuses: BTreeMap<EntityId, Vec<ReferralStatus>>,
}

impl CaseFacts {
    /// Reads them. Lists are newest first.
    pub(super) fn load(connection: &Connection, case: CaseId) -> Result<Self, CompanionError> {
        let duties = list::<Duty>(connection, case)?;
        let mut statuses: BTreeMap<EntityId, Vec<ReferralStatus>> = BTreeMap::new();
        for held in list::<ReferralStatus>(connection, case)?.into_iter().rev() {
            statuses.entry(held.record.referral).or_default().push(held.record);
        }
        Ok(Self {
            client: find::<Client>(connection, EntityId(case.0))?.ok_or(CompanionError::NotFound)?,
            episode: current(connection, case)?,
            reach: Reach::load(connection, case)?,
            contacts: list(connection, case)?,
            matters: list(connection, case)?,
            needs: list(connection, case)?,
            goals: list(connection, case)?,
            referrals: list(connection, case)?,
            promises: promises(connection, case, &duties)?,
            access_needs: list(connection, case)?,
            duties,
            statuses,
        })
    }

    /// What happened to a referral, oldest first.
    pub(super) fn statuses_of(&self, referral: EntityId) -> &[ReferralStatus] {
        self.statuses.get(&referral).map_or(&[], Vec::as_slice)
    }
}

/// The promises of signed notes, the latest first, with where the duty that came of each stands.
pub(super) fn promises(
    connection: &Connection,
    case: CaseId,
    duties: &[Held<Duty>],
) -> Result<Vec<Promised>, CompanionError> {
    let work = StreamRef::of_case(case, VisitNote::ENTRY.home);
    let rows = record::list_saying(connection, work, Listing::of(VisitNote::ENTRY), "promised")?;
    let promised = rows.iter().map(|row| {
        let note: VisitNote = from_fields(&row.fields)?;
        let duty = duties.iter().find(|held| held.id == duty_id(DutyOrigin::Promise, row.id));
        Ok(Promised {
            note: row.id,
            at: note.at,
            words: note.promised.unwrap_or_default(),
            duty: duty.map(|held| held.record.status),
        })
    });
    promised.collect()
}
