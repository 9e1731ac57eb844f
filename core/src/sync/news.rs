//! Waiting until there is news for this phone.

use std::time::Duration;

use super::post::post;
use super::{Cancel, SyncError, SyncReport, Transport};
use crate::store::{Store, identity};
use crate::wire::{POKE_PATH, PROTOCOL, PokeRequest, PokeResponse, limits};

/// What a request may take beyond the wait itself.
const ROAD: Duration = Duration::from_secs(15);

/// Waits until the server has something this phone has not read, at most `wait`; says whether it has. Nothing is fetched.
///
/// # Errors
/// See [`SyncError`]; a failure here says nothing about the next sync.
pub async fn wait_for_news(
    store: &Store,
    transport: &dyn Transport,
    cancel: &Cancel,
    wait: Duration,
) -> Result<bool, SyncError> {
    let (identity, mark) = store
        .read(|connection| Ok((identity::load_identity(connection)?, identity::load_mark(connection)?)))?;
    let wait = wait.as_secs().clamp(1, limits::MAX_POKE_SECONDS);
    let request = PokeRequest { v: PROTOCOL, replica: identity.replica, cursor: mark.cursor, wait };
    let within = Duration::from_secs(wait) + ROAD;
    let mut report = SyncReport::default();
    let sending = post(transport, &identity, (POKE_PATH, within), &request, &mut report);
    let answer: PokeResponse = cancel.unless_cancelled(sending).await?;
    Ok(answer.news == 1)
}
