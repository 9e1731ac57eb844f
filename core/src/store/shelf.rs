//! The open file: one writer at a time, short transactions, and nothing of it in use while the app is suspended.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle, Transaction, TransactionBehavior};

use super::disk::{self, Disk, Moment};
use super::error::StoreError;
use super::lease::{self, SyncLease};
use super::{aside, erasing, files, reserve, schema};

/// A log up to this size is kept: a commit into a log that has grown already costs half of one that makes it longer.
pub(super) const KEPT_LOG_BYTES: u64 = 4 * 1024 * 1024;

const OPEN: u8 = 0;
const SUSPENDED: u8 = 1;
const GONE: u8 = 2;

/// How often a suspension looks whether the running transaction has ended, and how long it waits for one look.
const LOOKS: u32 = 40;
const LOOK: Duration = Duration::from_millis(10);

/// How long something long lets others have their turn between two steps.
const BREATH: Duration = Duration::from_millis(2);

/// The open store. One writer at a time; calls from several threads wait for each other.
pub struct Store {
    connection: Mutex<Connection>,
    folder: PathBuf,
    state: AtomicU8,
    interrupt: InterruptHandle,
    lease: lease::Slot,
    disk: Option<Arc<dyn Disk>>,
}

impl Store {
    /// Holds an open connection to the file in `folder`.
    pub(super) fn holding(connection: Connection, folder: &Path) -> Self {
        let interrupt = connection.get_interrupt_handle();
        Self {
            connection: Mutex::new(connection),
            folder: folder.to_owned(),
            state: AtomicU8::new(OPEN),
            interrupt,
            lease: lease::Slot::default(),
            disk: None,
        }
    }

    /// The same store with `disk` under it.
    #[must_use]
    pub fn over(self, disk: Option<Arc<dyn Disk>>) -> Self {
        Self { disk, ..self }
    }

    /// Runs `work` in one transaction, durable when this returns. When the disk is full, the reserve kept for this is given
    /// up and the work is tried once more.
    ///
    /// # Errors
    /// Those of `work`; and [`StoreError::Full`], [`StoreError::Locked`] or [`StoreError::Damaged`] of the commit. Nothing
    /// was written then. [`StoreError::Suspended`] while the app is suspended.
    pub fn write<T>(
        &self,
        work: impl Fn(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.lock()?;
        let disk = self.disk.as_deref();
        match attempt(&mut connection, disk, &work) {
            Err(StoreError::Full) if reserve::release(&self.folder) => attempt(&mut connection, disk, &work),
            done => done,
        }
    }

    /// Reads in one snapshot.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Suspended`] while the app is suspended.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut connection = self.lock()?;
        let snapshot = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        work(&snapshot)
    }

    /// Folds a write-ahead log that a large sync has left into the file, so that the next start need not read it again. A
    /// commit of its own begins the log anew and cuts it to the length that is kept. After an erasure the file is written anew,
    /// and what was set aside goes; where there is no room for that now, the next time.
    ///
    /// # Errors
    /// [`StoreError::Full`] and the like; nothing is lost, the log stays as it is.
    pub fn fold(&self) -> Result<(), StoreError> {
        if self.read(erasing::is_due)? {
            let _ = aside::remove_all(&self.folder).and_then(|()| erasing::purge(&mut *self.lock()?));
        }
        let log = self.folder.join(files::LOG);
        if std::fs::metadata(log).is_ok_and(|log| log.len() > KEPT_LOG_BYTES) {
            let connection = self.lock()?;
            connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(()))?;
            // Said again, the version of the schema is written again: a change of one page that changes nothing.
            connection.pragma_update(None, "user_version", schema::LATEST)?;
        }
        Ok(())
    }

    /// Takes the lease of the one sync that may run; nothing while another has it, in this process or another.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the folder cannot be used; [`StoreError::Suspended`] while the app is suspended.
    pub fn sync_lease(&self) -> Result<Option<SyncLease>, StoreError> {
        lease::take(&self.folder, &self.lease, || self.refuse_unless_open())
    }

    /// Lets no transaction begin until [`Store::resume`], and waits until the running one has ended: well under a second,
    /// since a longer one is broken off and leaves nothing. The lease of a sync is given back, too. A system that suspends an
    /// app ends it if it holds a lock on a file then.
    pub fn suspend(&self) {
        let _ = self.state.compare_exchange(OPEN, SUSPENDED, Ordering::SeqCst, Ordering::SeqCst);
        lease::give_back(&self.lease);
        let (pause, never) = (Mutex::new(()), Condvar::new());
        for _ in 0..LOOKS {
            match self.connection.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    let guard = pause.lock().unwrap_or_else(PoisonError::into_inner);
                    drop(never.wait_timeout(guard, LOOK));
                }
                _ => return,
            }
        }
        self.interrupt.interrupt();
        drop(self.connection.lock());
    }

    /// Lets whoever waits for the file have it, between two steps of something long: who lets go of a lock and takes it again at
    /// once would often be the first.
    pub fn give_way(&self) {
        let (pause, never) = (Mutex::new(()), Condvar::new());
        let guard = pause.lock().unwrap_or_else(PoisonError::into_inner);
        drop(never.wait_timeout(guard, BREATH));
    }

    /// Lets transactions begin again.
    pub fn resume(&self) {
        let _ = self.state.compare_exchange(SUSPENDED, OPEN, Ordering::SeqCst, Ordering::SeqCst);
    }

    /// Closes the file for good: every later call finds it missing.
    ///
    /// # Errors
    /// When there is no memory for what takes the connection's place.
    pub(super) fn close_for_good(&self) -> Result<(), StoreError> {
        let empty = Connection::open_in_memory()?;
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        self.state.store(GONE, Ordering::SeqCst);
        drop(std::mem::replace(&mut *connection, empty));
        Ok(())
    }

    /// The folder of the file.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A panic in an earlier call rolled its transaction back, so the connection is sound.
    pub(super) fn lock(&self) -> Result<MutexGuard<'_, Connection>, StoreError> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        self.refuse_unless_open()?;
        Ok(connection)
    }

    fn refuse_unless_open(&self) -> Result<(), StoreError> {
        match self.state.load(Ordering::SeqCst) {
            OPEN => Ok(()),
            SUSPENDED => Err(StoreError::Suspended),
            _ => Err(StoreError::Missing),
        }
    }
}

fn attempt<T>(
    connection: &mut Connection,
    disk: Option<&dyn Disk>,
    work: &impl Fn(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = begin(connection, disk)?;
    let done = work(&transaction)?;
    commit(transaction, disk)?;
    disk::ask(disk, Moment::Committed, connection)?;
    Ok(done)
}

// What is the same for every piece of work is in functions of their own, so that a phone's library has it once.

#[inline(never)]
fn begin<'a>(connection: &'a mut Connection, disk: Option<&dyn Disk>) -> Result<Transaction<'a>, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    disk::ask(disk, Moment::Begun, &transaction)?;
    Ok(transaction)
}

#[inline(never)]
fn commit(transaction: Transaction<'_>, disk: Option<&dyn Disk>) -> Result<(), StoreError> {
    disk::ask(disk, Moment::Committing, &transaction)?;
    transaction.commit()?;
    Ok(())
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}
