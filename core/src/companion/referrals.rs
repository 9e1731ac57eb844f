//! Onward referrals and what became of them.

use super::referral_steps::{ReferralStep, put_news};
use super::{Companion, CompanionError, Reason};
use crate::journey::news::news;
use crate::model::kinds::{
    NeedCategory, Notified, OnwardReferral, ReferralNews, ReferralState, ReferralStatus, StatusBy,
    SupportMode,
};
use crate::model::{Audience, CaseId, EntityId, Record, StreamRef, Timestamp, content_hash, from_fields};
use crate::store::{Listing, RecordRow, record};

/// An onward referral with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub referral: OnwardReferral,
    /// What happened to it, oldest first.
    pub statuses: Vec<ReferralStatusView>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// Something that happened to a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralStatusView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub status: ReferralStatus,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A referral as it is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReferral {
    /// The need it is to serve.
    pub need: Option<EntityId>,
    /// The service, in words.
    pub to: String,
    /// Why.
    pub why: String,
    /// How the client is helped to get there.
    pub support_mode: Option<SupportMode>,
    /// Fears and adjustments that travel with it.
    pub adjustments: Option<String>,
    /// The service of the directory, when it was picked there.
    pub service: Option<EntityId>,
    /// What it is about.
    pub category: Option<NeedCategory>,
    /// Whether the service is really told.
    pub notified: Option<Notified>,
    /// How long the service says the wait is, in days.
    pub expected_days: Option<i64>,
    /// Whether it is a first time there, which is asked about within two working days.
    pub first_time: Option<bool>,
    /// Why it is tried although a criterion seems not to be met.
    pub eligibility: Option<String>,
}

impl NewReferral {
    /// A referral to this service for this reason, with nothing else said.
    pub fn to(service: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            need: None,
            to: service.into(),
            why: why.into(),
            support_mode: None,
            adjustments: None,
            service: None,
            category: None,
            notified: None,
            expected_days: None,
            first_time: None,
            eligibility: None,
        }
    }
}

impl Companion {
    /// Begins an onward referral. The client reads that it is being prepared. A service that was picked in the directory is kept
    /// with the hash of its entry as it is now, so that anybody can tell later whether it has changed since.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a service; [`CompanionError::NotFound`] when the directory has no such entry.
    pub fn refer_onward(&self, case: CaseId, new: &NewReferral) -> Result<EntityId, CompanionError> {
        if new.to.trim().is_empty() {
            return Err(CompanionError::invalid("to", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let at = writing.reading.wall;
            let mut referral = new.record(at);
            if let Some(service) = new.service {
                let picked = record::load(writing.transaction, service)?;
                referral.service_hash = Some(content_hash(&picked.kind, &picked.fields));
            }
            writing.create(id, StreamRef::of_case(case, Audience::Work), &referral)?;
            let said = news(ReferralState::Drafted, &new.to, None, None, &writing.who.name);
            let told = ReferralNews { next: said.next, ..ReferralNews::new(new.to.clone(), said.words, at) };
            put_news(writing, case, id, &told)
        })?;
        Ok(id)
    }

    /// Writes down what happened to a referral, now: [`Companion::record_referral_step`] with nothing more to say. A refusal
    /// needs its reason: the client is owed one. What was called off counts as called off by the service.
    ///
    /// # Errors
    /// As [`Companion::record_referral_step`].
    pub fn set_referral_status(
        &self,
        referral: EntityId,
        status: ReferralState,
        reason: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        let by = status.needs_reason().then_some(StatusBy::Service);
        let reason = reason.map(str::to_owned);
        self.record_referral_step(referral, &ReferralStep { by, reason, ..ReferralStep::to(status) })
    }

    /// The onward referrals of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn referrals(&self, case: CaseId) -> Result<Vec<ReferralView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Work);
        let rows = self.store.read(|connection| {
            let referrals = record::list_in(connection, stream, Listing::of(OnwardReferral::ENTRY))?;
            referrals
                .into_iter()
                .map(|row| {
                    let statuses = record::list_children(connection, row.id, ReferralStatus::ENTRY)?;
                    Ok((row, statuses))
                })
                .collect::<Result<Vec<_>, _>>()
        })?;
        rows.into_iter().map(|(row, statuses)| view(&row, &statuses)).collect()
    }
}

impl NewReferral {
    fn record(&self, at: Timestamp) -> OnwardReferral {
        OnwardReferral {
            need: self.need,
            to: self.to.clone(),
            why: self.why.clone(),
            support_mode: self.support_mode,
            adjustments: self.adjustments.clone(),
            at,
            service: self.service,
            service_hash: None,
            category: self.category,
            notified: self.notified,
            expected_days: self.expected_days,
            first_time: self.first_time,
            eligibility: self.eligibility.clone(),
        }
    }
}

fn view(row: &RecordRow, statuses: &[RecordRow]) -> Result<ReferralView, CompanionError> {
    let statuses = statuses
        .iter()
        .map(|row| {
            Ok(ReferralStatusView { id: row.id, status: from_fields(&row.fields)?, unsent: row.pending })
        })
        .collect::<Result<Vec<_>, CompanionError>>()?;
    let unsent = row.pending || statuses.iter().any(|status| status.unsent);
    Ok(ReferralView { id: row.id, referral: from_fields(&row.fields)?, statuses, unsent })
}
