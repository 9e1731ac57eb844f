//! Which operations of a phone's earlier chain were received, so that under a new replica only the others are done.

use alongside_core::wire::{Claim, Known, OpResult, limits};

use super::chain;
use crate::store::{OpAnswer, OrgNo, PersonNo, ReadTxn, StoreError};

/// What is here of the stretch that a phone of `person` claims. Somebody else's chain is as good as none.
///
/// # Errors
/// When the storage cannot be read.
pub fn prove(txn: &dyn ReadTxn, org: OrgNo, person: PersonNo, claim: &Claim) -> Result<Known, StoreError> {
    let nothing = Known { tail: claim.tail, ..Known::default() };
    let Some(found) = txn.find_replica(org, claim.replica)?.filter(|found| found.person == person) else {
        return Ok(nothing);
    };
    let points = &claim.points[..claim.points.len().min(limits::MAX_CLAIM)];
    if points.is_empty() || found.replica.last_n <= claim.tail.0 {
        return Ok(nothing);
    }
    let pushes = txn.list_pushes(org, found.replica.number, claim.tail.0)?;
    let agreed = chain::common(claim.tail, points, &pushes);
    let revs = agreed.known.iter().map(|answer| answer.rev).collect();
    Ok(Known { tail: agreed.tail, revs, results: told(claim.tail.0 + 1, &agreed.known) })
}

/// What became of operations numbered from `first`, for those that did not simply apply.
pub(super) fn told(first: u64, answers: &[OpAnswer]) -> Vec<OpResult> {
    let numbered = (first..).zip(answers);
    let told = numbered.filter(|(_, answer)| answer.outcome != alongside_core::model::Outcome::Applied);
    told.map(|(n, answer)| OpResult { n, r: answer.outcome, why: answer.why }).collect()
}
