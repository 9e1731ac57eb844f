//! What the phone says: its new operations and how far it has read.

use rusqlite::Transaction;
use serde_json::value::RawValue;

use super::SyncError;
use crate::model::catalogue::CATALOGUE_VERSION;
use crate::ports::Reading;
use crate::store::{Identity, Pending, StoreError, identity, outbox};
use crate::wire::{App, ChainHash, PROTOCOL, SyncRequest, Tail, limits};

/// A request with what is needed to read its answer.
pub(super) struct Asked {
    pub(super) identity: Identity,
    pub(super) sent: Vec<Pending>,
    pub(super) request: SyncRequest,
    /// The chain after the last operation sent.
    pub(super) chain: ChainHash,
}

/// Reads the next request from the store.
pub(super) fn prepare(transaction: &Transaction<'_>, reading: &Reading) -> Result<Asked, StoreError> {
    let identity = identity::load_identity(transaction)?;
    let mark = identity::load_mark(transaction)?;
    let sent = outbox::list_pending(transaction, limits::MAX_OPS, limits::FILL_OPS_BYTES)?;
    let tail = ChainHash(mark.tail_hash);
    let chain = sent.iter().fold(tail, |chain, pending| chain.after(&pending.op));
    let request = SyncRequest {
        v: PROTOCOL,
        replica: identity.replica,
        tail: Tail(mark.tail, tail),
        cursor: mark.cursor,
        ops: sent.iter().map(raw).collect::<Result<_, _>>()?,
        clock: (!sent.is_empty()).then(|| identity::request_clock(transaction, reading)).transpose()?,
        want: None,
        app: (!sent.is_empty()).then(app),
    };
    Ok(Asked { identity, sent, request, chain })
}

fn raw(pending: &Pending) -> Result<Box<RawValue>, StoreError> {
    Ok(RawValue::from_string(pending.op.clone())?)
}

fn app() -> App {
    App { build: env!("CARGO_PKG_VERSION").to_owned(), catalogue: CATALOGUE_VERSION }
}

/// What a reply must not contradict.
pub(super) fn check_tail(asked: &Asked, acked: Option<Tail>) -> Result<(), SyncError> {
    let last = asked.sent.last().map(|pending| pending.n);
    match (last, acked) {
        (None, None) => Ok(()),
        (Some(n), Some(Tail(acked, chain))) if acked == n && chain == asked.chain => Ok(()),
        _ => Err(SyncError::Nonsense),
    }
}
