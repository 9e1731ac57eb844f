//! What link workers know of services, and how fresh the part of the directory is that they use.

use std::collections::BTreeSet;

use serde_json::json;

use super::service_view::find_service;
use super::{Companion, CompanionError, Reason};
use crate::journey::picker::freshness::{FRESH_DAYS, Freshness, freshness};
use crate::model::kinds::{Capacity, LocalKnowledge, OnwardReferral};
use crate::model::{Audience, EntityId, Fields, Record, StreamRef, from_fields};
use crate::store::{Listing, record};

/// Something a link worker found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewKnowledge {
    /// What is known, in words.
    pub note: String,
    /// Whether the service has room.
    pub capacity: Option<Capacity>,
    /// How long the wait is said to be, in days; 0 to 1,000.
    pub expected_days: Option<i64>,
}

/// How fresh the services are that referrals on this phone went to in the last 90 days (metric M12). Those that were named in
/// words alone are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DirectoryFreshness {
    /// Services used.
    pub used: u64,
    /// Of these: checked within 90 days.
    pub fresh: u64,
    /// Of these: not running now.
    pub not_active: u64,
}

impl Companion {
    /// Says that a service is as the directory has it, as of now.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; [`CompanionError::NotAllowed`] for anybody but a link worker.
    pub fn confirm_service(&self, service: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            find_service(writing.transaction, service)?.ok_or(CompanionError::NotFound)?;
            let at = json!(writing.reading.wall);
            writing.set(service, Fields::from([("last_confirmed_at".to_owned(), at)]))
        })
    }

    /// Adds what a link worker knows of a service. It stays beside what others know, with its author and date.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words and without capacity; [`CompanionError::NotFound`];
    /// [`CompanionError::NotAllowed`] for anybody but a link worker.
    pub fn add_local_knowledge(
        &self,
        service: EntityId,
        new: &NewKnowledge,
    ) -> Result<EntityId, CompanionError> {
        if new.note.trim().is_empty() && new.capacity.is_none() {
            return Err(CompanionError::invalid("note", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            find_service(writing.transaction, service)?.ok_or(CompanionError::NotFound)?;
            let NewKnowledge { note, capacity, expected_days } = new.clone();
            let at = writing.reading.wall;
            let known = LocalKnowledge { service, note, at, capacity, expected_days };
            writing.create(id, StreamRef::directory(writing.who.organisation), &known)
        })?;
        Ok(id)
    }

    /// How fresh the services are that referrals on this phone used.
    ///
    /// # Errors
    /// The store's.
    pub fn directory_freshness(&self) -> Result<DirectoryFreshness, CompanionError> {
        let now = self.clock.now();
        let since = now.plus_ms(-FRESH_DAYS * 86_400_000);
        Ok(self.store.read(|connection| {
            let rows = record::list_for(connection, Audience::Work, Listing::of(OnwardReferral::ENTRY))?;
            let referrals = rows.iter().filter_map(|row| from_fields::<OnwardReferral>(&row.fields).ok());
            let used: BTreeSet<EntityId> = referrals
                .filter(|referral| referral.at >= since)
                .filter_map(|referral| referral.service)
                .collect();
            let mut counted = DirectoryFreshness { used: used.len() as u64, ..DirectoryFreshness::default() };
            for id in used {
                let Some(service) = find_service(connection, id)? else { continue };
                match freshness(service.status, service.last_confirmed_at.max(service.assured_at), now) {
                    Freshness::Fresh => counted.fresh += 1,
                    Freshness::NotActive(_) => counted.not_active += 1,
                    Freshness::Stale(_) | Freshness::NeverConfirmed => {}
                }
            }
            Ok(counted)
        })?)
    }
}
