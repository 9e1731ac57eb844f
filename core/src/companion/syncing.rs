//! Syncing, and an honest account of what is on this phone only.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::{Change, Companion, CompanionError};
use crate::model::{EntityId, Outcome, Timestamp, Why};
use crate::store::{RecordRow, identity, outbox, record};
use crate::sync::{Round, SyncError, SyncReport, synchronise};

/// What the sync line of a screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncState {
    /// How many saved changes the server does not have.
    pub unsent: u64,
    /// When the oldest of them was saved.
    pub oldest_unsent: Option<Timestamp>,
    /// When the last sync succeeded.
    pub last_sync: Option<Timestamp>,
    /// When the last attempt was made.
    pub last_attempt: Option<Timestamp>,
    /// A stable word for what went wrong then; nothing when it succeeded.
    pub problem: Option<String>,
    /// When a timer should try again; nothing when nothing is due or a person must act first.
    pub next_attempt: Option<Timestamp>,
    /// Whether a sync is running.
    pub running: bool,
    /// How many changes did not simply apply and should be looked at: see [`Companion::remarks`].
    pub remarks: usize,
}

/// A change that did not simply apply. Nothing written in it is lost.
#[derive(Clone, Debug, PartialEq)]
pub struct RemarkView {
    /// The record it was about.
    pub record: EntityId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
    /// When it was written.
    pub at: Timestamp,
    /// What was written, field by field.
    pub fields: crate::model::Fields,
}

impl Companion {
    /// Exchanges everything with the server, for at most `deadline`. One sync runs at a time.
    ///
    /// # Errors
    /// [`CompanionError::Sync`]; everything exchanged before it is kept, and nothing on this phone is lost.
    pub async fn synchronise(&self, deadline: Duration) -> Result<SyncReport, CompanionError> {
        let ended = self.synchronise_once(deadline).await;
        self.tell(if ended.is_ok() { Change::Synced } else { Change::SyncFailed });
        ended
    }

    async fn synchronise_once(&self, deadline: Duration) -> Result<SyncReport, CompanionError> {
        let _running = Running::begin(&self.syncing).ok_or(SyncError::Busy)?;
        self.cancel.reset();
        let round = Round {
            store: &self.store,
            transport: self.transport.as_ref(),
            clock: self.clock.as_ref(),
            entropy: self.entropy.as_ref(),
            cancel: &self.cancel,
            deadline,
        };
        Ok(synchronise(round).await?)
    }

    /// Calls a running sync off between two pages.
    pub fn cancel_sync(&self) {
        self.cancel.cancel();
    }

    /// What is on this phone only, and how the last sync went.
    ///
    /// # Errors
    /// The store's.
    pub fn sync_state(&self) -> Result<SyncState, CompanionError> {
        let (unsent, mark, remarks) = self.store.read(|connection| {
            let remarks = outbox::list_remarks(connection)?.len();
            Ok((outbox::unsent(connection)?, identity::load_mark(connection)?, remarks))
        })?;
        Ok(SyncState {
            unsent: unsent.count,
            oldest_unsent: unsent.oldest,
            last_sync: mark.last_sync,
            last_attempt: mark.last_attempt,
            problem: mark.last_problem,
            next_attempt: mark.next_attempt,
            running: self.syncing.load(Ordering::SeqCst),
            remarks,
        })
    }

    /// Changes of this phone that did not simply apply, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn remarks(&self) -> Result<Vec<RemarkView>, CompanionError> {
        let remarks = self.store.read(outbox::list_remarks)?;
        let view = |remark: crate::store::Remark| RemarkView {
            record: remark.record,
            outcome: remark.outcome,
            why: remark.why,
            at: remark.at,
            fields: remark.op.fields,
        };
        Ok(remarks.into_iter().map(view).collect())
    }

    /// Calls `visit` with every record on this phone, for exports and checks.
    ///
    /// # Errors
    /// The store's.
    pub fn visit_records(&self, visit: &mut dyn FnMut(RecordRow)) -> Result<(), CompanionError> {
        Ok(self.store.read(|connection| record::visit_all(connection, visit))?)
    }
}

/// Held while a sync runs, and given back however it ends.
struct Running<'a>(&'a AtomicBool);

impl<'a> Running<'a> {
    fn begin(flag: &'a AtomicBool) -> Option<Self> {
        flag.compare_exchange(false, true, Ordering::SeqCst, Ordering::SeqCst).is_ok().then_some(Self(flag))
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}
