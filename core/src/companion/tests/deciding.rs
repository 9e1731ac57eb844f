//! What waits for a person, and how it is settled.

use serde_json::json;

use super::*;
use crate::model::{Audience, Op, Outcome, StreamRef};
use crate::store::{Answer, Incoming, IncomingPage, SiblingText, mirror, outbox, settle};

/// A goal with the wording "walk" that everybody has.
fn agreed(phone: &Phone) -> (CaseId, EntityId) {
    let case = add_ada(phone);
    let new = NewGoal { wording: "walk".into(), wording_by: WordingBy::Client, category: None };
    let goal = phone.core.agree_goal(case, &new).unwrap();
    answer_all(phone, |_| (Outcome::Applied, 1));
    (case, goal)
}

fn pending(phone: &Phone) -> Vec<(u64, Op)> {
    let pending = phone.core.store.read(|c| outbox::list_pending(c, 99, 1 << 20)).unwrap();
    pending.iter().map(|one| (one.n, serde_json::from_str(&one.op).unwrap())).collect()
}

/// The server answers all that is pending.
fn answer_all(phone: &Phone, outcome: impl Fn(&Op) -> (Outcome, u32)) {
    let pending = pending(phone);
    let answers: Vec<Answer> = pending
        .iter()
        .map(|(n, op)| {
            let (outcome, rev) = outcome(op);
            Answer { n: *n, outcome, why: None, rev, point: [0; 8] }
        })
        .collect();
    let last = pending.last().map_or(0, |(n, _)| *n);
    phone.core.store.write(|t| settle(t, &answers, (last, [0; 8]), Timestamp(9))).unwrap();
}

/// The server says how the goal is now: its wording, and the texts beside it with their revisions.
fn told(phone: &Phone, case: CaseId, goal: EntityId, rev: u32, wording: &str, beside: &[(&str, u32)]) {
    let person = PersonId(Uuid::from_u128(2));
    let text = |(text, rev): &(&str, u32)| SiblingText {
        value: json!(text),
        rev: *rev,
        by: person,
        at: Timestamp(i64::from(*rev)),
    };
    let row = Incoming {
        id: goal,
        kind: "goal".into(),
        rev,
        revs: [("wording".to_owned(), 1)].into(),
        state: Default::default(),
        author: 0,
        fields: [("wording".to_owned(), json!(wording))].into(),
        siblings: [("wording".to_owned(), beside.iter().map(text).collect())].into(),
        seal: None,
    };
    let stream = StreamRef::of_case(case, Audience::Shared);
    let page = IncomingPage { stream, full: false, ready: true, rows: vec![row] };
    let people = [(person, "Wren Okafor".to_owned())];
    phone.core.store.write(|t| mirror::take_pages(t, &people, std::slice::from_ref(&page))).unwrap();
}

#[test]
fn two_wordings_wait_until_somebody_chooses_and_what_came_meanwhile_is_not_settled() {
    let phone = worker();
    let (case, goal) = agreed(&phone);
    told(&phone, case, goal, 2, "walk", &[("swim", 2)]);
    let shown = phone.core.pending_decisions().unwrap().remove(0);
    assert_eq!((shown.matter, shown.record, shown.case), (Matter::Texts, goal, Some(case)));
    let choices: Vec<_> = shown.choices.iter().map(|choice| (choice.value.clone(), choice.stands)).collect();
    assert_eq!(choices, [(json!("walk"), true), (json!("swim"), false)]);

    told(&phone, case, goal, 3, "walk", &[("swim", 2), ("dance", 3)]);
    phone.core.resolve_decision(&shown.id, &Settlement::Choose(1)).unwrap();
    let (_, op) = pending(&phone).remove(0);
    assert_eq!(op.resolved["wording"], [2]);
    assert_eq!(op.fields["wording"], json!("swim"));
    assert_eq!(op.bases.of("wording"), crate::model::Base::Revision(1));
    let left = || {
        let left = phone.core.pending_decisions().unwrap();
        left[0].choices.iter().map(|choice| choice.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(left(), [json!("swim"), json!("dance")], "what had not been seen still waits");
    answer_all(&phone, |_| (Outcome::Applied, 4));
    assert_eq!(left(), [json!("swim"), json!("dance")], "and what was settled does not come back");
}

#[test]
fn other_words_may_be_written_instead_and_nothing_may_not() {
    let phone = worker();
    let (case, goal) = agreed(&phone);
    told(&phone, case, goal, 2, "walk", &[("swim", 2)]);
    let shown = phone.core.pending_decisions().unwrap().remove(0);
    for (how, wrong) in [
        (Settlement::Choose(7), Reason::Unknown),
        (Settlement::Write("  ".into()), Reason::Empty),
        (Settlement::Noted, Reason::Unknown),
    ] {
        assert_eq!(reason(phone.core.resolve_decision(&shown.id, &how)), ("how".into(), wrong));
    }
    assert_eq!(
        reason(phone.core.resolve_decision("not one", &Settlement::Noted)),
        ("id".into(), Reason::Unknown)
    );
    phone.core.resolve_decision(&shown.id, &Settlement::Write("walk or swim".into())).unwrap();
    assert_eq!(phone.core.goals(case).unwrap()[0].goal.wording, "walk or swim");
    assert_eq!(phone.core.pending_decisions().unwrap(), []);
}

#[test]
fn work_that_was_set_aside_waits_until_it_is_taken_note_of() {
    let phone = worker();
    let (case, goal) = agreed(&phone);
    phone.core.reword_goal(goal, "fly", WordingBy::Client).unwrap();
    answer_all(&phone, |_| (Outcome::Quarantined, 0));
    let shown = phone.core.pending_decisions().unwrap().remove(0);
    assert_eq!((shown.matter, shown.case), (Matter::SetAside, Some(case)));
    assert!(shown.choices.iter().any(|written| written.value == json!("fly")), "{shown:?}");
    let choose = phone.core.resolve_decision(&shown.id, &Settlement::Choose(0));
    assert_eq!(reason(choose), ("how".into(), Reason::Unknown));
    phone.core.resolve_decision(&shown.id, &Settlement::Noted).unwrap();
    assert_eq!(phone.core.pending_decisions().unwrap(), []);
    assert_eq!(phone.core.remarks().unwrap().len(), 1, "what was written can still be read");
}

#[test]
fn what_waits_for_a_newer_server_cannot_be_waved_away() {
    let phone = worker();
    let (_, goal) = agreed(&phone);
    phone.core.reword_goal(goal, "fly", WordingBy::Client).unwrap();
    answer_all(&phone, |_| (Outcome::Parked, 0));
    let shown = phone.core.pending_decisions().unwrap().remove(0);
    assert_eq!(shown.matter, Matter::Waiting);
    assert!(matches!(
        phone.core.resolve_decision(&shown.id, &Settlement::Noted),
        Err(CompanionError::NotFound)
    ));
}

#[test]
fn a_draft_that_could_not_be_signed_waits_until_it_is_signed_again() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "She wants to walk.").unwrap();
    phone.core.sign_note(note).unwrap();
    let stale = |op: &Op| match op.act {
        crate::model::Act::Publish => (Outcome::SignStale, 0),
        _ => (Outcome::Applied, 1),
    };
    answer_all(&phone, stale);
    assert_eq!(phone.core.pending_decisions().unwrap()[0].matter, Matter::SignAgain);
    phone.core.sign_note(note).unwrap();
    assert_eq!(phone.core.pending_decisions().unwrap(), []);
}

#[test]
fn a_void_note_says_why_and_can_still_be_read() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "About somebody else.").unwrap();
    let signed = phone.core.sign_note(note).unwrap();
    assert_eq!(reason(phone.core.void_record(signed, " ")), ("reason".into(), Reason::NeedsReason));
    assert!(matches!(phone.core.void_record(note, "wrong person"), Err(CompanionError::NotFound)));
    phone.core.void_record(signed, "wrong person").unwrap();
    let row = phone.core.store.read(|c| crate::store::record::load(c, signed)).unwrap();
    assert_eq!(row.state, crate::model::State::Voided);
    assert_eq!(row.fields[crate::model::VOID_REASON], json!("wrong person"));
    assert_eq!(phone.core.note(signed).unwrap().note.body, "About somebody else.");
}

#[test]
fn rule_24_an_erased_record_is_gone_from_the_phone_with_what_was_written_of_it() {
    let phone = worker();
    let (case, goal) = agreed(&phone);
    phone.core.reword_goal(goal, "fly", WordingBy::Client).unwrap();
    answer_all(&phone, |_| (Outcome::Quarantined, 0));
    let stream = StreamRef::of_case(case, Audience::Shared);
    let person = PersonId(Uuid::from_u128(2));
    let row = Incoming {
        id: goal,
        kind: "goal".into(),
        rev: 3,
        revs: Default::default(),
        state: crate::model::State::Erased,
        author: 0,
        fields: Default::default(),
        siblings: Default::default(),
        seal: None,
    };
    let page = IncomingPage { stream, full: false, ready: true, rows: vec![row] };
    let people = [(person, "Wren Okafor".to_owned())];
    phone.core.store.write(|t| mirror::take_pages(t, &people, std::slice::from_ref(&page))).unwrap();
    assert_eq!(phone.core.goals(case).unwrap(), []);
    assert_eq!(phone.core.remarks().unwrap(), []);
    assert_eq!(phone.core.search("fly", 9).unwrap().len(), 0);
}
