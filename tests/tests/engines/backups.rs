//! A backup is the same whatever the engine, is made while others write, and is taken into an empty database only.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use alongside_core::model::{DeviceId, OrganisationId, ReplicaId};
use alongside_core::ports::FixedClock;
use alongside_core::wire::{ChainHash, DeviceDescription};
use alongside_server::Ports;
use alongside_server::admin::{AdminError, Census, backup};
use alongside_server::store::sqlite::{SqliteOptions, SqliteStore};
use alongside_server::store::{KeptOp, NewDevice, OpAnswer, Push, Replica, Store, StoreError};
use alongside_tests::engine::{Engine, Place};
use uuid::Uuid;

use crate::support::{Caseload, NOW, caseload, contact_of};

const BACKUPS: usize = 5;

fn open(path: &Path) -> Result<Box<dyn Store>, StoreError> {
    Ok(Box::new(SqliteStore::open(&SqliteOptions::at(path))?))
}

fn ports() -> Ports {
    Ports { clock: Arc::new(FixedClock::at(NOW)), ..Ports::system() }
}

/// A phone of whom the history holds no operation yet.
fn phone(store: &dyn Store, rows: &Caseload) -> u32 {
    let phone = store.write(|txn| {
        let description = DeviceDescription { platform: "test".into(), build: "0".into() };
        let (id, person) = (DeviceId(Uuid::from_u128(9)), rows.person);
        let new = NewDevice { id, person, token_hash: [7; 32], description: &description, at: NOW };
        let device = txn.add_device(&new)?;
        txn.add_replica(rows.org, device, ReplicaId(Uuid::from_u128(10)), NOW)
    });
    phone.expect("a phone is added")
}

/// One push: a record, its operation in the history, and how far the phone has come.
fn push(store: &dyn Store, rows: &Caseload, number: u32, n: u64) {
    let written = store.write(|txn| {
        let seq = txn.next_seq(rows.org)?;
        txn.add_record(rows.org, rows.stream, &contact_of(rows.name, 1_000 + u128::from(n)), seq)?;
        txn.note_written(&[rows.stream], seq)?;
        let before = txn.list_replicas(rows.org)?[0];
        let text = format!(r#"{{"n":{n}}}"#);
        let after = before.last_hash.after(&text);
        let answers = vec![OpAnswer { outcome: alongside_core::model::Outcome::Applied, why: None, rev: 1 }];
        let push = Push {
            first_n: n,
            last_n: n,
            before: before.last_hash,
            after,
            seq: Some(seq),
            received: NOW,
            ops: vec![KeptOp::Text(text)],
            answers,
        };
        txn.add_push(rows.org, number, &push)?;
        txn.advance_replica(rows.org, &Replica { last_n: n, last_hash: after, ..before })
    });
    written.expect("it is written");
}

fn durable(store: &dyn Store, rows: &Caseload) -> u64 {
    store.read(|txn| txn.list_replicas(rows.org)).expect("they can be read")[0].durable
}

pub(crate) fn a_backup_made_while_others_write_is_whole_and_the_same_in_an_empty_database(place: &Place) {
    let store = place.open();
    let rows = store.write(|txn| caseload(txn)).expect("a caseload is made");
    let number = phone(&*store, &rows);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let writes = place.open();
            let mut n = 0;
            while !stop.load(Ordering::SeqCst) || n < 20 {
                n += 1;
                push(&*writes, &rows, number, n);
            }
            n
        });
        let mut before = 0;
        for nth in 0..BACKUPS {
            let to = place.folder().join(format!("backup-{nth}.db"));
            let census = backup(&*store, &ports(), &to, &open).expect("a backup is made");
            let held = durable(&*store, &rows);
            assert!(held >= before, "what was safe stays so");
            before = held;
            assert_same(&*open(&to).expect("it opens"), &census);
            taken_into_an_empty_one(&to, &census);
        }
        stop.store(true, Ordering::SeqCst);
        let last = writer.join().expect("the writer ends by itself");
        assert!(before <= last);
    });
}

fn assert_same(store: &dyn Store, census: &Census) {
    assert!(store.read(|txn| Census::take(txn)).expect("it can be read") == *census);
}

/// Into PostgreSQL, where there is one: the same, once, and the rows that follow get numbers of their own.
fn taken_into_an_empty_one(backup: &Path, census: &Census) {
    let Some(empty) = Engine::Postgres.find_place("taking a backup into an empty database") else { return };
    let store = empty.open();
    store.load_secret([3; 32]).expect("a server was started on it");
    let refuse = store.take_from(backup, &mut |_| Err(StoreError::Full));
    assert!(matches!(refuse, Err(StoreError::Full)), "{refuse:?}");
    assert!(
        store.read(|txn| txn.list_organisations()).expect("it can be read").is_empty(),
        "nothing was taken"
    );
    store
        .take_from(backup, &mut |taken| {
            assert!(Census::take(taken)? == *census);
            Ok(())
        })
        .expect("it is taken");
    assert_same(&*store, census);
    let again = store.take_from(backup, &mut |_| Ok(()));
    assert!(matches!(again, Err(StoreError::Taken)), "{again:?}");
    store
        .write(|txn| txn.add_organisation(OrganisationId(Uuid::from_u128(77)), "Another", NOW))
        .expect("a row is added behind those that were taken");
}

pub(crate) fn a_backup_whose_history_does_not_fit_is_none(place: &Place) {
    let store = place.open();
    let rows = store.write(|txn| caseload(txn)).expect("a caseload is made");
    let number = phone(&*store, &rows);
    (1..=3).for_each(|n| push(&*store, &rows, number, n));
    let scrub = |ops: KeptOp| {
        let mut push =
            store.read(|txn| txn.list_pushes(rows.org, number, 1)).expect("it can be read").remove(0);
        let whole = push.clone();
        push.ops = vec![ops];
        store.write(|txn| txn.scrub_push(rows.org, number, &push)).expect("it is written");
        whole
    };
    let to = |name: &str| place.folder().join(name);
    // An erased operation is vouched for by the chain around it, and by nothing else.
    let whole = scrub(KeptOp::Erased { after: ChainHash([9; 8]) });
    let refused = backup(&*store, &ports(), &to("forged.db"), &open);
    assert!(matches!(refused, Err(AdminError::BackupDiffers)), "{refused:?}");
    assert_eq!(durable(&*store, &rows), 0, "nobody was told that it is safe");
    scrub(KeptOp::Erased { after: whole.after });
    backup(&*store, &ports(), &to("erased.db"), &open).expect("what was erased is no damage");
    assert_eq!(durable(&*store, &rows), 3);
}
