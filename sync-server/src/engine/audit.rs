//! Comparing what a phone says it holds with what is here. Only for streams in which nothing is new for it: otherwise it
//! cannot have the same yet.

use std::collections::BTreeSet;

use alongside_core::model::StreamRef;
use alongside_core::wire::{StreamDigest, SyncRequest, limits};

use super::cursor::Cursor;
use super::digest::digest_stream;
use super::session::Session;
use crate::store::{Grant, ReadTxn, StoreError};

/// For each stream the phone asked about and has read to the end: whether both hold the same.
pub(super) fn audit(
    txn: &dyn ReadTxn,
    session: &Session,
    cursor: &Cursor,
    request: &SyncRequest,
) -> Result<Vec<(StreamRef, bool)>, StoreError> {
    if request.audit.is_empty() || !request.ops.is_empty() || cursor.is_under_way() {
        return Ok(Vec::new());
    }
    let news = txn.list_news(session.person.no, cursor.from)?;
    let new: BTreeSet<StreamRef> = news.into_iter().map(|news| news.name).collect();
    let asked = request.audit.iter().take(limits::MAX_AUDIT).filter(|(name, _)| !new.contains(name));
    let verdicts = asked.map(|(name, held)| Ok(same(txn, session, *name, *held)?.map(|same| (*name, same))));
    verdicts.filter_map(Result::transpose).collect()
}

fn same(
    txn: &dyn ReadTxn,
    session: &Session,
    name: StreamRef,
    held: StreamDigest,
) -> Result<Option<bool>, StoreError> {
    match txn.find_grant(session.org, session.person.no, name)? {
        Some(Grant { stream, revoked: None, .. }) => Ok(Some(digest_stream(txn, stream)? == held)),
        _ => Ok(None),
    }
}
