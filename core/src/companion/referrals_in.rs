//! How a person came to the service: the offer, and what they said to it.

use serde_json::json;

use super::episodes::{begin, current};
use super::held::{self, Held, list, owed, said};
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::journey::calendar::Day;
use crate::journey::dates::{check_happened, check_order};
use crate::model::kinds::{
    DeclineReason, EpisodeStatus, REFERRAL_IN_TRANSITIONS, ReferralAnswer, ReferralIn, Route,
};
use crate::model::{Audience, CaseId, Choice, EntityId, Fields, StreamRef, Timestamp};

/// A referral into the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralInView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub referral: ReferralIn,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// An offer of support as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReferralIn {
    /// By which way the person came.
    pub route: Route,
    /// The practice, organisation or poster it came from.
    pub source: String,
    /// Who there.
    pub source_person: Option<String>,
    /// Why, in the referrer's words.
    pub reason: Option<String>,
    /// When it was offered; now when nothing is said.
    pub offered_at: Option<Timestamp>,
}

/// A no to the offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decline {
    /// Why.
    pub reason: DeclineReason,
    /// Why, in the person's words.
    pub words: Option<String>,
    /// Whether they say that they understood what was offered.
    pub understood: Option<bool>,
    /// When they agreed to be asked again; nobody is asked again without this.
    pub ask_again_at: Option<Timestamp>,
}

impl Companion {
    /// Writes down that support was offered to the person of this case.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a source, or with a day still to come.
    pub fn offer_support(&self, case: CaseId, new: &NewReferralIn) -> Result<EntityId, CompanionError> {
        let source = owed("source", &new.source)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let now = writing.reading.wall;
            let offered_at = new.offered_at.unwrap_or(now);
            check_happened(offered_at, Day::of(now))
                .map_err(|_| CompanionError::invalid("offered_at", Reason::OutOfRange))?;
            let referral = ReferralIn {
                source_person: said(new.source_person.as_deref()),
                reason: said(new.reason.as_deref()),
                ..ReferralIn::new(new.route, source.clone(), offered_at)
            };
            writing.create(id, StreamRef::of_case(case, Audience::Core), &referral)
        })?;
        Ok(id)
    }

    /// The person said yes: the support begins with it, unless it is under way.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they said yes before; [`CompanionError::NotFound`].
    pub fn accept_offer(&self, referral: EntityId, understood: Option<bool>) -> Result<(), CompanionError> {
        let episode = EntityId(self.ids.uuid());
        self.write(|writing| {
            let case =
                answer(writing, referral, ReferralAnswer::Accepted, &[("understood", json!(understood))])?;
            let open = current(writing.transaction, case)?;
            match open.filter(|held| held.record.status != EpisodeStatus::Ended) {
                Some(_) => Ok(()),
                None => begin(writing, episode, case),
            }
        })
    }

    /// The person said no, for now or for good. The reason is what stood in the way.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they have answered before, or are to be asked again in the past;
    /// [`CompanionError::NotFound`].
    pub fn decline_offer(&self, referral: EntityId, decline: &Decline) -> Result<(), CompanionError> {
        self.write(|writing| {
            if let Some(again) = decline.ask_again_at {
                check_order(writing.reading.wall, again)
                    .map_err(|_| CompanionError::invalid("ask_again_at", Reason::OutOfRange))?;
            }
            let fields = [
                ("decline_reason", json!(decline.reason)),
                ("decline_words", json!(said(decline.words.as_deref()))),
                ("understood", json!(decline.understood)),
                ("ask_again_at", json!(decline.ask_again_at)),
            ];
            answer(writing, referral, ReferralAnswer::Declined, &fields).map(drop)
        })
    }

    /// Writes down that the referrer was told what came of it.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn tell_referrer(&self, referral: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            held::load::<ReferralIn>(writing.transaction, referral)?;
            writing
                .set(referral, Fields::from([("told_referrer_at".to_owned(), json!(writing.reading.wall))]))
        })
    }

    /// The referrals into the service of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn referrals_in(&self, case: CaseId) -> Result<Vec<ReferralInView>, CompanionError> {
        let referrals = self.look(|connection| list::<ReferralIn>(connection, case))?;
        let view = |held: Held<ReferralIn>| ReferralInView {
            id: held.id,
            referral: held.record,
            unsent: held.unsent,
        };
        Ok(referrals.into_iter().map(view).collect())
    }
}

fn answer(
    writing: &Writing<'_>,
    referral: EntityId,
    to: ReferralAnswer,
    more: &[(&str, serde_json::Value)],
) -> Result<CaseId, CompanionError> {
    let (case, held) = held::load::<ReferralIn>(writing.transaction, referral)?;
    let from = held.record.answer;
    if from == to || !REFERRAL_IN_TRANSITIONS.allows(Some(from.name()), to.name()) {
        return Err(CompanionError::invalid("answer", Reason::NotFromHere));
    }
    let mut fields: Fields = more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    fields.insert("answer".to_owned(), json!(to));
    fields.insert("answered_at".to_owned(), json!(writing.reading.wall));
    fields.retain(|_, value| !value.is_null());
    writing.set(referral, fields)?;
    Ok(case)
}
