//! What the phone says: its new operations, how far it has read, and what it would like compared or read again.

use rusqlite::{Connection, Transaction};
use serde_json::value::RawValue;

use super::SyncError;
use super::digest::digest;
use crate::model::StreamRef;
use crate::model::catalogue::CATALOGUE_VERSION;
use crate::ports::Reading;
use crate::store::{Identity, Pending, StoreError, SyncMark, audit, clock, identity, outbox};
use crate::wire::{Again, App, ChainHash, PROTOCOL, SyncRequest, Tail, Want, limits};

/// What a person or the state of a sync adds to what the store holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wish {
    /// Send at most so many operations: the server found more of them too large. 0 sends as many as fit.
    pub(super) most: usize,
    /// Everything is to be compared now.
    pub(super) verify: bool,
    /// There is little time left, so a smaller page is wanted.
    pub(super) hurry: bool,
}

/// A request with what is needed to read its answer.
pub(super) struct Asked {
    pub(super) identity: Identity,
    pub(super) sent: Vec<Pending>,
    pub(super) request: SyncRequest,
    /// The chain after the last operation sent.
    pub(super) chain: ChainHash,
}

/// Reads the next request from the store.
pub(super) fn prepare(
    transaction: &Transaction<'_>,
    reading: &Reading,
    wish: Wish,
) -> Result<Asked, StoreError> {
    let identity = identity::load_identity(transaction)?;
    let mark = identity::load_mark(transaction)?;
    let sent = pending(transaction, wish)?;
    let tail = ChainHash(mark.tail_hash);
    let chain = sent.iter().fold(tail, |chain, pending| chain.after(&pending.op));
    let request = SyncRequest {
        v: PROTOCOL,
        replica: identity.replica,
        tail: Tail(mark.tail, tail),
        ops: sent.iter().map(raw).collect::<Result<_, _>>()?,
        clock: (!sent.is_empty()).then(|| clock::request_clock(transaction, reading)).transpose()?,
        want: wanted(mark.cursor.as_deref(), wish.hurry),
        app: (!sent.is_empty()).then(app),
        safe: (mark.tail > mark.safe).then_some(mark.safe),
        epoch: mark.epoch,
        ..recovery(transaction, mark, sent.is_empty(), reading, wish)?
    };
    Ok(Asked { identity, sent, request, chain })
}

/// The operations that are sent next.
pub(super) fn pending(connection: &Connection, wish: Wish) -> Result<Vec<Pending>, StoreError> {
    let most = identity::load_mark(connection)?.most;
    let (ops, bytes) = most.unwrap_or((limits::MAX_OPS, limits::FILL_OPS_BYTES));
    let ops = if wish.most == 0 { ops } else { ops.min(wish.most) };
    outbox::list_pending(connection, ops.clamp(1, limits::MAX_OPS), bytes)
}

/// How much is wanted back. A phone that has read nothing shows the first case as soon as it can: the first page holds about
/// that. When there is little time left a page is small enough to be stored before it ends.
pub(super) fn wanted(cursor: Option<&str>, hurry: bool) -> Option<Want> {
    match cursor {
        _ if hurry => Some(Want { rows: 400, bytes: limits::PAGE_BYTES / 8 }),
        None => Some(Want { rows: limits::MAX_PAGE_ROWS, bytes: limits::FIRST_PAGE_BYTES }),
        Some(_) => None,
    }
}

/// What is asked for beside operations, when there are none.
fn recovery(
    transaction: &Transaction<'_>,
    mark: SyncMark,
    idle: bool,
    reading: &Reading,
    wish: Wish,
) -> Result<SyncRequest, StoreError> {
    let plain = SyncRequest { cursor: mark.cursor, ..SyncRequest::default() };
    if !idle || mark.epoch.is_none() {
        return Ok(plain);
    }
    if let Some((s, at)) = audit::find_again(transaction)? {
        return Ok(SyncRequest { again: Some(Again { s, at }), ..plain });
    }
    let due = audit::list_due(transaction, limits::MAX_AUDIT, reading.wall, wish.verify)?;
    let audit = due.iter().map(|audited| (audited.stream, digest(audited))).collect();
    Ok(SyncRequest { audit, ..plain })
}

fn raw(pending: &Pending) -> Result<Box<RawValue>, StoreError> {
    Ok(RawValue::from_string(pending.op.clone())?)
}

fn app() -> App {
    App { build: env!("CARGO_PKG_VERSION").to_owned(), catalogue: CATALOGUE_VERSION }
}

impl Asked {
    /// The stream that is being read again.
    pub(super) fn again(&self) -> Option<StreamRef> {
        self.request.again.as_ref().map(|again| again.s)
    }
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
