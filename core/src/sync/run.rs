//! A sync from beginning to end: rounds until nothing is pending and nothing is left to read, or time is up.

use std::time::Duration;

use super::ahead::{Ahead, next_page};
use super::apply::{self, Arrived, Taken};
use super::backoff::{Backoff, next_delay_ms};
use super::photos::send_photos;
use super::post::{self, post};
use super::request::{self, Asked, Wish};
use super::round::Round;
use super::{SyncError, SyncReport, leave, rekey};
#[cfg(feature = "planted")]
use crate::ports::planted;
use crate::store::recovery::{self, NewReplica};
use crate::store::{Identity, audit, identity, mirror};
use crate::wire::{Code, Directive, PROTOCOL, REPLICA_PATH, ReplicaResponse, SYNC_PATH, SyncResponse, Tail};

/// With less time than this left, a smaller page is asked for.
const SHORT: Duration = Duration::from_secs(8);
/// An operation longer than this may be what a server, or a proxy before it, finds too large when it comes alone.
const LARGE_OP_BYTES: usize = 16 * 1024;
/// Recoveries in one sync: a restored server and a replica it does not know make two.
const MOST_RECOVERIES: u32 = 4;

/// Runs a sync and notes in the store how it ended.
///
/// # Errors
/// See [`SyncError`]; what was exchanged before is kept.
pub async fn synchronise(round: Round<'_>) -> Result<SyncReport, SyncError> {
    let mut report = SyncReport::default();
    let ended = rounds(&round, &mut report, Wish::default()).await;
    close(&round, report, ended)
}

/// Syncs, and then compares every stream with the server's, reading again what differs; says how it went as a sync does.
///
/// # Errors
/// See [`SyncError`]; what was compared before is kept.
pub async fn verify(round: Round<'_>) -> Result<SyncReport, SyncError> {
    let mut report = SyncReport::default();
    let ended = compare_all(&round, &mut report).await;
    close(&round, report, ended)
}

/// Until no stream is left that was not compared since this began; a stream that differs is read again and compared again.
async fn compare_all(round: &Round<'_>, report: &mut SyncReport) -> Result<(), SyncError> {
    round.store.write(audit::forget_verified)?;
    rounds(round, report, Wish::default()).await?;
    let wish = Wish { verify: true, ..Wish::default() };
    // Each of these compares eight streams or reads one again, so there are not more than twice as many as streams.
    for _ in 0..round.store.read(audit::count_streams)?.saturating_mul(2).max(1) {
        if round.store.read(audit::verified)?.at.is_some() {
            return Ok(());
        }
        rounds(round, report, wish).await?;
    }
    Ok(())
}

fn close(
    round: &Round<'_>,
    report: SyncReport,
    ended: Result<(), SyncError>,
) -> Result<SyncReport, SyncError> {
    match ended {
        Ok(()) => {
            round.store.fold()?;
            Ok(report)
        }
        Err(error) => {
            note(round, &error)?;
            Err(error)
        }
    }
}

/// How a sync goes on after an answer.
enum Next {
    /// Another request.
    Again,
    /// Nothing is left to send or to read.
    Done,
    /// The server was restored: it has this phone's chain up to here.
    Resume(Tail, Option<u32>),
    /// This phone's file was restored or copied.
    Rekey,
}

async fn rounds(round: &Round<'_>, report: &mut SyncReport, mut wish: Wish) -> Result<(), SyncError> {
    let began = round.clock.read().elapsed_ms;
    let (mut reread, mut recovered) = (false, 0);
    let mut ahead = None;
    loop {
        let left = round.time_left(began)?;
        wish.hurry = left < SHORT;
        let asked = match ahead.take() {
            Some(asked) => asked,
            None => ask(round, report, (left, wish))?,
        };
        let next = match once(round, report, asked, (began, &mut ahead)).await {
            // The server cannot read the cursor: read everything again, once. Pending work is untouched.
            Err(SyncError::Refused(Code::CursorUnknown, _)) if !reread => {
                reread = true;
                round.store.write(mirror::forget_cursor)?;
                Next::Again
            }
            Err(error @ SyncError::Refused(Code::TooLarge, _)) => {
                wish.most = smaller(round, wish)?.ok_or(error)?;
                Next::Again
            }
            Err(SyncError::Refused(Code::Forked, _)) => Next::Rekey,
            Err(error) => return leave_if_refused(round, report, left, error).await,
            Ok(next) => next,
        };
        recovered += u32::from(matches!(next, Next::Resume(..) | Next::Rekey));
        match next {
            Next::Done => return leave::leave_unplaced(round, report, left).await,
            Next::Again => {}
            // A server that sends a phone from one recovery to the next is not to be believed.
            Next::Resume(..) | Next::Rekey if recovered > MOST_RECOVERIES => return Err(SyncError::Nonsense),
            Next::Resume(tail, epoch) if rekey::resume(round, tail, epoch)? => {}
            Next::Resume(..) | Next::Rekey => change_replica(round, report, left).await?,
        }
    }
}

/// A batch was too large: how many operations to send next, half as many. One operation that is large and was refused alone is set aside;
/// one that is small was not refused for its size, and nothing can be done about that here.
fn smaller(round: &Round<'_>, wish: Wish) -> Result<Option<usize>, SyncError> {
    let sent = round.store.read(|connection| request::pending(connection, wish))?;
    match sent.as_slice() {
        [] => Ok(None),
        [one] if one.op.len() > LARGE_OP_BYTES => {
            round.store.write(recovery::set_first_aside)?;
            Ok(Some(0))
        }
        [_] => Ok(None),
        many => Ok(Some(many.len() / 2)),
    }
}

async fn change_replica(round: &Round<'_>, report: &mut SyncReport, left: Duration) -> Result<(), SyncError> {
    let (identity, kept, request) = rekey::ask(round)?;
    let sending = post(round.transport, &identity, (REPLICA_PATH, left), &request, report);
    let given: ReplicaResponse = round.cancel.unless_cancelled(sending).await?;
    let new = NewReplica {
        id: request.replica,
        identity: Identity { replica: given.replica, ..identity },
        epoch: Some(given.epoch),
        known: 0,
        answers: Vec::new(),
        now: given.now,
    };
    let new = rekey::new_replica(&kept, &given.known, new)?;
    Ok(round.store.write(|transaction| recovery::rekey(transaction, &new))?)
}

/// A phone that may no longer sync leaves what it had not sent; and one that was ordered to be emptied says so when it has.
async fn leave_if_refused(
    round: &Round<'_>,
    report: &mut SyncReport,
    left: Duration,
    error: SyncError,
) -> Result<(), SyncError> {
    match error {
        SyncError::WipeOrdered(order) => {
            let identity = round.store.read(identity::load_identity)?;
            if !order.is_for(&identity.token, identity.device) {
                return Err(SyncError::Refused(Code::TokenRevoked, None));
            }
            leave::leave(round, report, left).await?;
            send_photos(*round, u64::MAX).await?;
            Err(SyncError::Wiped)
        }
        SyncError::Refused(Code::TokenRevoked | Code::Forbidden, _) => {
            // The refusal is what a person must hear of; what could not be left now is left at the next attempt.
            let _ = leave::leave(round, report, left).await;
            Err(error)
        }
        other => Err(other),
    }
}

/// A request as the store has it now.
fn ask<'a>(
    round: &Round<'a>,
    report: &mut SyncReport,
    (left, wish): (Duration, Wish),
) -> Result<Ahead<'a>, SyncError> {
    let reading = round.clock.read();
    let asked = round.store.write(|transaction| request::prepare(transaction, &reading, wish))?;
    send(round, report, asked, left)
}

fn send<'a>(
    round: &Round<'a>,
    report: &mut SyncReport,
    asked: Asked,
    left: Duration,
) -> Result<Ahead<'a>, SyncError> {
    let sending = post::send(round.transport, &asked.identity, (SYNC_PATH, left), &asked.request, report)?;
    Ok(Ahead { asked, sending })
}

/// One request and its answer. Where the answer is a page among several, the next one sets out before it is stored.
async fn once<'a>(
    round: &Round<'a>,
    report: &mut SyncReport,
    Ahead { asked, sending }: Ahead<'a>,
    (began, ahead): (u64, &mut Option<Ahead<'a>>),
) -> Result<Next, SyncError> {
    let reply = round.cancel.unless_cancelled(sending.reply()).await?;
    let response: SyncResponse = post::read(&reply, report)?;
    drop(reply);
    if response.v != PROTOCOL {
        return Err(SyncError::Nonsense);
    }
    if let Some(tail) = response.directives.iter().find_map(resumes) {
        return Ok(Next::Resume(tail, response.epoch));
    }
    request::check_tail(&asked, response.acked)?;
    let rekey = response.directives.contains(&Directive::Rekey);
    let (more, moved) = (response.more, response.cursor.is_some() || asked.again().is_some());
    report.repaired += response.audit.iter().filter(|(_, same)| !same).count();
    let compared = !response.audit.is_empty();
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::CursorBeforeRows)
        && let Some(cursor) = &response.cursor
    {
        round.store.write(|transaction| mirror::keep_cursor(transaction, cursor))?;
    }
    *ahead = look_ahead(round, report, (&asked, &response), began).await?;
    let arrived = Arrived::read(response)?;
    let reading = round.clock.read();
    let taken = round.store.write(|transaction| apply::take(transaction, &asked, &arrived, &reading))?;
    add(report, &taken);
    if more && taken.received > 0 {
        (round.arrived)();
    }
    if more && !moved && asked.sent.is_empty() {
        return Err(SyncError::Nonsense);
    }
    let unread = round.store.read(mirror::is_relisting)?;
    let again = compared && round.store.read(audit::find_again)?.is_some();
    let goes_on = more || unread || more_to_send(round)? || again;
    Ok(match (rekey, goes_on) {
        (true, _) => Next::Rekey,
        (false, true) => Next::Again,
        (false, false) => Next::Done,
    })
}

/// The request for the next page, on its way, when nothing else is to be asked or sent first.
async fn look_ahead<'a>(
    round: &Round<'a>,
    report: &mut SyncReport,
    (asked, answer): (&Asked, &SyncResponse),
    began: u64,
) -> Result<Option<Ahead<'a>>, SyncError> {
    let left = match round.time_left(began) {
        Ok(left) if answer.more && !more_to_send(round)? => left,
        _ => return Ok(None),
    };
    let Some(request) = next_page(&asked.request, answer, left < SHORT) else { return Ok(None) };
    let next = Asked { identity: asked.identity.clone(), sent: Vec::new(), request, chain: asked.chain };
    let Ahead { asked, sending } = send(round, report, next, left)?;
    Ok(Some(Ahead { asked, sending: sending.set_out().await }))
}

fn resumes(directive: &Directive) -> Option<Tail> {
    match directive {
        Directive::Resume { tail } => Some(*tail),
        _ => None,
    }
}

fn more_to_send(round: &Round<'_>) -> Result<bool, SyncError> {
    Ok(round.store.read(crate::store::outbox::unsent)?.count > 0)
}

fn add(report: &mut SyncReport, taken: &Taken) {
    report.sent += taken.sent;
    report.received += taken.received;
    report.remarks += taken.remarks;
}

/// Notes a failure and when a timer should try again. One that a person called off is no failure.
fn note(round: &Round<'_>, error: &SyncError) -> Result<(), SyncError> {
    if matches!(error, SyncError::Cancelled | SyncError::Busy | SyncError::Wiped) {
        return Ok(());
    }
    let mut random = [0; 8];
    // Without randomness the wait is the shortest one; the attempt itself is still noted.
    let _ = round.entropy.fill(&mut random);
    let now = round.clock.now();
    round.store.write(|transaction| {
        let attempts = identity::load_mark(transaction)?.attempts;
        let next = match next_delay_ms(error, attempts, u64::from_le_bytes(random)) {
            Backoff::After(ms) => Some(now.plus_ms(i64::try_from(ms).unwrap_or(i64::MAX))),
            Backoff::OnlyByHand => None,
        };
        identity::keep_attempt(transaction, now, Some(error.code()), next)
    })?;
    Ok(())
}
