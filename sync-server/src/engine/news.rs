//! Whether it is worth a phone's while to sync: one read by key, and one bit of an answer.

use alongside_core::wire::{PROTOCOL, PokeRequest, SyncRequest};

use super::exchange::{Engine, open_cursor};
use super::refused::Refused;
use super::session::authenticate;
use crate::store::{ReadTxn, Store};

/// Whether there is something for the phone whose token has this SHA-256 that it has not read. What others wrote and this
/// person may not see is no news.
///
/// # Errors
/// When the request is refused.
pub fn has_news(
    store: &dyn Store,
    engine: &Engine,
    token_hash: [u8; 32],
    request: &PokeRequest,
) -> Result<bool, Refused> {
    if request.v != PROTOCOL {
        return Err(Refused::Bad("another protocol"));
    }
    store.read(|txn| news(txn, engine, token_hash, request))
}

fn news(
    txn: &dyn ReadTxn,
    engine: &Engine,
    token_hash: [u8; 32],
    request: &PokeRequest,
) -> Result<bool, Refused> {
    let asked = SyncRequest {
        v: PROTOCOL,
        replica: request.replica,
        cursor: request.cursor.clone(),
        ..SyncRequest::default()
    };
    let session = authenticate(txn, token_hash, &asked)?;
    match open_cursor(txn, engine, &asked, &session) {
        Ok(cursor) => Ok(cursor.is_under_way() || session.person.dirty_seq > cursor.from),
        // A cursor nobody can read is read from the start: that is news.
        Err(Refused::CursorUnknown) => Ok(true),
        Err(other) => Err(other),
    }
}
