//! Onward referrals and what became of them.

use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{OnwardReferral, ReferralState, ReferralStatus, SupportMode};
use crate::model::{Audience, CaseId, EntityId, Record, StreamRef, from_fields};
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
}

impl Companion {
    /// Begins an onward referral.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a service.
    pub fn refer_onward(&self, case: CaseId, new: &NewReferral) -> Result<EntityId, CompanionError> {
        if new.to.trim().is_empty() {
            return Err(CompanionError::invalid("to", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let referral = OnwardReferral {
                need: new.need,
                support_mode: new.support_mode,
                adjustments: new.adjustments.clone(),
                ..OnwardReferral::new(new.to.clone(), new.why.clone(), writing.reading.wall)
            };
            writing.create(id, StreamRef::of_case(case, Audience::Work), &referral)
        })?;
        Ok(id)
    }

    /// Writes down what happened to a referral. A refusal needs its reason: the client is owed one.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a reason where one is owed; [`CompanionError::NotFound`].
    pub fn set_referral_status(
        &self,
        referral: EntityId,
        status: ReferralState,
        reason: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        let reason = reason.filter(|reason| !reason.trim().is_empty());
        if status.needs_reason() && reason.is_none() {
            return Err(CompanionError::invalid("reason", Reason::NeedsReason));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let parent = record::load(writing.transaction, referral)?;
            let reason = reason.map(str::to_owned);
            let happened =
                ReferralStatus { reason, ..ReferralStatus::new(referral, status, writing.reading.wall) };
            writing.create(id, parent.stream, &happened)
        })?;
        Ok(id)
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
