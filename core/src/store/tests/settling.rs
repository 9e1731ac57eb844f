//! What the server says, and what this phone has written on top of it.

use std::collections::BTreeMap;

use super::*;
use crate::model::{Base, Bases, Outcome, State, content_hash};

fn id(n: u128) -> EntityId {
    EntityId(Uuid::from_u128(n))
}

fn shown(store: &Store, n: u128) -> Option<RecordRow> {
    store.read(|connection| record::find(connection, id(n))).unwrap()
}

fn wording(store: &Store, n: u128) -> Value {
    shown(store, n).unwrap().fields["wording"].clone()
}

fn reword(store: &Store, n: u128, text: &str) -> Op {
    store.write(|transaction| local::set(transaction, id(n), fields(&[("wording", json!(text))]))).unwrap()
}

fn answer(store: &Store, n: u64, outcome: Outcome, rev: u32) {
    answer_at_once(store, &[(n, outcome, rev)]);
}

fn answer_at_once(store: &Store, answers: &[(u64, Outcome, u32)]) {
    let answer = |(n, outcome, rev)| Answer { n, outcome, why: None, rev, point: [n as u8; 8] };
    let answers: Vec<Answer> = answers.iter().copied().map(answer).collect();
    let last = answers.last().map_or(0, |answer| answer.n);
    store.write(|transaction| settle(transaction, &answers, (last, [1; 8]), Timestamp(9))).unwrap();
}

fn incoming(n: u128, rev: u32, text: &str) -> Incoming {
    Incoming {
        id: id(n),
        kind: "goal".into(),
        rev,
        revs: BTreeMap::new(),
        state: State::Active,
        author: 0,
        fields: fields(&[("wording", json!(text)), ("at", json!(5))]),
        siblings: Siblings::new(),
        seal: None,
    }
}

fn take(store: &Store, full: bool, ready: bool, rows: &[Incoming]) {
    take_into(store, StreamRef::of_case(CASE, Audience::Shared), full, ready, rows);
}

fn take_into(store: &Store, stream: StreamRef, full: bool, ready: bool, rows: &[Incoming]) {
    store
        .write(|transaction| {
            let page = IncomingPage { stream, full, ready, rows: rows.to_vec() };
            mirror::take_pages(transaction, &[(who().person, "Wren".into())], &[page])
        })
        .unwrap();
}

#[test]
fn an_edit_on_an_unanswered_edit_names_it_as_its_base_and_an_answered_one_by_its_revision() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(1, "walk"));
    assert_eq!(reword(&store, 1, "swim").bases, Bases::All(Base::Own(1)));
    answer(&store, 1, Outcome::Applied, 1);
    assert_eq!(reword(&store, 1, "swim").bases, Bases::All(Base::Revision(1)));
    assert!(!shown(&store, 1).unwrap().pending);
}

#[test]
fn what_the_server_says_lies_under_what_is_still_pending() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[incoming(1, 3, "walk")]);
    commit(&store, &reword(&store, 1, "swim"));
    take(&store, false, true, &[incoming(1, 4, "dance")]);
    assert_eq!(wording(&store, 1), json!("swim"), "the person sees their own words");
    answer(&store, 1, Outcome::Quarantined, 0);
    assert_eq!(wording(&store, 1), json!("dance"), "and the server's when theirs did not apply");
    assert_eq!(store.read(outbox::list_remarks).unwrap().len(), 1, "with their words still at hand");
}

#[test]
fn a_second_edit_stays_on_top_when_the_first_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(1, "walk"));
    commit(&store, &reword(&store, 1, "swim"));
    answer(&store, 1, Outcome::Applied, 1);
    assert_eq!(wording(&store, 1), json!("swim"));
    assert!(shown(&store, 1).unwrap().pending);
    answer(&store, 2, Outcome::Applied, 2);
    assert_eq!(reword(&store, 1, "x").bases, Bases::All(Base::Revision(2)));
}

#[test]
fn a_late_rewording_stands_beside_on_the_server_so_it_is_not_taken_for_what_the_server_says() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[incoming(1, 3, "walk")]);
    commit(&store, &reword(&store, 1, "swim"));
    answer(&store, 1, Outcome::Late, 4);
    assert_eq!(wording(&store, 1), json!("walk"));
    assert_eq!(reword(&store, 1, "x").bases, Bases::All(Base::Revision(3)), "the next edit says what it saw");
    let said = store.read(outbox::list_remarks).unwrap();
    assert_eq!(said[0].op.fields["wording"], json!("swim"), "and the late words are at hand");
}

#[test]
fn a_page_that_comes_late_takes_nothing_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[incoming(1, 5, "new")]);
    take(&store, false, true, &[incoming(1, 4, "old")]);
    assert_eq!(wording(&store, 1), json!("new"));
}

#[test]
fn a_stream_is_shown_only_when_it_is_complete() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, false, &[incoming(1, 1, "walk")]);
    assert!(shown(&store, 1).is_none());
    take(&store, true, true, &[incoming(2, 1, "swim")]);
    assert!(shown(&store, 1).is_some() && shown(&store, 2).is_some());
}

#[test]
fn a_whole_listing_removes_what_is_not_in_it_but_never_what_is_unsent() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[incoming(1, 1, "walk"), incoming(2, 1, "swim")]);
    commit(&store, &goal_op(3, "dance"));
    take(&store, true, true, &[incoming(2, 1, "swim")]);
    assert!(shown(&store, 1).is_none());
    assert!(shown(&store, 2).is_some() && shown(&store, 3).is_some());
}

#[test]
fn a_dropped_stream_is_hidden_at_once_and_deleted_when_its_work_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[incoming(1, 1, "walk")]);
    commit(&store, &reword(&store, 1, "swim"));
    let stream = StreamRef::of_case(CASE, Audience::Shared);
    let rows = || {
        store
            .read(|c| Ok(c.query_row("SELECT count(*) FROM record", [], |row| row.get::<_, i64>(0))?))
            .unwrap()
    };
    store.write(|transaction| mirror::take_drops(transaction, &[stream])).unwrap();
    assert!(shown(&store, 1).is_none());
    assert_eq!(rows(), 1, "work that was not sent is not deleted");
    answer(&store, 1, Outcome::Late, 2);
    store.write(|transaction| mirror::take_drops(transaction, &[])).unwrap();
    assert_eq!(rows(), 0);
}

#[test]
fn a_new_record_the_server_set_aside_leaves_the_screen_but_not_the_phone() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(1, "walk"));
    answer(&store, 1, Outcome::Quarantined, 0);
    assert!(shown(&store, 1).is_none());
    let remark = store.read(outbox::list_remarks).unwrap().remove(0);
    assert_eq!(remark.op.fields["wording"], json!("walk"));
    store.write(|transaction| mirror::keep_durable(transaction, 1, Timestamp(9))).unwrap();
    assert_eq!(store.read(outbox::list_remarks).unwrap().len(), 1);
}

#[test]
fn a_parked_edit_stays_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    commit(&store, &goal_op(1, "walk"));
    answer(&store, 1, Outcome::Parked, 0);
    assert_eq!(wording(&store, 1), json!("walk"));
    assert_eq!(store.read(outbox::unsent).unwrap().count, 0);
}

#[test]
fn a_kind_of_a_newer_version_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[Incoming { kind: "hologram".into(), ..incoming(1, 1, "x") }]);
    assert_eq!(shown(&store, 1).unwrap().kind, "hologram");
}

#[test]
fn a_phone_that_saved_only_what_signs_a_draft_shows_the_signed_note_once_the_server_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let words =
        fields(&[("case", json!(CASE)), ("at", json!(5)), ("body", json!("The garden, and the letters."))]);
    commit(&store, &Op::create(id(1), StreamRef::private(who().person), "visit_note", words));
    let to = StreamRef::of_case(CASE, Audience::Work);
    let sign = store.read(|connection| local::publish(connection, id(1), to)).unwrap();
    let copy = sign.publication.as_ref().unwrap().id;
    let find = |store: &Store| store.read(|connection| record::find(connection, copy)).unwrap();
    commit(&store, &sign);
    let before = find(&store).expect("shown at once");
    // As after a rescue: the draft came from the server again, and no copy was made.
    store
        .write(|transaction| {
            held::Held::find(transaction, copy)?.map_or(Ok(()), |copy| copy.delete(transaction))
        })
        .unwrap();
    answer(&store, 1, Outcome::Applied, 1);
    assert!(find(&store).is_none());
    answer(&store, 2, Outcome::Applied, 2);
    let after = find(&store).expect("it is there again");
    assert_eq!((after.state, after.stream, after.pending), (State::Sealed, to, false));
    assert_eq!(after.fields, before.fields);
}

#[test]
fn a_copy_sealed_on_another_phone_is_shown_as_it_was_sealed_also_over_one_that_this_phone_made() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let sealed_there = fields(&[("at", json!(5)), ("comment.happiness", json!("Fair"))]);
    let mut words = sealed_there.clone();
    words.extend(fields(&[("case", json!(CASE)), ("comment.anxiety", json!("The letters"))]));
    commit(&store, &Op::create(id(1), StreamRef::private(who().person), "assessment", words));
    let to = StreamRef::of_case(CASE, Audience::Submitted);
    let submit = store.read(|connection| local::publish(connection, id(1), to)).unwrap();
    let copy = submit.publication.as_ref().unwrap().id;
    commit(&store, &submit);
    let hash = content_hash("assessment", &sealed_there);
    let arrives = Incoming {
        id: copy,
        kind: "assessment".into(),
        state: State::Sealed,
        fields: sealed_there.clone(),
        seal: Some(Seal { hash, by: who().person, at: Timestamp(9) }),
        ..incoming(1, 1, "")
    };
    take_into(&store, to, false, true, &[arrives]);
    let read = store.read(|connection| record::find(connection, copy)).unwrap().expect("it is shown");
    assert_eq!((read.fields, read.state), (sealed_there, State::Sealed));
    let draft = shown(&store, 1).expect("the draft is there");
    assert_eq!(draft.fields["comment.anxiety"], json!("The letters"), "what was written here is in it");
}

#[test]
fn a_draft_says_what_was_sealed_also_where_the_server_did_not_take_the_last_edit_as_written() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let words = fields(&[("case", json!(CASE)), ("at", json!(5)), ("body", json!("The garden"))]);
    commit(&store, &Op::create(id(1), StreamRef::private(who().person), "visit_note", words));
    answer(&store, 1, Outcome::Applied, 1);
    // Another phone has put the draft away: the edit wins, and no row of a published draft is in the listing that follows.
    let last = fields(&[("body", json!("The garden, and the letters"))]);
    let edit = store.write(|transaction| local::set(transaction, id(1), last.clone())).unwrap();
    commit(&store, &edit);
    let to = StreamRef::of_case(CASE, Audience::Work);
    let sign = store.read(|connection| local::publish(connection, id(1), to)).unwrap();
    commit(&store, &sign);
    answer_at_once(&store, &[(2, Outcome::Merged, 3), (3, Outcome::Applied, 4)]);
    let draft = shown(&store, 1).expect("the draft is there");
    assert_eq!((draft.state, draft.pending), (State::Published, false));
    assert_eq!(draft.fields["body"], last["body"]);
}

#[test]
fn a_record_whose_time_is_put_right_is_found_where_it_belongs_now() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    take(&store, true, true, &[incoming(1, 3, "walk")]);
    let place = || {
        let sql = "SELECT at FROM record INDEXED BY record_by_stream WHERE stream > 0 AND kind > 0";
        store.read(|connection| Ok(connection.query_row(sql, [], |row| row.get::<_, i64>(0))?)).unwrap()
    };
    assert_eq!(place(), 5);
    let put_right = Incoming { fields: fields(&[("at", json!(7))]), ..incoming(1, 4, "walk") };
    take(&store, false, true, &[put_right]);
    assert_eq!(place(), 7);
    commit(&store, &reword(&store, 1, "swim"));
    assert_eq!((place(), wording(&store, 1)), (7, json!("swim")));
}
