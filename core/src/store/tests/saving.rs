//! Saving: forms, the outbox, search, and a disk that fills up.

use super::*;

fn form(id: u128) -> Form {
    let kind = crate::model::catalogue::find_kind("visit_note").unwrap();
    Form { id: EntityId(Uuid::from_u128(id)), kind, case: CASE, started: Timestamp(1) }
}

fn type_body(store: &Store, id: u128, text: &str) -> Result<(), StoreError> {
    let value = json!(text);
    let saved = SavedField { form: EntityId(Uuid::from_u128(id)), field: "body", value: &value };
    store.write(|transaction| drafts::save_field(transaction, &saved, Timestamp(2)))
}

#[test]
fn typed_text_is_one_row_for_each_field_and_no_operation() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    store.write(|transaction| drafts::open_form(transaction, &form(1))).unwrap();
    for text in ["S", "Sh", "She"] {
        type_body(&store, 1, text).unwrap();
    }
    let rows: i64 =
        store.read(|c| Ok(c.query_row("SELECT count(*) FROM draft_save", [], |row| row.get(0))?)).unwrap();
    let open = store.read(|connection| drafts::find_form(connection, form(1).id)).unwrap().unwrap();
    assert_eq!((rows, &open.fields["body"]), (1, &json!("She")));
    assert_eq!(store.read(outbox::unsent).unwrap().count, 0);
}

#[test]
fn typing_in_a_form_nobody_opened_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    assert!(matches!(type_body(&store, 9, "x"), Err(StoreError::NoSuchRecord)));
}

#[test]
fn a_full_disk_is_told_and_what_was_saved_stays() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    store.write(|transaction| drafts::open_form(transaction, &form(1))).unwrap();
    type_body(&store, 1, "before").unwrap();
    let pages: i64 = store.lock().unwrap().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    store.lock().unwrap().execute_batch(&format!("PRAGMA max_page_count = {pages}")).unwrap();
    assert!(matches!(type_body(&store, 1, &"x".repeat(60_000)), Err(StoreError::Full)));
    let open = store.read(|connection| drafts::find_form(connection, form(1).id)).unwrap().unwrap();
    assert_eq!(open.fields["body"], json!("before"));
    store.lock().unwrap().execute_batch("PRAGMA max_page_count = 100000").unwrap();
    type_body(&store, 1, "after").unwrap();
}

#[test]
fn the_reserve_is_given_up_when_the_disk_is_full() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    assert!(folder.path().join("alongside.reserve").exists());
    let tries = std::cell::Cell::new(0);
    let saved = store.write(|_| {
        tries.set(tries.get() + 1);
        if folder.path().join("alongside.reserve").exists() { Err(StoreError::Full) } else { Ok(()) }
    });
    assert!(saved.is_ok());
    assert_eq!(tries.get(), 2);
}

#[test]
fn work_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let reading = FixedClock::at(Timestamp(5)).read();
    let refused: Result<(), StoreError> = store.write(|transaction| {
        local::commit(transaction, goal_op(1, "walk"), &who(), &reading)?;
        Err(StoreError::NoSuchRecord)
    });
    assert!(refused.is_err());
    assert_eq!(store.read(outbox::unsent).unwrap().count, 0);
    assert!(
        store.read(|connection| record::find(connection, EntityId(Uuid::from_u128(1)))).unwrap().is_none()
    );
    assert_eq!(commit(&store, &goal_op(1, "walk")), 1, "no operation number was used up");
}

#[test]
fn words_are_found_whatever_their_accents_and_whoever_changed_them() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(1, "Cerdded i Ynys Môn with Siân"));
    commit(&store, &goal_op(2, "pay the gas bill"));
    let find = |words: &str| {
        store.write(|transaction| index::catch_up(transaction, 99)).unwrap();
        let found = store.read(|connection| search::find_words(connection, words, 10)).unwrap();
        found.iter().map(|row| row.id.0.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(find("mon sian"), [1]);
    assert_eq!(find("GAS bi"), [2]);
    let op = store
        .write(|transaction| {
            local::set(transaction, EntityId(Uuid::from_u128(2)), fields(&[("wording", json!("swim"))]))
        })
        .unwrap();
    commit(&store, &op);
    assert_eq!((find("gas"), find("swim")), (vec![], vec![2]));
}

#[test]
fn operations_leave_in_the_order_in_which_they_were_written() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    for id in 1..=5 {
        assert_eq!(commit(&store, &goal_op(id, "walk")), u64::try_from(id).unwrap());
    }
    let pending = store.read(|connection| outbox::list_pending(connection, 3, 1 << 20)).unwrap();
    assert_eq!(pending.iter().map(|pending| pending.n).collect::<Vec<_>>(), [1, 2, 3]);
    let one = store.read(|connection| outbox::list_pending(connection, 3, 1)).unwrap();
    assert_eq!(one.len(), 1, "at least one goes, however large");
}

#[test]
fn a_large_log_is_folded_into_the_file_and_as_much_of_it_is_kept_as_makes_the_next_saves_cheap() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let log = || std::fs::metadata(folder.path().join("alongside.db-wal")).unwrap().len();
    commit(&store, &goal_op(1, "walk"));
    let small = log();
    store.fold().unwrap();
    assert_eq!(log(), small);
    let reading = FixedClock::at(Timestamp(5)).read();
    store
        .write(|transaction| {
            for id in 2..100 {
                local::commit(transaction, goal_op(id, &"x".repeat(60_000)), &who(), &reading)?;
            }
            Ok(())
        })
        .unwrap();
    let kept = 4 * 1024 * 1024;
    assert!(log() > kept);
    store.fold().unwrap();
    assert_eq!(log(), kept);
    commit(&store, &goal_op(100, "walk"));
    assert_eq!(log(), kept, "a save does not make it longer");
    assert_eq!(store.read(outbox::unsent).unwrap().count, 100);
}

#[test]
fn what_a_person_should_hear_of_is_found_without_reading_all_that_was_ever_sent() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let plan = store
        .read(|connection| {
            let sql = format!("EXPLAIN QUERY PLAN SELECT count(*) FROM outbox WHERE {}", outbox::IS_REMARK);
            Ok(connection.query_row(&sql, [], |row| row.get::<_, String>("detail"))?)
        })
        .unwrap();
    assert!(plan.contains("outbox_remarks"), "{plan}");
    assert_eq!(store.read(outbox::count_remarks).unwrap(), 0);
}

#[test]
fn what_waits_for_a_decision_is_found_without_looking_at_every_record() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let plan = |which: &str| {
        store.read(|connection| {
            let sql = format!("EXPLAIN QUERY PLAN SELECT no FROM record WHERE {which} ORDER BY no");
            Ok(connection.query_row(&sql, [], |row| row.get::<_, String>(3))?)
        })
    };
    for (which, index) in
        [("siblings IS NOT NULL", "record_with_siblings"), ("state = 4", "record_to_confirm")]
    {
        let plan = plan(which).unwrap();
        assert!(plan.contains(index), "{which}: {plan}");
    }
}
