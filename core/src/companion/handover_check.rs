//! What is still missing before a client passes to the next link worker.

use super::drafts::find_draft;
use super::held::{find, list};
use super::referral_steps::statuses;
use super::{Companion, CompanionError};
use crate::journey::finding::{Finding, Verdict};
use crate::journey::handover::{Handover, handover_gaps};
use crate::journey::referral_path::{is_settled, stands};
use crate::model::kinds::{ChangeNotice, Duty, DutyStatus, HandoverPack, OnwardReferral, SafeContact};
use crate::model::{CaseId, EntityId, Timestamp, from_fields};
use crate::store::identity;

impl Companion {
    /// What is missing when the worker changes at this moment, with the pack as it is written so far. Empty when nothing is.
    ///
    /// # Errors
    /// The store's.
    pub fn check_handover(
        &self,
        case: CaseId,
        pack: Option<EntityId>,
        changes_at: Timestamp,
    ) -> Result<Vec<Finding>, CompanionError> {
        self.look(|connection| {
            let written = pack.map(|id| find_draft(connection, id)).transpose()?.flatten();
            let written = written.map(|(draft, _)| from_fields::<HandoverPack>(&draft.fields)).transpose()?;
            let told = list::<ChangeNotice>(connection, case)?.into_iter().map(|held| held.record.at).min();
            let me = identity::load_identity(connection)?.person;
            let duties = list::<Duty>(connection, case)?;
            let mine = duties.iter().map(|held| &held.record);
            let mine = mine.filter(|duty| duty.status == DutyStatus::Open && duty.owner == Some(me));
            let mut has_referrals = false;
            for held in list::<OnwardReferral>(connection, case)? {
                has_referrals |= !is_settled(stands(&statuses(connection, held.id)?));
            }
            let gaps = handover_gaps(&Handover {
                changes_at,
                told_at: told,
                pack: written.as_ref(),
                duties_left: mine.count(),
                has_referrals,
                has_safe_contact: find::<SafeContact>(connection, SafeContact::id_of(case))?.is_some(),
            });
            Ok(gaps.iter().map(Verdict::finding).collect())
        })
    }
}
