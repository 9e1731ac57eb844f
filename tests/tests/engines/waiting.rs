//! What two who use the database at the same time see of each other.

use std::sync::{Arc, Barrier};

use alongside_core::model::OrganisationId;
use alongside_server::store::{Batch, Position, Seq, Store, StoreError};
use alongside_tests::engine::Place;
use uuid::Uuid;

use crate::support::{Caseload, caseload, contact_of};

/// A decision rests on what is read in the transaction that carries it out: of two that read a count and add one, the second
/// must read what the first wrote, whichever process it is in.
pub(crate) fn who_writes_second_reads_what_the_first_left_behind(place: &Place) {
    const WRITERS: i64 = 4;
    const ROUNDS: i64 = 10;
    place.open().write(|txn| caseload(txn)).unwrap();
    let start = Arc::new(Barrier::new(usize::try_from(WRITERS).unwrap()));
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let (store, start) = (place.open(), start.clone());
            std::thread::spawn(move || {
                start.wait();
                (0..ROUNDS).try_for_each(|_| count_one_more(&*store))
            })
        })
        .collect();
    writers.into_iter().for_each(|writer| writer.join().unwrap().unwrap());
    let store = place.open();
    assert_eq!(store.read(|txn| txn.list_organisations()).unwrap()[0].seq, Seq(1 + WRITERS * ROUNDS));
    let found = store.read(|txn| txn.find_failures("count", b"")).unwrap().unwrap();
    assert_eq!(i64::from(found.count), WRITERS * ROUNDS);
}

fn count_one_more(store: &dyn Store) -> Result<(), StoreError> {
    store.write(|txn| {
        let mut failures = txn
            .find_failures("count", b"")?
            .unwrap_or(alongside_server::store::Failures { since: crate::support::NOW, count: 0 });
        let org = txn.find_organisation(OrganisationId(Uuid::from_u128(1)))?.unwrap();
        let seq = txn.next_seq(org.no)?;
        assert_eq!(seq, Seq(org.seq.0 + 1), "the counter that was read is the counter that was raised");
        failures.count += 1;
        txn.save_failures("count", b"", failures)
    })
}

pub(crate) fn a_reader_keeps_its_snapshot_while_others_write(place: &Place) {
    let (store, other) = (place.open(), place.open());
    let rows = store.write(|txn| caseload(txn)).unwrap();
    let snapshot = store.begin_read().unwrap();
    assert_eq!(snapshot.load_organisation(rows.org).unwrap().seq, Seq(1));
    other.write(|txn| txn.next_seq(rows.org)).unwrap();
    assert_eq!(snapshot.load_organisation(rows.org).unwrap().seq, Seq(1));
    drop(snapshot);
    assert_eq!(store.read(|txn| txn.load_organisation(rows.org)).unwrap().seq, Seq(2));
}

/// A reader that goes on from the last number it saw misses nothing, with writers in several processes.
pub(crate) fn sequences_are_never_seen_out_of_order(place: &Place) {
    const WRITERS: u128 = 3;
    const ROUNDS: u128 = 25;
    let Caseload { org, stream, name, .. } = place.open().write(|txn| caseload(txn)).unwrap();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let store = place.open();
            std::thread::spawn(move || {
                (0..ROUNDS).try_for_each(|round| {
                    let entity = contact_of(name, 1_000 * (writer + 1) + round);
                    store.write(|txn| {
                        let seq = txn.next_seq(org)?;
                        txn.add_record(org, stream, &entity, seq)?;
                        txn.note_written(&[stream], seq)
                    })
                })
            })
        })
        .collect();
    let store = place.open();
    let (mut position, mut seen) = (Position::default(), 0);
    while seen < usize::try_from(WRITERS * ROUNDS).unwrap() {
        let ended = writers.iter().all(std::thread::JoinHandle::is_finished);
        let batch = Batch { rows: 1_000, bytes: 1 << 20 };
        let (records, _) = store.read(|txn| txn.list_records(stream, position, batch)).unwrap();
        assert!(!(ended && records.is_empty()), "{seen} records were seen, and there are more");
        seen += records.len();
        position = records.last().map_or(position, |last| Position { seq: last.seq, no: last.no });
    }
    writers.into_iter().for_each(|writer| writer.join().unwrap().unwrap());
    let all = store
        .read(|txn| txn.list_records(stream, Position::default(), Batch { rows: 1_000, bytes: 1 << 20 }));
    assert_eq!(all.unwrap().0.len(), seen);
}
