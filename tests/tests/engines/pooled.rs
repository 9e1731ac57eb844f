//! What only PostgreSQL can show: connections that are used again, locks that are waited for, commits that are paused.

use std::sync::Arc;

use alongside_core::model::OrganisationId;
use alongside_server::open_store;
use alongside_server::settings::{DatabaseUrl, Settings};
use alongside_server::store::{Batch, Position, Store, StoreError};
use alongside_tests::engine::{Engine, Place, Session};
use uuid::Uuid;

use crate::support::{Caseload, NOW, caseload, contact_of};

/// A place with a caseload, and a session of the test's own on it.
struct Stage {
    place: Place,
    session: Session,
    rows: Caseload,
}

impl Stage {
    fn find(name: &str) -> Option<Self> {
        let place = Engine::Postgres.find_place(name)?;
        let rows = place.open().write(|txn| caseload(txn)).unwrap();
        let session = Session::open(place.url().unwrap());
        Some(Self { place, session, rows })
    }

    /// A store with one connection, and what its URL says beside.
    fn store(&self, options: &str) -> Result<Arc<dyn Store>, String> {
        let url = self.place.url().unwrap().replace("search_path", &format!("{options}search_path"));
        let mut settings = Settings::default();
        settings.store.url = Some(DatabaseUrl(url));
        settings.store.connections = 1;
        open_store(&settings).map_err(|error| format!("{error:?}"))
    }

    /// How the one connection stands, when those of stores that were closed have ended: `idle`, `idle in transaction` …
    fn state(&self) -> String {
        let sql = format!("SELECT state FROM pg_stat_activity WHERE application_name = '{}'", self.name());
        loop {
            if let [state] = self.session.rows(&sql).as_slice() {
                return state.clone();
            }
        }
    }

    fn name(&self) -> &str {
        self.place.name().unwrap()
    }

    /// Waits until some connection of the stores waits for a lock, or `ended` says that nobody will.
    fn until_somebody_waits(&self, ended: impl Fn() -> bool) {
        let sql = format!(
            "SELECT 1 FROM pg_stat_activity WHERE application_name = '{}' AND wait_event_type = 'Lock'",
            self.name()
        );
        while self.session.rows(&sql).is_empty() && !ended() {
            std::thread::yield_now();
        }
    }
}

#[test]
fn a_connection_goes_back_to_the_pool_clean() {
    let Some(stage) = Stage::find("a_connection_goes_back_to_the_pool_clean") else { return };
    let store = stage.store("").unwrap();
    drop(store.begin_read().unwrap());
    let mut txn = store.begin_write().unwrap();
    txn.next_seq(stage.rows.org).unwrap();
    drop(txn);
    // In the middle of a transaction that PostgreSQL has given up.
    assert!(matches!(store.write(|txn| caseload(txn)), Err(StoreError::Taken)));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<(), StoreError> = store.write(|txn| {
            txn.next_seq(stage.rows.org)?;
            panic!("halfway");
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(stage.state(), "idle");
    let seq = store.write(|txn| txn.next_seq(stage.rows.org)).unwrap();
    assert_eq!(seq.0, 2, "nothing of the transactions before is left");
    assert_eq!(stage.state(), "idle");
}

#[test]
fn a_transaction_in_which_a_statement_failed_cannot_be_committed() {
    let Some(stage) = Stage::find("a_transaction_in_which_a_statement_failed_cannot_be_committed") else {
        return;
    };
    let store = stage.store("").unwrap();
    let mut txn = store.begin_write().unwrap();
    txn.next_seq(stage.rows.org).unwrap();
    let taken = txn.add_organisation(OrganisationId(Uuid::from_u128(1)), "Again", NOW);
    assert!(matches!(taken, Err(StoreError::Taken)));
    assert!(txn.commit().is_err(), "PostgreSQL answers COMMIT with a silent rollback here");
    assert_eq!(store.write(|txn| txn.next_seq(stage.rows.org)).unwrap().0, 2);
}

#[test]
fn connections_that_were_cut_are_replaced() {
    let Some(stage) = Stage::find("connections_that_were_cut_are_replaced") else { return };
    let store = stage.store("").unwrap();
    drop(store.begin_read().unwrap());
    let cut = format!(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = '{}'",
        stage.name()
    );
    assert_eq!(stage.state(), "idle");
    assert_eq!(stage.session.rows(&cut), ["t"]);
    store.read(|txn| txn.list_organisations()).unwrap();
    let mut txn = store.begin_write().unwrap();
    txn.next_seq(stage.rows.org).unwrap();
    assert_eq!(stage.session.rows(&cut), ["t"]);
    assert!(matches!(txn.next_seq(stage.rows.org), Err(StoreError::Busy(_))));
    drop(txn);
    assert_eq!(store.write(|txn| txn.next_seq(stage.rows.org)).unwrap().0, 2);
}

#[test]
fn a_database_that_could_lose_what_it_acknowledged_is_refused() {
    let Some(stage) = Stage::find("a_database_that_could_lose_what_it_acknowledged_is_refused") else {
        return;
    };
    for value in ["off", "local", "remote_write"] {
        let refused = stage.store(&format!("synchronous_commit%3D{value}%20-c%20")).map(drop).unwrap_err();
        assert!(refused.contains("Setting") && refused.contains("synchronous_commit"), "{refused}");
    }
    assert!(stage.store("synchronous_commit%3Dremote_apply%20-c%20").is_ok());
}

#[test]
fn a_database_of_a_newer_server_or_of_another_program_is_refused_and_left_alone() {
    let Some(stage) =
        Stage::find("a_database_of_a_newer_server_or_of_another_program_is_refused_and_left_alone")
    else {
        return;
    };
    stage.session.run("UPDATE schema_version SET version = 999");
    assert!(stage.store("").map(drop).unwrap_err().contains("Newer { found: 999"));
    stage.session.run("DROP TABLE schema_version");
    assert!(stage.store("").map(drop).unwrap_err().contains("Unreadable"));
    assert_eq!(stage.session.rows("SELECT count(*) FROM organisation"), ["1"]);
}

#[test]
fn a_writer_that_holds_on_for_too_long_makes_the_next_one_busy_and_no_reader() {
    let Some(stage) =
        Stage::find("a_writer_that_holds_on_for_too_long_makes_the_next_one_busy_and_no_reader")
    else {
        return;
    };
    let store = stage.store("lock_timeout%3D50%20-c%20").unwrap();
    stage.session.run("BEGIN; UPDATE organisation SET seq = seq + 1");
    assert!(matches!(store.write(|txn| txn.next_seq(stage.rows.org)), Err(StoreError::Busy(_))));
    assert_eq!(store.read(|txn| txn.load_organisation(stage.rows.org)).unwrap().seq.0, 1);
    stage.session.run("COMMIT");
    assert_eq!(store.write(|txn| txn.next_seq(stage.rows.org)).unwrap().0, 3);
}

#[test]
fn organisations_do_not_wait_for_each_other() {
    let Some(stage) = Stage::find("organisations_do_not_wait_for_each_other") else { return };
    let store = stage.store("").unwrap();
    let other = store.write(|txn| txn.add_organisation(OrganisationId(Uuid::from_u128(77)), "Harbour", NOW));
    let other = other.unwrap();
    stage.session.run("BEGIN; SELECT no FROM organisation WHERE seq = 1 FOR NO KEY UPDATE");
    assert_eq!(store.write(|txn| txn.next_seq(other)).unwrap().0, 1);
    stage.session.run("COMMIT");
}

#[test]
fn a_paused_commit_is_not_overtaken() {
    let Some(stage) = Stage::find("a_paused_commit_is_not_overtaken") else { return };
    assert_eq!(missed_by_a_reader(&stage), 0);
}

/// The planted bug: a database whose counter is a plain sequence, which hands numbers out and holds nobody up. The check
/// above must see it, or it sees nothing.
#[test]
fn a_plain_sequence_is_caught_by_a_paused_commit() {
    let Some(stage) = Stage::find("a_plain_sequence_is_caught_by_a_paused_commit") else { return };
    stage.session.run(include_str!("plain_sequence.sql"));
    assert_eq!(missed_by_a_reader(&stage), 1);
}

/// One process takes a number and pauses before its commit; another writes; a reader reads up to what it sees, then on from
/// there. How many records it never sees.
fn missed_by_a_reader(stage: &Stage) -> usize {
    let Caseload { org, stream, name, .. } = stage.rows;
    let (first, second, reader) = (stage.place.open(), stage.place.open(), stage.place.open());
    let write = move |txn: &mut dyn alongside_server::store::WriteTxn, id| {
        let seq = txn.next_seq(org)?;
        txn.add_record(org, stream, &contact_of(name, id), seq)
    };
    let mut paused = first.begin_write().unwrap();
    write(&mut *paused, 501).unwrap();
    let overtaking = std::thread::spawn(move || second.write(|txn| write(txn, 502)));
    stage.until_somebody_waits(|| overtaking.is_finished());

    let batch = Batch { rows: 10, bytes: 1 << 20 };
    let mut read_on = {
        let mut position = Position::default();
        move || {
            let (records, _) = reader.read(|txn| txn.list_records(stream, position, batch)).unwrap();
            position = records.last().map_or(position, |last| Position { seq: last.seq, no: last.no });
            records.len()
        }
    };
    let mut seen = read_on();
    paused.commit().unwrap();
    overtaking.join().unwrap().unwrap();
    seen += read_on();
    2 - seen
}
