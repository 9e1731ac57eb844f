//! Rule 20: work of somebody who had not heard that the case had moved on. Rules 21 and 22 are decided before a merge, by who
//! may write; their cases are with the server's.

use super::*;
use crate::model::{Act, Outcome, State, Why};

#[test]
fn rule_20_a_contact_written_before_the_news_arrived_is_taken_and_marked_late() {
    let new = fields(&[("at", json!(5)), ("mode", json!("home"))]);
    let op = Op::create(NOTE, StreamRef::of_case(CASE, Audience::Work), "contact", new);
    let merged = merge(None, &op, &late(PHONE_A, 1, 10));
    assert_eq!((merged.outcome, merged.why), (Outcome::Late, Some(Why::CaseMovedOn)));
    assert_eq!(merged.entity.unwrap().state, State::Active);
}

#[test]
fn rule_20_a_note_signed_before_the_news_arrived_is_sealed_and_marked_late() {
    let draft = draft("Their last visit.");
    let merged = sign(&draft, &draft, &late(PHONE_A, 2, 20));
    assert_eq!((merged.outcome, merged.made.unwrap().state), (Outcome::Late, State::Sealed));
}

#[test]
fn rule_20_a_late_rewording_stands_beside_even_where_nobody_else_had_written() {
    let merged = write(&goal(), "wording", json!("swim"), Base::Revision(1), &late(PHONE_B, 1, 999));
    assert_eq!(merged.outcome, Outcome::Late);
    assert_eq!(texts(&merged.entity.unwrap(), "wording"), [json!("walk"), json!("swim")]);
}

#[test]
fn rule_20_a_late_status_or_category_stands_beside_too() {
    for (field, value) in [("status", json!("dropped")), ("category", json!("mood"))] {
        let merged = write(&goal(), field, value.clone(), Base::Revision(1), &late(PHONE_B, 1, 999));
        let after = merged.entity.unwrap();
        assert_eq!(merged.outcome, Outcome::Late, "{field}");
        assert_eq!(after.cells.get(field), goal().cells.get(field), "{field}");
        assert_eq!(after.siblings[field][0].value, value, "{field}");
    }
}

#[test]
fn rule_20_a_late_edit_that_says_what_stands_changes_nothing() {
    let merged = write(&goal(), "wording", json!("walk"), Base::Revision(1), &late(PHONE_B, 1, 5));
    assert_eq!((merged.outcome, merged.entity), (Outcome::Merged, None));
}

#[test]
fn rule_20_a_former_worker_takes_nothing_away() {
    for act in [Act::Archive, Act::Unarchive, Act::Resolve, Act::Void] {
        let merged = merge(Some(&goal()), &Op::bare(act, NOTE), &late(PHONE_B, 1, 30));
        assert_eq!(merged, Merged::unchanged(Outcome::Quarantined, Some(Why::CaseMovedOn)), "{act:?}");
    }
}

#[test]
fn rule_20_a_late_edit_of_a_sealed_note_is_a_private_draft() {
    let draft = draft("She wants to walk.");
    let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    let merged =
        write(&sealed, "body", json!("She wants to swim."), Base::Revision(1), &late(PHONE_A, 3, 30));
    assert_eq!((merged.outcome, merged.entity), (Outcome::SealedLate, None));
    assert_eq!(merged.made.unwrap().stream, StreamRef::private(person(PHONE_A)));
}
