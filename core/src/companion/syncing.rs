//! Syncing, and an honest account of what is on this phone only.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::under_way::Running;
use super::{Change, Companion, CompanionError};
use crate::model::{EntityId, Outcome, Timestamp, Why};
use crate::store::{RecordRow, Standing, audit, clock, find_standing, identity, outbox, photos, record};
use crate::sync::{Round, SyncError, SyncReport, must_enrol_again, synchronise, verify, wait_for_news};
use crate::wire::is_older_build;

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
    /// Whether the service no longer knows this phone: a person must enrol it again with a new code. Everything on it stays, and
    /// goes out afterwards.
    pub enrol_again: bool,
    /// When a timer should try again; nothing when nothing is due or a person must act first.
    pub next_attempt: Option<Timestamp>,
    /// Whether a sync is running.
    pub running: bool,
    /// How many changes did not simply apply and should be looked at: see [`Companion::remarks`].
    pub remarks: usize,
    /// Since when everything on this phone is known to be what the server has; nothing while some of it was not compared
    /// yet.
    pub verified_at: Option<Timestamp>,
    /// How often something differed and was read again.
    pub repairs: u64,
    /// How many changes the server has that are not in a backup of it yet; this phone keeps them.
    pub unsafe_yet: u64,
    /// How many photos taken on this phone the server does not have whole: see [`Companion::send_photos`].
    pub photos_unsent: u64,
    /// How far this phone's clock is ahead of the server's, in milliseconds, when that is more than two minutes; behind it when
    /// negative. Times a person enters by "now" are wrong by it: ask them once.
    pub clock_off_ms: Option<i64>,
    /// The build of the app that the service would like, when this one is older: somebody should be told to update. Everything
    /// goes on working.
    pub wanted_build: Option<String>,
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
        let ended = self.run(deadline, false).await;
        self.tell(if ended.is_ok() { Change::Synced } else { Change::SyncFailed });
        ended
    }

    /// Syncs, and then compares everything on this phone with the server; what differs is read again. Unsent work is never
    /// touched by it. How far it came is in [`SyncState::verified_at`].
    ///
    /// # Errors
    /// As for [`Companion::synchronise`].
    pub async fn verify(&self, deadline: Duration) -> Result<SyncReport, CompanionError> {
        let ended = self.run(deadline, true).await;
        self.tell(if ended.is_ok() { Change::Synced } else { Change::SyncFailed });
        ended
    }

    async fn run(&self, deadline: Duration, compare: bool) -> Result<SyncReport, CompanionError> {
        if self.suspended.load(Ordering::SeqCst) {
            return Err(SyncError::Suspended.into());
        }
        let _running = Running::begin(&self.syncing).ok_or(SyncError::Busy)?;
        let _lease = self.store.sync_lease()?.ok_or(SyncError::Busy)?;
        self.cancel.reset();
        let arrived = || self.tell(Change::Arrived);
        let round = Round {
            store: &self.store,
            transport: self.transport.as_ref(),
            clock: self.clock.as_ref(),
            entropy: self.entropy.as_ref(),
            cancel: &self.cancel,
            arrived: &arrived,
            deadline,
        };
        let ended = if compare { verify(round).await } else { synchronise(round).await };
        if matches!(ended, Err(SyncError::Wiped)) {
            self.store.destroy(self.keys.as_ref(), self.entropy.as_ref())?;
        }
        Ok(ended?)
    }

    /// Waits until the server has something this phone has not read, at most `wait` (50 seconds at the longest); says
    /// whether it has. Call it again and again while the app is in front, and sync when it says so. [`Companion::suspend`]
    /// and [`Companion::cancel_waiting`] end it. Before it waits it lets [`Companion::search`] know what has come, in steps of a
    /// few milliseconds between which other calls have their turn.
    ///
    /// # Errors
    /// [`CompanionError::Sync`]; wait a while before calling again.
    pub async fn wait_for_news(&self, wait: Duration) -> Result<bool, CompanionError> {
        if self.suspended.load(Ordering::SeqCst) {
            return Err(SyncError::Suspended.into());
        }
        self.waiting.reset();
        self.index_news();
        Ok(wait_for_news(&self.store, self.transport.as_ref(), &self.waiting, wait).await?)
    }

    /// What cannot be indexed now is left to the next search or the next quiet moment.
    fn index_news(&self) {
        while !self.waiting.is_cancelled() && self.index_some().unwrap_or(false) {
            self.store.give_way();
        }
    }

    /// Ends [`Companion::wait_for_news`].
    pub fn cancel_waiting(&self) {
        self.waiting.cancel();
    }

    /// Calls off whatever is under way with the server and lets go of the file. When this returns, within a second, nothing
    /// of the library holds a lock or writes, and every call answers [`crate::store::StoreError::Suspended`] until [`Companion::resume`].
    /// What was typed and kept, and what was saved, is on the disk.
    pub fn suspend(&self) {
        self.suspended.store(true, Ordering::SeqCst);
        self.cancel.cancel();
        self.waiting.cancel();
        self.carrying.cancel();
        self.store.suspend();
    }

    /// Goes on after [`Companion::suspend`].
    pub fn resume(&self) {
        self.store.resume();
        self.suspended.store(false, Ordering::SeqCst);
    }

    /// Where this phone's own work on a record stands: here alone, with the server, or safe in a backup.
    ///
    /// # Errors
    /// The store's.
    pub fn standing(&self, record: EntityId) -> Result<Standing, CompanionError> {
        Ok(self.store.read(|connection| find_standing(connection, record))?)
    }

    /// Calls a running sync off; a request under way is let go of.
    pub fn cancel_sync(&self) {
        self.cancel.cancel();
    }

    /// What is on this phone only, and how the last sync went.
    ///
    /// # Errors
    /// The store's.
    pub fn sync_state(&self) -> Result<SyncState, CompanionError> {
        let reading = self.clock.read();
        let (unsent, mark, wanted, remarks, verified, clock_off_ms, photos_unsent) =
            self.store.read(|connection| {
                let (remarks, verified) = (outbox::count_remarks(connection)?, audit::verified(connection)?);
                let (mark, wanted) =
                    (identity::load_mark(connection)?, identity::find_wanted_build(connection)?);
                let off = clock::wall_off_ms(connection, &reading)?;
                let photos = photos::count_unsent(connection)?;
                Ok((outbox::unsent(connection)?, mark, wanted, remarks, verified, off, photos))
            })?;
        Ok(SyncState {
            wanted_build: wanted.filter(|wanted| is_older_build(env!("CARGO_PKG_VERSION"), wanted)),
            unsent: unsent.count,
            oldest_unsent: unsent.oldest,
            last_sync: mark.last_sync,
            last_attempt: mark.last_attempt,
            enrol_again: mark.last_problem.as_deref().is_some_and(must_enrol_again),
            problem: mark.last_problem,
            next_attempt: mark.next_attempt,
            running: self.syncing.load(Ordering::SeqCst),
            remarks,
            verified_at: verified.at,
            repairs: verified.repairs,
            unsafe_yet: mark.tail.saturating_sub(mark.safe),
            photos_unsent,
            clock_off_ms,
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
