//! What an exchange does beside pushing and pulling: noticing that server or phone was restored, saying what is in a
//! backup, comparing digests, and sending one stream again.

use alongside_core::wire::{Again, Directive, PROTOCOL, SyncRequest, SyncResponse, Tail};

use super::audit::audit;
use super::cursor::{Cursor, CursorKey};
use super::pull::{PageSize, read_again};
use super::refused::Refused;
use super::session::Session;
use crate::store::{Grant, ReadTxn, Seq};

/// Marks the place in a stream that is read again, so that it cannot be taken for a cursor.
const AGAIN: Seq = Seq(-1);

/// When the phone has spoken with a later or another past of this server: what it is told instead of an exchange. It hands
/// over again what comes after the point this server has, and reads everything anew.
pub(super) fn resume(session: &Session, request: &SyncRequest, now: SyncResponse) -> Option<SyncResponse> {
    let known = request.epoch?;
    let replica = &session.replica;
    if known == session.epoch && request.tail.0 <= replica.last_n {
        return None;
    }
    if known == session.epoch {
        tracing::error!(
            "a phone has been told of operations that this database does not hold: was it swapped for an older copy?"
        );
    }
    let tail = Tail(replica.last_n, replica.last_hash);
    Some(SyncResponse {
        v: PROTOCOL,
        epoch: Some(session.epoch),
        directives: vec![Directive::Resume { tail }],
        ..now
    })
}

/// Adds to an answer what keeps a phone able to recover.
pub(super) fn add_marks(response: &mut SyncResponse, session: &Session, request: &SyncRequest) {
    // A phone that is only listening and knows of no epoch need not hear of it: it is told when it first has something to say.
    let begins = request.app.is_some() || request.cursor.is_none();
    if request.epoch.map_or(begins, |known| known != session.epoch) {
        response.epoch = Some(session.epoch);
    }
    let durable = session.replica.durable;
    if request.safe.map_or(!request.ops.is_empty(), |safe| durable > safe) {
        response.durable = Some(durable);
    }
    let listens = request.ops.is_empty() && request.epoch.is_some();
    if listens && request.tail.0 < session.replica.last_n {
        response.directives.push(Directive::Rekey);
    }
}

/// Adds the verdicts on the digests the phone sent.
pub(super) fn add_audit(
    txn: &dyn ReadTxn,
    response: &mut SyncResponse,
    session: &Session,
    cursor: &Cursor,
    request: &SyncRequest,
) -> Result<(), Refused> {
    response.audit = audit(txn, session, cursor, request)?;
    Ok(())
}

/// Serves the stream that the phone reads again, in place of what is new; says whether it did.
pub(super) fn add_again(
    txn: &dyn ReadTxn,
    response: &mut SyncResponse,
    (session, cursors): (&Session, &CursorKey),
    request: &SyncRequest,
) -> Result<bool, Refused> {
    let Some(again) = &request.again else { return Ok(false) };
    let granted = txn.find_grant(session.org, session.person.no, again.s)?;
    let Some(Grant { stream, revoked: None, .. }) = granted else { return Ok(false) };
    let place = match &again.at {
        None => Cursor::default(),
        Some(token) => cursors.open(token, session)?.0,
    };
    if again.at.is_some() && (place.from, place.stream) != (AGAIN, stream) {
        return Err(Refused::CursorUnknown);
    }
    let read = read_again(txn, (stream, again.s), place.position, PageSize::wanted(request.want))?;
    (response.people, response.pages) = (read.people, read.pages);
    response.again = read.stopped.map(|position| {
        let place = Cursor { from: AGAIN, head: session.seq, stream, position, ..Cursor::default() };
        Again { s: again.s, at: Some(cursors.seal(&place, session)) }
    });
    response.more = true;
    Ok(true)
}
