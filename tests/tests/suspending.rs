//! A system suspends the app at any moment, and ends it if it then holds a lock on a file: when `suspend` has returned, within
//! a second, nothing of the library holds one or writes, and what was going on goes on afterwards (P-31).
//!
//! `ALONGSIDE_SLOW=1` runs a thousand suspensions of each kind instead of some.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use alongside_core::companion::{Companion, CompanionError, NewClient, NewGoal, Setup};
use alongside_core::model::kinds::WordingBy;
use alongside_core::model::{CaseId, Role};
use alongside_core::ports::{Clock as _, SystemClock};
use alongside_core::store::StoreError;
use alongside_core::sync::SyncError;
use alongside_tests::service::Service;

fn cycles() -> u64 {
    if std::env::var_os("ALONGSIDE_SLOW").is_some() { 1_000 } else { 60 }
}

/// Counts, and lets somebody wait until it has counted so far.
#[derive(Default)]
struct Count {
    now: AtomicU64,
    gate: (Mutex<()>, Condvar),
}

impl Count {
    fn up(&self) {
        self.now.fetch_add(1, Ordering::SeqCst);
        let _guard = self.gate.0.lock().unwrap_or_else(PoisonError::into_inner);
        self.gate.1.notify_all();
    }

    fn wait_for(&self, more: u64) {
        let until = self.now.load(Ordering::SeqCst) + more;
        let mut guard = self.gate.0.lock().unwrap_or_else(PoisonError::into_inner);
        while self.now.load(Ordering::SeqCst) < until {
            let waited = self.gate.1.wait_timeout(guard, Duration::from_secs(60));
            let (again, ended) = waited.unwrap_or_else(PoisonError::into_inner);
            assert!(!ended.timed_out(), "it goes on");
            guard = again;
        }
    }
}

/// The same moments at every run, and different ones in every cycle.
fn moment(cycle: u64) -> u64 {
    let mut state = cycle.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995;
    state ^= state >> 29;
    state = state.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (state >> 40) % 9
}

/// When the files were written last, and how long they are. The lock table beside the log is no content.
fn files(folder: &Path) -> BTreeMap<String, (u64, Option<SystemTime>)> {
    let files = std::fs::read_dir(folder).expect("the folder can be read").map(|file| file.expect("it is"));
    files
        .filter(|file| !file.file_name().to_string_lossy().ends_with("-shm"))
        .map(|file| {
            let about = file.metadata().expect("a file is there");
            (file.file_name().to_string_lossy().into_owned(), (about.len(), about.modified().ok()))
        })
        .collect()
}

/// Somebody else takes every lock there is, at once.
#[expect(
    clippy::disallowed_methods,
    reason = "the lock of the standard library is the same, where it has one"
)]
fn take_every_lock(folder: &Path) {
    let lease = std::fs::File::open(folder.join("alongside.sync")).expect("it is there");
    lease.try_lock().expect("nobody holds the lease of a sync");
    let file = rusqlite::Connection::open(folder.join("alongside.db")).expect("the file opens");
    file.pragma_update(None, "key", format!("x'{}'", "01".repeat(32))).expect("the key fits");
    file.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .expect("it is set");
    file.busy_timeout(Duration::ZERO).expect("it is set");
    file.execute_batch("BEGIN EXCLUSIVE; ROLLBACK").expect("nobody reads or writes");
}

fn goal(wording: &str) -> NewGoal {
    NewGoal { wording: wording.into(), wording_by: WordingBy::Client, category: None }
}

struct Busy {
    core: Arc<Companion>,
    case: CaseId,
    stop: Arc<AtomicBool>,
    saved: Arc<Count>,
    refused: Arc<Count>,
    synced: Arc<Count>,
    writer: std::thread::JoinHandle<Result<u64, CompanionError>>,
    syncing: tokio::task::JoinHandle<Result<(), CompanionError>>,
}

/// Somebody writes as fast as they can, and one sync after the other runs meanwhile.
fn busy(core: Arc<Companion>, case: CaseId) -> Busy {
    let (stop, saved) = (Arc::new(AtomicBool::new(false)), Arc::new(Count::default()));
    let (refused, synced) = (Arc::new(Count::default()), Arc::new(Count::default()));
    let writer = {
        let (core, stop, saved, refused) = (core.clone(), stop.clone(), saved.clone(), refused.clone());
        std::thread::spawn(move || {
            let mut kept = 0;
            while !stop.load(Ordering::SeqCst) {
                match core.agree_goal(case, &goal("sing")) {
                    Ok(_) => {
                        kept += 1;
                        saved.up();
                    }
                    Err(CompanionError::Store(StoreError::Suspended)) => refused.up(),
                    Err(other) => return Err(other),
                }
            }
            Ok(kept)
        })
    };
    let syncing = {
        let (core, stop, synced) = (core.clone(), stop.clone(), synced.clone());
        tokio::spawn(async move {
            while !stop.load(Ordering::SeqCst) {
                match core.synchronise(Duration::from_secs(60)).await {
                    Ok(_)
                    | Err(CompanionError::Sync(
                        SyncError::Cancelled | SyncError::Suspended | SyncError::Busy,
                    ))
                    | Err(CompanionError::Store(StoreError::Suspended))
                    | Err(CompanionError::Sync(SyncError::Store(StoreError::Suspended))) => synced.up(),
                    Err(other) => return Err(other),
                }
                tokio::task::yield_now().await;
            }
            Ok(())
        })
    };
    Busy { core, case, stop, saved, refused, synced, writer, syncing }
}

impl Busy {
    /// Suspends at a moment of this cycle's own, looks, and goes on.
    fn cycle(&self, folder: &Path, cycle: u64) {
        self.saved.wait_for(moment(cycle));
        let elapsed = || SystemClock::new().read().elapsed_ms;
        let began = elapsed();
        self.core.suspend();
        let took = elapsed() - began;
        assert!(took <= 1_000, "cycle {cycle}: {took} ms");
        take_every_lock(folder);
        let before = files(folder);
        // Whoever tries meanwhile is refused, and writes nothing.
        self.refused.wait_for(3);
        self.synced.wait_for(2);
        assert_eq!(files(folder), before, "cycle {cycle}: something was written");
        assert!(matches!(self.core.caseload(), Err(CompanionError::Store(StoreError::Suspended))));
        self.core.resume();
    }

    async fn end(self) -> u64 {
        self.stop.store(true, Ordering::SeqCst);
        self.syncing.await.expect("the syncs end").expect("none fails but by being called off");
        self.writer.join().expect("the writer ends").expect("no save fails but by the suspension")
    }
}

async fn phone(service: &Service) -> (tempfile::TempDir, Setup, CaseId) {
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    let case = phone
        .core
        .add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() })
        .expect("it is written");
    phone.sync().await;
    let (folder, setup) = phone.close();
    (folder, setup, case)
}

#[tokio::test(flavor = "multi_thread")]
async fn suspended_at_any_moment_of_a_save_or_a_sync_nothing_is_locked_or_written_and_nothing_is_lost() {
    let service = Service::start().await;
    let (folder, setup, case) = phone(&service).await;
    let core = Arc::new(Companion::open(setup).expect("the phone opens"));
    let busy = busy(core.clone(), case);
    let path = folder.path().to_owned();
    let busy = tokio::task::spawn_blocking(move || {
        (0..cycles()).for_each(|cycle| busy.cycle(&path, cycle));
        busy
    });
    let busy = busy.await.expect("every cycle holds");
    let case = busy.case;
    let kept = busy.end().await;
    assert_eq!(core.goals(case).unwrap().len() as u64, kept, "what was saved is there");
    core.synchronise(Duration::from_secs(60)).await.unwrap();
    assert_eq!(core.sync_state().unwrap().unsent, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_one_process_is_suspended_another_on_the_same_files_saves_and_syncs() {
    let service = Service::start().await;
    let (folder, setup, case) = phone(&service).await;
    let core = Arc::new(Companion::open(setup.clone()).expect("the phone opens"));
    // Another process opens the same files; here it is another core, which shares nothing with the first.
    let other = Companion::open(setup).expect("a second process opens the store");
    let busy = busy(core.clone(), case);
    for cycle in 0..cycles() / 6 {
        busy.saved.wait_for(moment(cycle));
        core.suspend();
        other.agree_goal(case, &goal("walk")).expect("nobody stands in the way");
        other.synchronise(Duration::from_secs(60)).await.expect("the lease is free");
        core.resume();
    }
    let kept = busy.end().await + cycles() / 6;
    core.synchronise(Duration::from_secs(60)).await.unwrap();
    assert_eq!(core.goals(case).unwrap().len() as u64, kept);
    drop(folder);
}
