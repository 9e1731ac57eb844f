//! The exchange itself: authenticate, push, page.

use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_core::model::{EntityId, Timestamp};
#[cfg(feature = "planted")]
use alongside_core::ports::planted;
use alongside_core::wire::{Directive, OpResult, PROTOCOL, SyncRequest, SyncResponse, limits};

use super::chain;
use super::claim::told;
use super::cursor::{Cursor, CursorKey};
use super::pull::{PageSize, Pulled, pull};
use super::push::{Pushed, Sender, push};
use super::recovery::{add_again, add_audit, add_marks, resume};
use super::refused::Refused;
use super::session::{Session, authenticate};
use super::wishes::Wishes;
use crate::store::{ReadTxn, Run, Seq, Store, StoreError, WriteTxn};

/// A phone that is only listening is noted as seen once in this many milliseconds, so that an idle request writes nothing.
const SEEN_EVERY_MS: i64 = 3_600_000;

/// What every exchange needs.
#[derive(Clone, Debug)]
pub struct Engine {
    /// Seals and opens cursors.
    pub cursors: CursorKey,
    /// The instruments answers are checked against.
    pub instruments: Arc<Registry>,
    /// What phones are asked beside their answers.
    pub wishes: Wishes,
}

/// Answers one request of the phone whose token has this SHA-256. When this returns, what the answer acknowledges is durable.
///
/// # Errors
/// When the whole request is refused; then nothing of it took effect.
pub fn exchange(
    store: &dyn Store,
    engine: &Engine,
    token_hash: [u8; 32],
    request: &SyncRequest,
    now: Timestamp,
) -> Result<SyncResponse, Refused> {
    check_shape(request)?;
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::AckBeforeCommit) && !request.ops.is_empty() {
        return answer_first(store, engine, token_hash, request, now);
    }
    if !request.ops.is_empty() {
        return store.write(|txn| push_and_pull(txn, engine, token_hash, request, now));
    }
    let (response, unseen) = store.read(|txn| listen(txn, engine, token_hash, request, now))?;
    if let Some(session) = unseen {
        let build = request.app.as_ref().map(|app| app.build.as_str());
        store.write(|txn| Ok::<_, Refused>(txn.note_seen(session.device, now, build.map(short))?))?;
    }
    Ok(response)
}

/// Has the answer before it is known whether the commit is.
#[cfg(feature = "planted")]
fn answer_first(
    store: &dyn Store,
    engine: &Engine,
    token_hash: [u8; 32],
    request: &SyncRequest,
    now: Timestamp,
) -> Result<SyncResponse, Refused> {
    let mut early = None;
    let written = store.write(|txn| {
        early = Some(push_and_pull(txn, engine, token_hash, request, now)?);
        Ok::<_, Refused>(())
    });
    early.map_or_else(|| Err(written.err().unwrap_or(Refused::CursorUnknown)), Ok)
}

fn check_shape(request: &SyncRequest) -> Result<(), Refused> {
    if request.v != PROTOCOL {
        return Err(Refused::Bad("another protocol"));
    }
    if request.ops.len() > limits::MAX_OPS {
        return Err(Refused::TooMany);
    }
    if !request.ops.is_empty() && request.clock.is_none() {
        return Err(Refused::Bad("operations without a clock"));
    }
    Ok(())
}

/// A request without operations. Answers the session, too, when the phone was not noted as seen for a while.
fn listen(
    txn: &dyn ReadTxn,
    engine: &Engine,
    token_hash: [u8; 32],
    request: &SyncRequest,
    now: Timestamp,
) -> Result<(SyncResponse, Option<Session>), Refused> {
    let session = authenticate(txn, token_hash, request)?;
    let mut response = SyncResponse { v: PROTOCOL, now, ..SyncResponse::default() };
    if let Some(resume) = resume(&session, request, response.clone()) {
        return Ok((resume, None));
    }
    let cursor = begin_reading(txn, engine, request, &session, &mut response)?;
    let replica = &session.replica;
    let pushes = match request.tail.0 < replica.last_n {
        true => txn.list_pushes(session.org, replica.number, request.tail.0)?,
        false => Vec::new(),
    };
    chain::compare(replica, request.tail, &[], &pushes).map_err(|_| Refused::Forked)?;
    add_marks(&mut response, &session, request);
    response.directives.extend(engine.wishes.say(request));
    add_audit(txn, &mut response, &session, &cursor, request)?;
    let again = add_again(txn, &mut response, (&session, &engine.cursors), request)?;
    if !again && (cursor.is_under_way() || session.person.dirty_seq > cursor.from) {
        let pulled = pull(txn, &session, cursor, PageSize::wanted(request.want), None)?;
        response.erased = erased(txn, &session, cursor.from, &pulled)?;
        add_page(&mut response, pulled, engine, &session);
        response.settled = settled(txn, &session, cursor.from)?;
    }
    let unseen = now.0.saturating_sub(session.last_seen.0) >= SEEN_EVERY_MS;
    Ok((response, unseen.then_some(session)))
}

fn push_and_pull(
    txn: &mut dyn WriteTxn,
    engine: &Engine,
    token_hash: [u8; 32],
    request: &SyncRequest,
    now: Timestamp,
) -> Result<SyncResponse, Refused> {
    let mut session = authenticate(txn, token_hash, request)?;
    let mut response = SyncResponse { v: PROTOCOL, now, ..SyncResponse::default() };
    if let Some(resume) = resume(&session, request, response.clone()) {
        return Ok(resume);
    }
    let cursor = begin_reading(txn, engine, request, &session, &mut response)?;
    let instruments = &engine.instruments;
    let pushed = push(txn, Sender { session: &session, instruments, now, has_read: cursor.head }, request)?;
    let build = request.app.as_ref().map(|app| short(&app.build));
    txn.note_seen(session.device, now, build)?;
    session.seq = pushed.echo.commit.unwrap_or(session.seq);
    add_marks(&mut response, &session, request);
    response.directives.extend(engine.wishes.say(request));
    let news = pushed.echo.commit.is_some() || session.person.dirty_seq > cursor.from;
    if news || cursor.is_under_way() {
        let pulled = pull(txn, &session, cursor, PageSize::wanted(request.want), Some(&pushed.echo))?;
        response.erased = erased(txn, &session, cursor.from, &pulled)?;
        add_page(&mut response, pulled, engine, &session);
        response.settled = settled(txn, &session, cursor.from)?;
    }
    add_answers(&mut response, request.tail.0, &pushed);
    Ok(response)
}

/// The cursor of a request. A phone that understands directives and sends one that cannot be used any more is read to from
/// the start at once.
fn begin_reading(
    txn: &dyn ReadTxn,
    engine: &Engine,
    request: &SyncRequest,
    session: &Session,
    response: &mut SyncResponse,
) -> Result<Cursor, Refused> {
    match open_cursor(txn, engine, request, session) {
        Err(Refused::CursorUnknown) if request.epoch.is_some() => {
            response.directives.push(Directive::Resnapshot);
            Ok(Cursor::default())
        }
        opened => opened,
    }
}

/// The cursor of a request, if it was made by this server, in a run that is part of this database's past, and has read as
/// far as nothing has been forgotten.
pub(super) fn open_cursor(
    txn: &dyn ReadTxn,
    engine: &Engine,
    request: &SyncRequest,
    session: &Session,
) -> Result<Cursor, Refused> {
    let Some(token) = &request.cursor else { return Ok(Cursor::default()) };
    let (cursor, made_in) = engine.cursors.open(token, session)?;
    let beginning = cursor.from == Seq(0) && cursor.head >= session.gc_floor;
    let usable = cursor.from >= session.gc_floor || beginning;
    if cursor.from < Seq(0) || !usable {
        return Err(Refused::CursorUnknown);
    }
    if made_in == session.run {
        return Ok(cursor);
    }
    match txn.find_run(session.org, made_in.0)? {
        Some(Run { salt, until: Some(until) }) if salt == made_in.1 && cursor.head <= until => Ok(cursor),
        _ => Err(Refused::CursorUnknown),
    }
}

/// What was decided meanwhile on operations of this phone that had been set aside.
fn settled(txn: &dyn ReadTxn, session: &Session, from: Seq) -> Result<Vec<OpResult>, StoreError> {
    let settled = txn.list_settled(session.org, session.replica.number, from)?;
    Ok(settled.into_iter().map(|op| OpResult { n: op.n, r: op.outcome, why: op.why }).collect())
}

/// What was erased meanwhile of which this person's phones may hold something, told once everything else is read.
fn erased(
    txn: &dyn ReadTxn,
    session: &Session,
    from: Seq,
    pulled: &Pulled,
) -> Result<Vec<EntityId>, StoreError> {
    if pulled.cursor.is_under_way() {
        return Ok(Vec::new());
    }
    txn.list_erasure_notices(session.person.no, from, pulled.cursor.from)
}

fn add_answers(response: &mut SyncResponse, tail: u64, pushed: &Pushed) {
    response.acked = Some(pushed.tail);
    response.revs = pushed.answers.iter().map(|answer| answer.rev).collect();
    response.results = told(tail + 1, &pushed.answers);
}

fn add_page(response: &mut SyncResponse, pulled: Pulled, engine: &Engine, session: &Session) {
    response.people = pulled.people;
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::HiddenCount) {
        let count = format!("{}", session.seq.0);
        response.people.push((session.person.id, count));
    }
    response.drops = pulled.drops;
    response.pages = pulled.pages;
    response.more = pulled.cursor.is_under_way();
    response.cursor = Some(engine.cursors.seal(&pulled.cursor, session));
}

/// A build as far as it is kept.
fn short(build: &str) -> &str {
    build.char_indices().nth(40).map_or(build, |(end, _)| &build[..end])
}
