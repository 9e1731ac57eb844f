//! The first screen of a client: who their link worker is, when they speak next, their goals, and what became of referrals.

use serde_json::json;

use super::goals::GoalView;
use super::held::find;
use super::sharing::SharingView;
use super::wishes::WishView;
use super::{Companion, CompanionError, NextContactView};
use crate::journey::changed_worker::{reach_missing, to_be_confirmed};
use crate::journey::crisis::{CRISIS_CONTACTS, CrisisContact, NOT_WATCHED};
use crate::model::kinds::{ChangeNotice, LinkWorkerCard, NextContact, ReferralNews};
use crate::model::{Audience, CaseId, EntityId, Fields, Record, StreamRef, from_fields};
use crate::store::{Listing, RecordRow, record};

/// Everything a client's first screen shows. All of it is on the phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientHome {
    /// The client's case.
    pub case: CaseId,
    /// Their link worker; nothing before they were introduced.
    pub link_worker: Option<LinkWorkerCard>,
    /// What to say where the card does not say how to reach the link worker, who is new.
    pub reach_missing: Option<String>,
    /// That another link worker comes, until the client has read it.
    pub change: Option<ChangeView>,
    /// When, how and why the two speak next.
    pub next_contact: Option<NextContactView>,
    /// What to say of a next contact that was planned with the link worker before, and that the new one is still to confirm.
    pub next_to_confirm: Option<String>,
    /// Their goals, newest first.
    pub goals: Vec<GoalView>,
    /// What became of their referrals, newest first.
    pub referrals: Vec<ReferralNewsView>,
    /// What they share.
    pub sharing: Vec<SharingView>,
    /// What they asked for, newest first.
    pub wishes: Vec<WishView>,
    /// Who answers in a crisis.
    pub crisis: Vec<CrisisContact>,
    /// That nobody reads at once what is written here.
    pub not_watched: &'static str,
}

/// A change of link worker, as the client is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub notice: ChangeNotice,
}

/// What became of a referral, in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralNewsView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub news: ReferralNews,
}

impl Companion {
    /// The client's first screen.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] on the phone of somebody who is not a client.
    pub fn client_home(&self) -> Result<ClientHome, CompanionError> {
        let case = self.me()?.and_then(|me| me.own_case).ok_or(CompanionError::NotFound)?;
        let (link_worker, change) = (self.link_worker(case)?, self.latest_change(case)?);
        let next = self.look(|connection| find::<NextContact>(connection, NextContact::id_of(case)))?;
        Ok(ClientHome {
            case,
            reach_missing: link_worker.as_ref().and_then(reach_missing),
            link_worker,
            next_to_confirm: next
                .and_then(|next| to_be_confirmed(&next.record, change.as_ref().map(|change| &change.notice))),
            change: change.filter(|change| change.notice.seen_at.is_none()),
            next_contact: self.next_contact(case)?,
            goals: self.goals(case)?,
            referrals: self.referral_news(case)?,
            sharing: self.sharing(case)?,
            wishes: self.wishes(case)?,
            crisis: CRISIS_CONTACTS.to_vec(),
            not_watched: NOT_WATCHED,
        })
    }

    /// What became of the referrals of a case in plain words, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn referral_news(&self, case: CaseId) -> Result<Vec<ReferralNewsView>, CompanionError> {
        let rows = self.shared_rows(case, Listing::of(ReferralNews::ENTRY))?;
        rows.iter().map(|row| Ok(ReferralNewsView { id: row.id, news: from_fields(&row.fields)? })).collect()
    }

    /// Notes that the client read of a change of link worker.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn note_change_seen(&self, notice: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            let at = json!(writing.reading.wall);
            writing.set(notice, Fields::from([("seen_at".to_owned(), at)]))
        })
    }

    fn latest_change(&self, case: CaseId) -> Result<Option<ChangeView>, CompanionError> {
        let rows = self.shared_rows(case, Listing::of(ChangeNotice::ENTRY).first(1))?;
        rows.first().map(|row| Ok(ChangeView { id: row.id, notice: from_fields(&row.fields)? })).transpose()
    }

    fn shared_rows(&self, case: CaseId, listing: Listing) -> Result<Vec<RecordRow>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Shared);
        Ok(self.store.read(|connection| record::list_in(connection, stream, listing))?)
    }
}
