//! Leaving with the server, in quarantine, what this phone may no longer send or can no longer place.

use std::time::Duration;

use serde_json::value::RawValue;

use super::post::post;
use super::round::Round;
use super::{SyncError, SyncReport};
use crate::store::salvage::{self, Left};
use crate::store::{Identity, StoreError, identity};
use crate::wire::{PROTOCOL, SALVAGE_PATH, SalvageRequest, SalvageResponse, limits};

/// Leaves everything unsent. What was left before is not sent again.
pub(super) async fn leave(
    round: &Round<'_>,
    report: &mut SyncReport,
    left_time: Duration,
) -> Result<(), SyncError> {
    let identity = round.store.read(identity::load_identity)?;
    if let Some(forms) = round.store.read(salvage::list_forms)? {
        let place = (SALVAGE_PATH, left_time);
        let _: SalvageResponse = post(round.transport, &identity, place, &request(&forms)?, report).await?;
    }
    leave_batches(round, &identity, report, left_time).await
}

/// Leaves what came out of a damaged file and has no place in the chain. To be called when nothing is unsent.
pub(super) async fn leave_unplaced(
    round: &Round<'_>,
    report: &mut SyncReport,
    left_time: Duration,
) -> Result<(), SyncError> {
    if !round.store.read(salvage::has_unplaced)? {
        return Ok(());
    }
    let identity = round.store.read(identity::load_identity)?;
    leave_batches(round, &identity, report, left_time).await
}

async fn leave_batches(
    round: &Round<'_>,
    identity: &Identity,
    report: &mut SyncReport,
    left_time: Duration,
) -> Result<(), SyncError> {
    loop {
        let batch = round.store.read(|connection| {
            salvage::next_batch(connection, limits::MAX_SALVAGE_OPS, limits::FILL_OPS_BYTES)
        })?;
        let Some(batch) = batch else { return Ok(()) };
        let request = request(&batch)?;
        let place = (SALVAGE_PATH, left_time);
        let answer: SalvageResponse = post(round.transport, identity, place, &request, report).await?;
        if answer.kept != batch.ops.len() {
            return Err(SyncError::Nonsense);
        }
        round.store.write(|transaction| salvage::note_left(transaction, &batch, answer.now))?;
    }
}

fn request(batch: &Left) -> Result<SalvageRequest, StoreError> {
    let ops = batch.ops.iter().map(|op| Ok(RawValue::from_string(op.op.clone())?));
    let ops = ops.collect::<Result<_, StoreError>>()?;
    Ok(SalvageRequest { v: PROTOCOL, replica: batch.replica, first: batch.first(), ops })
}
