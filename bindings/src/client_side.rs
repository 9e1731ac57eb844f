//! The client's first screen, and what a client asks for between contacts.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{
    ChangeView, ClientHome as CoreHome, GoalView, NextContactView, ReferralNewsView, SharingView, WishView,
};
use alongside_core::journey::crisis::CrisisContact as CoreContact;
use alongside_core::model::kinds::{LinkWorkerCard, WishKind};
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

/// Everything a client's first screen shows. All of it is on the phone.
#[derive(Clone, uniffi::Record)]
pub struct ClientHome {
    /// The client's case.
    pub case: CaseId,
    /// Their link worker; nothing before they were introduced.
    pub link_worker: Option<LinkWorkerCard>,
    /// What to show in place of how to reach the link worker, while they are new and have not written it; nothing when the
    /// card says it.
    pub reach_missing: Option<String>,
    /// That another link worker comes, until the client has read it.
    pub change: Option<ChangeView>,
    /// When, how and why the two speak next.
    pub next_contact: Option<NextContactView>,
    /// What to show beside a next contact that was planned with the link worker before, and that the new one is still to
    /// confirm; nothing when it stands as it is.
    pub next_to_confirm: Option<String>,
    /// Their goals, newest first.
    pub goals: Vec<GoalView>,
    /// What became of their referrals, newest first.
    pub referrals: Vec<ReferralNewsView>,
    /// What they share.
    pub sharing: Vec<SharingView>,
    /// What they asked for, newest first.
    pub wishes: Vec<WishView>,
    /// Who answers in a crisis, most urgent first.
    pub crisis: Vec<CrisisContact>,
    /// That nobody reads at once what is written here; show it above every field in which a client writes.
    pub not_watched: String,
}

/// Somebody who answers in a crisis.
#[derive(Clone, uniffi::Record)]
pub struct CrisisContact {
    /// What they are for, in plain words.
    pub when: String,
    /// Who answers.
    pub name: String,
    /// The number to call.
    pub call: Option<String>,
    /// The number to text.
    pub text: Option<String>,
    /// The word to send there.
    pub text_word: Option<String>,
    /// When they answer.
    pub hours: String,
}

impl From<CoreContact> for CrisisContact {
    fn from(contact: CoreContact) -> Self {
        Self {
            when: contact.when.to_owned(),
            name: contact.name.to_owned(),
            call: contact.call.map(str::to_owned),
            text: contact.text.map(str::to_owned),
            text_word: contact.text_word.map(str::to_owned),
            hours: contact.hours.to_owned(),
        }
    }
}

impl From<CoreHome> for ClientHome {
    fn from(home: CoreHome) -> Self {
        Self {
            case: home.case,
            link_worker: home.link_worker,
            reach_missing: home.reach_missing,
            change: home.change,
            next_contact: home.next_contact,
            next_to_confirm: home.next_to_confirm,
            goals: home.goals,
            referrals: home.referrals,
            sharing: home.sharing,
            wishes: home.wishes,
            crisis: home.crisis.into_iter().map(CrisisContact::from).collect(),
            not_watched: home.not_watched.to_owned(),
        }
    }
}

#[uniffi::export]
impl Companion {
    /// The client's first screen. Blocks for a file read.
    ///
    /// Fails with `NotFound` on the phone of somebody who is not a client.
    pub fn client_home(&self) -> Result<ClientHome, AlongsideError> {
        Ok(self.core.client_home()?.into())
    }

    /// What became of the referrals of a case in plain words, newest first. Blocks for a file read.
    pub fn referral_news(&self, case: CaseId) -> Result<Vec<ReferralNewsView>, AlongsideError> {
        Ok(self.core.referral_news(case)?)
    }

    /// Notes that the client read of a change of link worker. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn note_change_seen(&self, notice: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.note_change_seen(notice)?)
    }

    /// Asks for something about contact. Blocks for a file write.
    ///
    /// Fails with `Invalid` when a question or another time is asked for without words.
    #[uniffi::method(default(words = None))]
    pub fn wish_contact(
        &self,
        case: CaseId,
        wish: WishKind,
        words: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.wish_contact(case, wish, words.as_deref())?)
    }

    /// Takes a wish back. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn withdraw_wish(&self, wish: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.withdraw_wish(wish)?)
    }

    /// Answers a wish; the client's phone shows it after its next sync. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words, with `NotFound`, or with `NotAllowed` for a client.
    pub fn answer_wish(&self, wish: EntityId, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.answer_wish(wish, words)?)
    }

    /// The wishes of a case, newest first. Blocks for a file read.
    pub fn wishes(&self, case: CaseId) -> Result<Vec<WishView>, AlongsideError> {
        Ok(self.core.wishes(case)?)
    }

    /// Keeps the client's answer to "I know who my link worker is and how to reach them". Blocks for a file write.
    ///
    /// Fails with `NotAllowed` on anybody else's phone.
    pub fn say_recognition(&self, case: CaseId, known: bool) -> Result<(), AlongsideError> {
        Ok(self.core.say_recognition(case, known)?)
    }
}
