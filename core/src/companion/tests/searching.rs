//! What looking for something costs a screen: rows that are opened and records that are indexed, whatever the machine.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;

use super::syncing::now;
use super::*;
use crate::model::kinds::{Goal, NeedCategory, OnwardReferral};
use crate::model::{Audience, Op, Record, StreamRef, to_fields};
use crate::ports::Clock as _;
use crate::store::record::reads;
use crate::store::{Disk, Moment, StoreError, index, local};

/// Counts the writes that begin.
#[derive(Default)]
struct Begun(AtomicUsize);

impl Disk for Begun {
    fn at(&self, moment: Moment, _: &rusqlite::Connection) -> Result<(), StoreError> {
        self.0.fetch_add(usize::from(moment == Moment::Begun), Ordering::SeqCst);
        Ok(())
    }
}

fn watched(phone: Phone) -> (Phone, Arc<Begun>) {
    let begun = Arc::new(Begun::default());
    let core = Companion { store: phone.core.store.over(Some(begun.clone())), ..phone.core };
    (Phone { core, ..phone }, begun)
}

/// Puts so many records into a case in one commit, as a first sync would.
fn put_many(phone: &Phone, case: CaseId, ops: impl Fn(u128) -> Op, count: u128) {
    let reading = phone.clock.read();
    let all = (0..count).map(|number| {
        let op = ops(number);
        let stream = StreamRef { owner: case.0, ..op.stream.unwrap() };
        Op { stream: Some(stream), ..op }
    });
    let all: Vec<Op> = all.collect();
    phone
        .core
        .store
        .write(|transaction| {
            let who = identity::load_identity(transaction)?;
            all.iter().try_for_each(|op| local::commit(transaction, op.clone(), &who, &reading).map(drop))
        })
        .unwrap();
}

fn goals(words: impl Fn(u128) -> String) -> impl Fn(u128) -> Op {
    move |number| {
        let id = EntityId(Uuid::from_u128(0x77 << 64 | number));
        let fields =
            [("wording".to_owned(), json!(words(number))), ("wording_by".to_owned(), json!("client"))];
        Op::create(id, StreamRef::of_case(CaseId(id.0), Audience::Shared), Goal::ENTRY.name, fields.into())
    }
}

fn is_behind(phone: &Phone) -> bool {
    phone.core.store.read(index::is_behind).unwrap()
}

#[test]
fn looking_writes_nothing_when_nothing_is_new() {
    let (phone, begun) = watched(worker());
    let case = add_ada(&phone);
    phone.core.search("ada", 5).unwrap();
    let before = begun.0.load(Ordering::SeqCst);
    assert_eq!(phone.core.search("ada", 5).unwrap().len(), 1);
    phone.core.search_services(&ServiceSearch::default(), 5).unwrap();
    phone.core.pick_service(case, None, &ServiceSearch::default()).unwrap();
    assert_eq!(begun.0.load(Ordering::SeqCst), before);
    put_many(&phone, case, goals(|_| "walk".into()), 1);
    assert_eq!(phone.core.search("walk", 5).unwrap().len(), 1, "what is new is found at once");
    assert_eq!(begun.0.load(Ordering::SeqCst), before + 2);
}

#[test]
fn after_much_news_a_search_indexes_a_part_and_a_quiet_moment_the_rest() {
    let (phone, begun) = watched(worker());
    let case = add_ada(&phone);
    put_many(&phone, case, goals(|number| format!("goal{number:04}")), 1_700);
    let before = begun.0.load(Ordering::SeqCst);
    assert_eq!(phone.core.search("goal0001", 5).unwrap().len(), 1);
    assert_eq!(phone.core.search("goal1699", 5).unwrap().len(), 0, "that is found a moment later");
    assert_eq!((begun.0.load(Ordering::SeqCst), is_behind(&phone)), (before + 2, true));

    // There is no signal: what was to be done before waiting is done all the same.
    assert!(now(phone.core.wait_for_news(Duration::from_secs(1))).is_err());
    assert!(!is_behind(&phone));
    assert_eq!(begun.0.load(Ordering::SeqCst), before + 4, "in steps of five hundred");
    assert_eq!(phone.core.search("goal1699", 5).unwrap().len(), 1);
}

#[test]
fn a_search_opens_what_it_shows_and_nothing_else() {
    for count in [300, 5_100] {
        let phone = worker();
        let case = add_ada(&phone);
        put_many(&phone, case, goals(|number| format!("walk {number:04}")), count);
        while phone.core.index_some().unwrap() {}
        reads::take();
        assert_eq!(phone.core.search("walk", 7).unwrap().len(), 7);
        assert_eq!(reads::take(), (7, 7), "{count}");
        let last = format!("walk {:04}", count - 1);
        assert_eq!(phone.core.search(&last, 7).unwrap().len(), 1);
    }
}

#[test]
fn what_came_last_is_shown_first_where_a_word_is_everywhere() {
    let phone = worker();
    let case = add_ada(&phone);
    put_many(&phone, case, goals(|number| format!("walk {number:04}")), 5_100);
    while phone.core.index_some().unwrap() {}
    let found = phone.core.search("wal", 2).unwrap();
    assert_eq!(found.iter().map(|found| found.text.as_str()).collect::<Vec<_>>(), ["walk 5099", "walk 5098"]);
}

#[test]
fn a_picker_opens_as_little_with_many_referrals_as_with_few() {
    let cost = |count| {
        let phone = worker();
        let case = add_ada(&phone);
        let referral = OnwardReferral {
            category: Some(NeedCategory::Money),
            ..OnwardReferral::new("Somewhere".into(), "So".into(), phone.clock.now())
        };
        let referrals = |number: u128| {
            let id = EntityId(Uuid::from_u128(0x78 << 64 | number));
            let stream = StreamRef::of_case(case, Audience::Work);
            Op::create(id, stream, OnwardReferral::ENTRY.name, to_fields(&referral).unwrap())
        };
        put_many(&phone, case, referrals, count);
        phone.core.pick_service(case, None, &ServiceSearch::default()).unwrap();
        reads::take();
        phone.core.pick_service(case, None, &ServiceSearch::default()).unwrap();
        reads::take()
    };
    assert_eq!(cost(400), cost(4));
}

#[test]
fn a_picker_without_words_waits_for_no_index() {
    let (phone, begun) = watched(worker());
    let case = add_ada(&phone);
    put_many(&phone, case, goals(|_| "walk".into()), 5);
    let before = begun.0.load(Ordering::SeqCst);
    phone.core.pick_service(case, None, &ServiceSearch::default()).unwrap();
    phone.core.search_services(&ServiceSearch::default(), 5).unwrap();
    assert_eq!(begun.0.load(Ordering::SeqCst), before);
}
