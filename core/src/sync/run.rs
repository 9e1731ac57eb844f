//! A sync from beginning to end: rounds until nothing is pending and nothing is left to read, or time is up.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::apply::{self, Arrived, Taken};
use super::backoff::{Backoff, next_delay_ms};
use super::request::{self, Asked};
use super::{HttpRequest, SyncError, Transport, body};
use crate::ports::{Clock, Entropy};
use crate::store::{Store, identity, mirror};
use crate::wire::{Code, PROTOCOL, SYNC_PATH, SyncResponse, limits};

/// Everything a sync needs.
#[derive(Clone, Copy)]
pub struct Round<'a> {
    /// The phone's store.
    pub store: &'a Store,
    /// Carries the requests.
    pub transport: &'a dyn Transport,
    /// Tells how much of the time given is left.
    pub clock: &'a dyn Clock,
    /// Spreads the waits after failures.
    pub entropy: &'a dyn Entropy,
    /// Calls it off.
    pub cancel: &'a Cancel,
    /// How long the whole sync may take.
    pub deadline: Duration,
}

/// Calls a sync off between two pages.
#[derive(Debug, Default)]
pub struct Cancel(AtomicBool);

impl Cancel {
    /// Asks the running sync to stop; what it has done is kept.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Forgets an earlier call, before a new sync begins.
    pub fn reset(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// Operations the server answered.
    pub sent: usize,
    /// Records received.
    pub received: usize,
    /// Operations a person should hear of: set aside, late, or standing beside somebody else's text.
    pub remarks: usize,
    /// Requests made.
    pub requests: usize,
    /// Bytes of request bodies as sent.
    pub bytes_up: usize,
    /// Bytes of reply bodies as received.
    pub bytes_down: usize,
}

/// Runs a sync and notes in the store how it ended.
///
/// # Errors
/// See [`SyncError`]; what was exchanged before is kept.
pub async fn synchronise(round: Round<'_>) -> Result<SyncReport, SyncError> {
    let mut report = SyncReport::default();
    let ended = rounds(&round, &mut report).await;
    match ended {
        Ok(()) => {
            round.store.fold()?;
            Ok(report)
        }
        Err(error) => {
            note(&round, &error)?;
            Err(error)
        }
    }
}

async fn rounds(round: &Round<'_>, report: &mut SyncReport) -> Result<(), SyncError> {
    let began = round.clock.read().elapsed_ms;
    let mut reread = false;
    loop {
        let left = time_left(round, began)?;
        match once(round, report, left).await {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            // The server cannot read the cursor: read everything again, once. Pending work is untouched.
            Err(SyncError::Refused(Code::CursorUnknown, _)) if !reread => {
                reread = true;
                round.store.write(mirror::forget_cursor)?;
            }
            Err(error) => return Err(error),
        }
    }
}

fn time_left(round: &Round<'_>, began: u64) -> Result<Duration, SyncError> {
    if round.cancel.is_cancelled() {
        return Err(SyncError::Cancelled);
    }
    let gone = Duration::from_millis(round.clock.read().elapsed_ms.saturating_sub(began));
    round.deadline.checked_sub(gone).filter(|left| !left.is_zero()).ok_or(SyncError::OutOfTime)
}

/// One request and its answer; says whether another is needed.
async fn once(round: &Round<'_>, report: &mut SyncReport, left: Duration) -> Result<bool, SyncError> {
    let reading = round.clock.read();
    let asked = round.store.write(|transaction| request::prepare(transaction, &reading))?;
    let response = exchange(round, &asked, report, left).await?;
    request::check_tail(&asked, response.acked)?;
    let (more, moved) = (response.more, response.cursor.is_some());
    let arrived = Arrived::read(response)?;
    let now = round.clock.now();
    let taken = round.store.write(|transaction| apply::take(transaction, &asked, &arrived, now))?;
    add(report, &taken);
    let stuck = more && !moved && asked.sent.is_empty();
    if stuck { Err(SyncError::Nonsense) } else { Ok(more || more_to_send(round)?) }
}

fn more_to_send(round: &Round<'_>) -> Result<bool, SyncError> {
    Ok(round.store.read(crate::store::outbox::unsent)?.count > 0)
}

async fn exchange(
    round: &Round<'_>,
    asked: &Asked,
    report: &mut SyncReport,
    left: Duration,
) -> Result<SyncResponse, SyncError> {
    let (body, encoding) = body::encode(&asked.request)?;
    report.requests += 1;
    report.bytes_up += body.len();
    let request = HttpRequest {
        url: format!("{}{SYNC_PATH}", asked.identity.server),
        bearer: Some(asked.identity.token.clone()),
        body,
        encoding,
        within: left,
        most: limits::MAX_RESPONSE_BYTES,
    };
    let reply = round.transport.send(request).await?;
    report.bytes_down += reply.body.len();
    let response: SyncResponse = body::decode(&reply)?;
    if response.v == PROTOCOL { Ok(response) } else { Err(SyncError::Nonsense) }
}

fn add(report: &mut SyncReport, taken: &Taken) {
    report.sent += taken.sent;
    report.received += taken.received;
    report.remarks += taken.remarks;
}

/// Notes a failure and when a timer should try again. One that a person called off is no failure.
fn note(round: &Round<'_>, error: &SyncError) -> Result<(), SyncError> {
    if matches!(error, SyncError::Cancelled | SyncError::Busy) {
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
