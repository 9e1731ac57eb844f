//! What rules and handlers rest on.

use alongside_core::model::{
    Audience, CaseId, Cell, DeviceId, Entity, EntityId, Origin, Outcome, ReplicaId, Role, StreamRef, Why,
};
use alongside_core::wire::{ChainHash, DeviceDescription};
use alongside_server::store::{
    Batch, Failures, KeptOp, NewDevice, NewPerson, OpAnswer, OrgNo, PersonNo, Position, Push, Replica, Seq,
    SetAside, StoreError, StoredRecord, StreamNo, WriteTxn,
};
use alongside_tests::engine::Place;
use serde_json::json;
use uuid::Uuid;

use crate::support::{Caseload, NOW, author, caseload, contact, contact_of};

type Done = Result<(), StoreError>;

/// Runs `work` on a new caseload, in one transaction.
fn beside_a_caseload(place: &Place, work: impl FnOnce(&mut dyn WriteTxn, Caseload) -> Done) {
    let done = place.open().write(|txn| {
        let rows = caseload(txn)?;
        work(txn, rows)
    });
    done.unwrap();
}

pub(crate) fn what_is_not_committed_leaves_no_trace(place: &Place) {
    let store = place.open();
    let refused: Done = store.write(|txn| {
        caseload(txn)?;
        Err(StoreError::Full)
    });
    assert!(matches!(refused, Err(StoreError::Full)));
    assert_eq!(store.read(|txn| txn.list_organisations()).unwrap(), []);
}

pub(crate) fn a_panic_in_a_transaction_leaves_no_trace_and_a_store_that_works(place: &Place) {
    let store = place.open();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Done = store.write(|txn| {
            caseload(txn)?;
            panic!("halfway");
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(store.read(|txn| txn.list_organisations()).unwrap(), []);
    store.write(|txn| caseload(txn)).map(drop).unwrap();
}

pub(crate) fn a_record_comes_back_as_it_was_kept(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, stream, name, .. }| {
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
        kept = StoredRecord { entity: entity.clone(), seq: Seq(6), ..kept };
        kept.written.insert("mode".into(), Seq(6));
        txn.save_record(&kept)?;
        let again = txn.find_record(org, entity.id)?.unwrap();
        assert_eq!(again, kept);
        assert_eq!((again.written_in("mode"), again.written_in("place")), (Seq(6), Seq(5)));
        Ok(())
    });
}

pub(crate) fn records_are_listed_in_the_order_of_their_commits_and_within_their_limits(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, stream, name, .. }| {
        for id in 0..5u128 {
            let entity = contact_of(name, 10 - id);
            txn.add_record(org, stream, &entity, Seq(2 + i64::try_from(id).unwrap() / 2))?;
        }
        assert_eq!(read_on(txn, stream, Seq(1), 2)?, [10, 9, 8, 7, 6]);
        let (one, more) = txn.list_records(stream, Position::default(), Batch { rows: 9, bytes: 1 })?;
        assert_eq!((one.len(), more), (1, true));
        Ok(())
    });
}

/// More than an engine asks for at once.
pub(crate) fn a_long_stream_is_read_on_from_anywhere(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, stream, name, .. }| {
        let ids: Vec<u128> = (100..650).collect();
        for id in &ids {
            txn.add_record(org, stream, &contact_of(name, *id), Seq(2))?;
        }
        for rows in [1, 150, 199, 200, 201, 400, 549, 550, 551, 5_000] {
            let (records, more) =
                txn.list_records(stream, Position::default(), Batch { rows, bytes: 1 << 30 })?;
            assert_eq!((records.len(), more), (rows.min(550), rows < 550), "{rows} rows");
        }
        assert_eq!(read_on(txn, stream, Seq(0), 130)?, ids);
        Ok(())
    });
}

/// Every record of a stream, so many at a time.
fn read_on(txn: &dyn WriteTxn, stream: StreamNo, from: Seq, rows: usize) -> Result<Vec<u128>, StoreError> {
    let mut seen = Vec::new();
    let mut position = Position { seq: from, ..Position::default() };
    loop {
        let (records, more) = txn.list_records(stream, position, Batch { rows, bytes: 1 << 20 })?;
        let last = records.last().unwrap();
        position = Position { seq: last.seq, no: last.no };
        seen.extend(records.iter().map(|record| record.entity.id.0.as_u128()));
        if !more {
            return Ok(seen);
        }
    }
}

pub(crate) fn news_is_what_was_written_granted_or_taken_away_since(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, person, stream, name }| {
        let dirty = |txn: &mut dyn WriteTxn| txn.find_person(author()).map(|p| p.unwrap().dirty_seq);
        assert_eq!(dirty(txn)?, Seq(1));
        assert_eq!(txn.list_news(person, Seq(1))?, []);
        let seq = txn.next_seq(org)?;
        txn.note_written(&[stream], seq)?;
        assert_eq!(dirty(txn)?, seq);
        assert_eq!(txn.list_news(person, Seq(1))?.len(), 1);
        let revoked = txn.next_seq(org)?;
        txn.revoke_grant(person, stream, revoked)?;
        let later = txn.next_seq(org)?;
        txn.note_written(&[stream], later)?;
        assert_eq!(dirty(txn)?, revoked);
        let news = txn.list_news(person, seq)?;
        assert_eq!((news[0].name, news[0].grant.revoked), (name, Some(revoked)));
        assert_eq!(txn.find_grant(org, person, name)?.unwrap().revoked, Some(revoked));
        Ok(())
    });
}

pub(crate) fn a_grant_that_was_taken_away_begins_anew(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, person, stream, name }| {
        let seq = txn.next_seq(org)?;
        txn.grant(person, stream, seq)?;
        assert_eq!(txn.find_grant(org, person, name)?.unwrap().granted, Seq(1), "a standing grant stays");
        let revoked = txn.next_seq(org)?;
        txn.revoke_grant(person, stream, revoked)?;
        let again = txn.next_seq(org)?;
        txn.grant(person, stream, again)?;
        let grant = txn.find_grant(org, person, name)?.unwrap();
        assert_eq!((grant.granted, grant.revoked), (again, None));
        Ok(())
    });
}

/// A phone of the caseload's link worker and its replica's number.
fn phone(txn: &mut dyn WriteTxn, org: OrgNo, person: PersonNo) -> Result<u32, StoreError> {
    let description = DeviceDescription { platform: "test".into(), build: "1".into() };
    let id = DeviceId(Uuid::from_u128(8));
    let new = NewDevice { id, person, token_hash: [5; 32], description: &description, at: NOW };
    let device = txn.add_device(&new)?;
    txn.add_replica(org, device, ReplicaId(Uuid::from_u128(9)), NOW)
}

pub(crate) fn the_history_and_what_was_set_aside_come_back_as_they_were_kept(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, person, .. }| {
        let number = phone(txn, org, person)?;
        let entity = EntityId(Uuid::from_u128(70));
        let op = r#"{"words":"“quoted”, \u0000 and 🙂"}"#.to_owned();
        let answers = vec![OpAnswer { outcome: Outcome::Parked, why: Some(Why::UnknownKind), rev: 0 }];
        let (before, after) = (ChainHash([1; 8]), ChainHash([2; 8]));
        let push = Push {
            first_n: 1,
            last_n: 1,
            before,
            after,
            seq: None,
            received: NOW,
            ops: vec![KeptOp::Text(op.clone())],
            answers,
        };
        txn.add_push(org, number, &push)?;
        let kept = txn.list_pushes(org, number, 0)?;
        assert_eq!(format!("{kept:?}"), format!("{:?}", [push]));
        assert!(txn.list_pushes(org, number, 1)?.is_empty());

        let (outcome, why) = (Outcome::Parked, Some(Why::UnknownKind));
        let aside = SetAside {
            replica: number,
            n: 1,
            person,
            entity: Some(entity),
            outcome,
            why,
            op,
            at: NOW,
            eff: NOW,
            told: Seq(0),
        };
        txn.set_aside(org, &aside)?;
        assert!(txn.list_set_aside(org, 10)? == [aside]);
        assert_eq!(txn.list_parked(org, number)?, [entity]);

        let replica = Replica {
            number,
            last_n: 1,
            last_hash: after,
            last_eff: NOW,
            last_answer: NOW.plus_ms(1),
            durable: 0,
        };
        txn.advance_replica(org, &replica)?;
        let session = txn.find_session([5; 32], number)?.unwrap();
        assert_eq!((session.replica, session.seq, session.epoch), (Some(replica), Seq(1), 1));
        assert!(txn.find_session([5; 32], number + 1)?.unwrap().replica.is_none());
        assert!(txn.find_session([6; 32], number)?.is_none());
        Ok(())
    });
}

pub(crate) fn assignments_codes_and_sessions_are_used_once(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, person, .. }| {
        let case = txn.add_case(org, CaseId(Uuid::from_u128(3)), NOW)?;
        assert!(txn.begin_assignment(case, person, NOW)?);
        assert!(!txn.begin_assignment(case, person, NOW)?);
        assert!(txn.end_assignment(case, person, NOW, Some("left"))?);
        assert!(!txn.end_assignment(case, person, NOW, None)?);
        assert!(txn.begin_assignment(case, person, NOW)?);
        assert_eq!(txn.list_assignments(case)?.len(), 2);

        txn.add_code([3; 32], person, NOW, NOW.plus_ms(1))?;
        assert!(txn.use_code([3; 32], NOW)?);
        assert!(!txn.use_code([3; 32], NOW)?);
        assert_eq!(txn.find_code([3; 32])?.unwrap().used_at, Some(NOW));

        txn.add_web_session([4; 32], person, b"csrf", NOW)?;
        assert_eq!(txn.find_web_session([4; 32])?.unwrap().csrf, b"csrf");
        txn.forget_web_sessions(NOW.plus_ms(1), NOW)?;
        assert!(txn.find_web_session([4; 32])?.is_none());
        Ok(())
    });
}

pub(crate) fn failures_are_counted_and_forgotten(place: &Place) {
    let store = place.open();
    let failures = Failures { since: NOW, count: 3 };
    store.write(|txn| txn.save_failures("enrol", b"somewhere", Failures { count: 2, ..failures })).unwrap();
    store.write(|txn| txn.save_failures("enrol", b"somewhere", failures)).unwrap();
    let found = |sort: &str| store.read(|txn| txn.find_failures(sort, b"somewhere")).unwrap();
    assert_eq!((found("enrol"), found("sign_in")), (Some(failures), None));
    store.write(|txn| txn.forget_failures(NOW)).unwrap();
    assert_eq!(found("enrol"), Some(failures));
    store.write(|txn| txn.forget_failures(NOW.plus_ms(1))).unwrap();
    assert_eq!(found("enrol"), None);
}

pub(crate) fn what_is_taken_is_told(place: &Place) {
    let store = place.open();
    store.write(|txn| caseload(txn)).map(drop).unwrap();
    assert!(matches!(store.write(|txn| caseload(txn)), Err(StoreError::Taken)));
    let person = store.read(|txn| txn.find_person(author())).unwrap().unwrap();
    let (id, role, name) = (author(), Role::Client, "Ben Invented");
    let again = NewPerson { id, org: person.org, role, name, sign_in: None, at: NOW };
    assert!(matches!(store.write(|txn| txn.add_person(&again)), Err(StoreError::Taken)));
}

pub(crate) fn the_secret_of_the_first_start_stays(place: &Place) {
    let first = place.open();
    assert_eq!(first.load_secret([1; 32]).unwrap(), [1; 32]);
    assert_eq!(place.open().load_secret([2; 32]).unwrap(), [1; 32]);
}

/// PostgreSQL's text cannot hold one.
pub(crate) fn words_with_a_zero_character_do_no_harm(place: &Place) {
    beside_a_caseload(place, |txn, Caseload { org, stream, name, .. }| {
        assert!(txn.find_sign_in("a\0b")?.is_none());
        let mut entity: Entity = contact(StreamRef::of_case(CaseId(Uuid::from_u128(3)), Audience::Work));
        assert_eq!(entity.stream, name);
        entity.cells.get_mut("place").unwrap().value = json!("a\0b and \"quotes\"");
        txn.add_record(org, stream, &entity, Seq(2))?;
        assert_eq!(txn.find_record(org, entity.id)?.unwrap().entity, entity);
        Ok(())
    });
}
