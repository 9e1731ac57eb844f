//! What only a real file can show.

use alongside_core::model::{OrganisationId, Timestamp};
use uuid::Uuid;

use super::{SqliteOptions, SqliteStore};
use crate::store::{Store, StoreError, WriteTxn};

const NOW: Timestamp = Timestamp(1_800_000_000_000);

fn temporary() -> (tempfile::TempDir, SqliteOptions) {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteOptions { readers: 1, ..SqliteOptions::at(folder.path().join("server.db")) };
    (folder, options)
}

/// A name that must not be readable in an encrypted file.
fn northside(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    txn.add_organisation(OrganisationId(Uuid::from_u128(1)), "Northside", NOW).map(drop)
}

#[test]
fn another_key_is_refused_and_changes_nothing() {
    let (_folder, mut options) = temporary();
    options.key = Some([7; 32]);
    SqliteStore::open(&options).unwrap().checkpoint().unwrap();
    let before = std::fs::read(&options.path).unwrap();
    for key in [None, Some([8; 32])] {
        let other = SqliteOptions { key, ..options.clone() };
        assert!(matches!(SqliteStore::open(&other), Err(StoreError::Unreadable)));
    }
    assert_eq!(std::fs::read(&options.path).unwrap(), before);
}

#[test]
fn an_encrypted_file_holds_no_readable_name() {
    let (_folder, mut options) = temporary();
    options.key = Some([7; 32]);
    let store = SqliteStore::open(&options).unwrap();
    (&store as &dyn Store).write(northside).unwrap();
    store.checkpoint().unwrap();
    let file = std::fs::read(&options.path).unwrap();
    assert!(file.len() > 4096);
    assert!(!file.windows(9).any(|window| window == b"Northside" || window == b"CREATE TA"));
}

#[test]
fn a_file_of_a_newer_server_is_refused() {
    let (_folder, options) = temporary();
    drop(SqliteStore::open(&options).unwrap());
    rusqlite::Connection::open(&options.path).unwrap().pragma_update(None, "user_version", 999).unwrap();
    assert!(matches!(SqliteStore::open(&options), Err(StoreError::Newer { found: 999, .. })));
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let (_folder, options) = temporary();
    let foreign = rusqlite::Connection::open(&options.path).unwrap();
    foreign.execute_batch("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')").unwrap();
    assert!(matches!(SqliteStore::open(&options), Err(StoreError::Unreadable)));
    let tables: i64 = foreign.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1);
}

#[test]
fn a_new_file_can_be_opened_by_many_at_once() {
    for _ in 0..50 {
        let (_folder, options) = temporary();
        let together = std::sync::Barrier::new(4);
        let open = || {
            together.wait();
            SqliteStore::open(&options).map(drop)
        };
        let opened = std::thread::scope(|scope| {
            let openings = [(); 4].map(|()| scope.spawn(open));
            openings.map(|opening| opening.join().unwrap())
        });
        assert!(opened.iter().all(Result::is_ok), "{opened:?}");
    }
}
