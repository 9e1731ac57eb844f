//! What is looked at before a contact is made, planned or written down: whether the way is safe and works, whether the client
//! expects it, and which agreed date it keeps.

use rusqlite::Connection;

use super::CompanionError;
use super::held::{Held, find, list};
use crate::journey::assessment_only::owes_a_reason;
use crate::journey::calendar::Day;
use crate::journey::channel::{Blocked, Channel, blocked};
use crate::journey::finding::{Finding, Verdict};
use crate::model::kinds::{
    AccessNeed, Contact, ContactWish, Direction, Mode, NextContact, Outcome, SafeContact, WishKind,
};
use crate::model::{CaseId, Timestamp};

/// Days either side of an agreed date within which a contact keeps it.
const KEEPS_WITHIN: i64 = 3;

/// How a client can be reached, and what is agreed.
pub(super) struct Reach {
    pub(super) safe: Option<SafeContact>,
    pub(super) needs: Vec<AccessNeed>,
    pub(super) asked_for_quiet: bool,
    pub(super) next: Option<NextContact>,
}

impl Reach {
    /// Reads it, in four reads.
    pub(super) fn load(connection: &Connection, case: CaseId) -> Result<Self, CompanionError> {
        let needs = list::<AccessNeed>(connection, case)?;
        Ok(Self {
            safe: find::<SafeContact>(connection, SafeContact::id_of(case))?.map(|held| held.record),
            needs: needs.into_iter().map(|held| held.record).collect(),
            asked_for_quiet: asks_for_quiet(&list::<ContactWish>(connection, case)?),
            next: find::<NextContact>(connection, NextContact::id_of(case))?.map(|held| held.record),
        })
    }

    /// What stands against reaching the client this way.
    pub(super) fn blocked(
        &self,
        mode: Mode,
        at: Option<Timestamp>,
        leaves_message: bool,
        by_client: bool,
    ) -> Vec<Blocked> {
        blocked(&Channel {
            mode,
            at,
            leaves_message,
            by_client,
            safe: self.safe.as_ref(),
            needs: &self.needs,
            asked_for_quiet: self.asked_for_quiet,
        })
    }

    /// The agreed date that a contact at this moment keeps.
    pub(super) fn kept(&self, at: Timestamp) -> Option<Timestamp> {
        let agreed = self.next.as_ref()?.at;
        (Day::of(at).since(Day::of(agreed)).abs() <= KEEPS_WITHIN).then_some(agreed)
    }

    /// Everything that asks for a reason before this contact is written down.
    pub(super) fn advice(&self, contact: &Contact) -> Vec<Finding> {
        let by_client = contact.direction == Some(Direction::Client);
        let message = contact.outcome == Outcome::MessageLeft && contact.mode == Mode::Phone;
        let blocked = self.blocked(contact.mode, Some(contact.at), message, by_client);
        let agreed: Vec<_> = self.next.iter().map(|next| next.at).collect();
        let unexpected = owes_a_reason(contact, &agreed);
        blocked
            .iter()
            .map(Verdict::finding)
            .chain(unexpected.map(|unexpected| unexpected.finding()))
            .collect()
    }
}

/// Whether the latest of the client's standing wishes is not to be contacted for now.
fn asks_for_quiet(wishes: &[Held<ContactWish>]) -> bool {
    let standing = wishes.iter().filter(|held| held.record.withdrawn_at.is_none());
    let about = standing.filter(|held| matches!(held.record.wish, WishKind::DoNotCall | WishKind::CallMe));
    about
        .max_by_key(|held| (held.record.at, held.id))
        .is_some_and(|held| held.record.wish == WishKind::DoNotCall)
}
