//! What only a real file can show.

use std::collections::BTreeMap;

use alongside_core::model::{
    Audience, CaseId, Cell, Entity, EntityId, OrganisationId, Origin, PersonId, Role, State, StreamRef,
    Timestamp,
};
use serde_json::json;
use uuid::Uuid;

use super::{SqliteOptions, SqliteStore};
use crate::store::{Batch, NewPerson, OrgNo, PersonNo, Position, Seq, Store, StoreError, StreamNo, WriteTxn};

const NOW: Timestamp = Timestamp(1_800_000_000_000);

fn temporary() -> (tempfile::TempDir, SqliteOptions) {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteOptions { readers: 1, ..SqliteOptions::at(folder.path().join("server.db")) };
    (folder, options)
}

fn author() -> PersonId {
    PersonId(Uuid::from_u128(2))
}

/// An organisation with one link worker who is granted the work stream of one case.
fn caseload(txn: &mut dyn WriteTxn) -> Result<(OrgNo, PersonNo, StreamNo, StreamRef), StoreError> {
    let org = txn.add_organisation(OrganisationId(Uuid::from_u128(1)), "Northside", NOW)?;
    let (id, role, name) = (author(), Role::LinkWorker, "Ada Invented");
    let person = txn.add_person(&NewPerson { id, org, role, name, sign_in: None, at: NOW })?;
    let name = StreamRef::of_case(CaseId(Uuid::from_u128(3)), Audience::Work);
    let stream = txn.add_stream(org, name)?;
    let seq = txn.next_seq(org)?;
    txn.grant(person, stream, seq)?;
    Ok((org, person, stream, name))
}

fn contact(stream: StreamRef) -> Entity {
    let cell = Cell { value: json!("home"), rev: 1, eff: NOW, by: author(), origin: Origin(1, 7) };
    Entity {
        id: EntityId(Uuid::from_u128(4)),
        kind: "contact".into(),
        stream,
        state: State::Active,
        rev: 1,
        author: author(),
        cells: BTreeMap::from([("mode".into(), cell.clone()), ("place".into(), cell)]),
        siblings: BTreeMap::new(),
        sealed: None,
    }
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
    (&store as &dyn Store).write(caseload).unwrap();
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
fn what_is_not_committed_leaves_no_trace() {
    let (_folder, options) = temporary();
    let store = SqliteStore::open(&options).unwrap();
    let store: &dyn Store = &store;
    let refused: Result<(), StoreError> = store.write(|txn| {
        caseload(txn)?;
        Err(StoreError::Full)
    });
    assert!(matches!(refused, Err(StoreError::Full)));
    assert_eq!(store.read(|txn| txn.list_organisations()).unwrap(), []);
}

#[test]
fn a_panic_in_a_transaction_leaves_no_trace_and_a_store_that_works() {
    let (_folder, options) = temporary();
    let store = SqliteStore::open(&options).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<(), StoreError> = (&store as &dyn Store).write(|txn| {
            caseload(txn)?;
            panic!("halfway");
        });
    }));
    assert!(panicked.is_err());
    (&store as &dyn Store).write(caseload).unwrap();
}

#[test]
fn a_record_comes_back_as_it_was_kept() {
    let (_folder, options) = temporary();
    let store = SqliteStore::open(&options).unwrap();
    let store: &dyn Store = &store;
    store
        .write(|txn| {
            let (org, _, stream, name) = caseload(txn)?;
            let mut entity = contact(name);
            txn.add_record(org, stream, &entity, Seq(5))?;
            let mut kept = txn.find_record(org, entity.id)?.unwrap();
            assert_eq!(kept.entity, entity);
            assert_eq!((kept.seq, kept.written_in("mode")), (Seq(5), Seq(5)));

            let later =
                Cell { rev: 2, eff: NOW.plus_ms(9), origin: Origin(3, 1), ..entity.cells["mode"].clone() };
            entity.cells.insert("mode".into(), Cell { value: json!("phone"), ..later });
            entity.siblings.insert("place".into(), vec![later]);
            entity.rev = 2;
            kept = crate::store::StoredRecord { entity: entity.clone(), seq: Seq(6), ..kept };
            kept.written.insert("mode".into(), Seq(6));
            txn.save_record(&kept)?;
            let again = txn.find_record(org, entity.id)?.unwrap();
            assert_eq!(again, kept);
            assert_eq!((again.written_in("mode"), again.written_in("place")), (Seq(6), Seq(5)));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn records_are_listed_in_the_order_of_their_commits_and_within_their_limits() {
    let (_folder, options) = temporary();
    let store = SqliteStore::open(&options).unwrap();
    let store: &dyn Store = &store;
    store
        .write(|txn| {
            let (org, _, stream, name) = caseload(txn)?;
            for id in 0..5u128 {
                let entity = Entity { id: EntityId(Uuid::from_u128(10 - id)), ..contact(name) };
                txn.add_record(org, stream, &entity, Seq(2 + i64::try_from(id).unwrap() / 2))?;
            }
            let mut seen = Vec::new();
            let mut position = Position { seq: Seq(1), ..Position::default() };
            loop {
                let (records, more) =
                    txn.list_records(stream, position, Batch { rows: 2, bytes: 1 << 20 })?;
                let last = records.last().unwrap();
                position = Position { seq: last.seq, no: last.no };
                seen.extend(records.iter().map(|record| record.entity.id.0.as_u128()));
                if !more {
                    break;
                }
            }
            assert_eq!(seen, [10, 9, 8, 7, 6]);
            let (one, more) = txn.list_records(stream, Position::default(), Batch { rows: 9, bytes: 1 })?;
            assert_eq!((one.len(), more), (1, true));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn news_is_what_was_written_granted_or_taken_away_since() {
    let (_folder, options) = temporary();
    let store = SqliteStore::open(&options).unwrap();
    let store: &dyn Store = &store;
    store
        .write(|txn| {
            let (org, person, stream, name) = caseload(txn)?;
            let dirty = |txn: &mut dyn WriteTxn| txn.find_person(author()).map(|p| p.unwrap().dirty_seq);
            assert_eq!(dirty(txn)?, Seq(1));
            assert_eq!(txn.list_news(person, Seq(1))?, []);
            let seq = txn.next_seq(org)?;
            txn.note_written(stream, seq)?;
            assert_eq!(dirty(txn)?, seq);
            assert_eq!(txn.list_news(person, Seq(1))?.len(), 1);
            let revoked = txn.next_seq(org)?;
            txn.revoke_grant(person, stream, revoked)?;
            let later = txn.next_seq(org)?;
            txn.note_written(stream, later)?;
            assert_eq!(dirty(txn)?, revoked);
            let news = txn.list_news(person, seq)?;
            assert_eq!((news[0].name, news[0].grant.revoked), (name, Some(revoked)));
            assert_eq!(txn.find_grant(org, person, name)?.unwrap().revoked, Some(revoked));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
