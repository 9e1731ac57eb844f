//! Rules 12 to 19, 23 and 24: what is signed or submitted stays what it was.

use super::*;
use crate::merge::erase;
use crate::model::{Act, Outcome, State, VOID_REASON, Why};

#[test]
fn rule_12_what_was_seen_is_sealed() {
    let draft = draft("She wants to walk.");
    let merged = sign(&draft, &draft, &by(PHONE_A, 2, 20));
    let (closed, sealed) = (merged.entity.unwrap(), merged.made.unwrap());
    assert_eq!(
        (merged.outcome, closed.state, sealed.state),
        (Outcome::Applied, State::Published, State::Sealed)
    );
    assert_eq!(sealed.stream, StreamRef::of_case(CASE, Audience::Work));
    assert!(!sealed.cells.contains_key("case"));
    assert_eq!(sealed.sealed.unwrap().hash, content_hash("visit_note", &draft.fields()));
}

#[test]
fn rule_13_an_unseen_edit_of_another_phone_stops_the_signature() {
    let seen = draft("She wants to walk.");
    let edited =
        write(&seen, "body", json!("She wept."), Base::Revision(1), &by(PHONE_B, 1, 15)).entity.unwrap();
    let merged = sign(&edited, &seen, &by(PHONE_A, 2, 20));
    assert_eq!((merged.outcome, merged.why), (Outcome::SignStale, Some(Why::HashDiffers)));
    assert_eq!((merged.entity, merged.made), (None, None));
}

#[test]
fn rule_13_an_unsettled_text_stops_the_signature() {
    let seen = draft("She wants to walk.");
    let beside = write(&seen, "body", json!("She wept."), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let merged = sign(&beside, &seen, &by(PHONE_A, 2, 20));
    assert_eq!((merged.outcome, merged.why), (Outcome::SignStale, Some(Why::Unsettled)));
}

#[test]
fn rule_14_signing_twice_seals_once() {
    let draft = draft("She wants to walk.");
    let closed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).entity.unwrap();
    assert_eq!(sign(&closed, &draft, &by(PHONE_B, 1, 30)), Merged::unchanged(Outcome::Duplicate, None));
}

#[test]
fn rule_15_an_edit_after_the_seal_becomes_an_amendment_and_changes_nothing_sealed() {
    let draft = draft("She wants to walk.");
    let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    let merged = write(&sealed, "body", json!("She wants to swim."), Base::Revision(1), &by(PHONE_B, 1, 30));
    let amendment = merged.made.unwrap();
    assert_eq!((merged.outcome, merged.entity), (Outcome::SealedLate, None));
    assert_eq!(amendment.stream, StreamRef::private(PersonId(Uuid::from_u128(u128::from(PHONE_B)))));
    assert_eq!(amendment.cells["amends"].value, json!(sealed.id));
    assert_eq!(amendment.cells["body"].value, json!("She wants to swim."));
}

#[test]
fn rule_14_a_second_signature_of_other_words_becomes_an_amendment_to_look_at() {
    let draft = draft("She wants to walk.");
    let first = sign(&draft, &draft, &by(PHONE_A, 2, 20));
    let sealed = first.made.unwrap();
    let reopened =
        write(&first.entity.unwrap(), "body", json!("Changed."), Base::Revision(1), &by(PHONE_A, 3, 30))
            .entity
            .unwrap();
    let second = sign(&reopened, &reopened, &by(PHONE_A, 4, 40));
    let (closed, amendment) = (second.entity.unwrap(), second.made.unwrap());
    assert_eq!((second.outcome, second.why), (Outcome::SealedLate, Some(Why::SubmittedBefore)));
    assert_eq!((closed.state, amendment.state), (State::Published, State::Active));
    assert_eq!(amendment.cells["amends"].value, json!(sealed.id));
    assert_eq!(amendment.cells["body"].value, json!("Changed."));
    assert_eq!(sign(&closed, &reopened, &by(PHONE_A, 5, 50)), Merged::unchanged(Outcome::Duplicate, None));
}

#[test]
fn rule_16_a_signed_amendment_points_at_the_first_note_and_both_can_be_read() {
    let first = draft("She wants to walk.");
    let sealed = sign(&first, &first, &by(PHONE_A, 2, 20)).made.unwrap();
    let late = write(&sealed, "body", json!("She wants to swim."), Base::Revision(1), &by(PHONE_A, 3, 30));
    let amendment = late.made.unwrap();
    let publication = Publication {
        id: published_id(amendment.id, 1),
        hash: content_hash("visit_note", &amendment.fields()),
    };
    let op = Op::publish(amendment.id, StreamRef::of_case(CASE, Audience::Work), publication);
    let second = merge(Some(&amendment), &op, &by(PHONE_A, 4, 40)).made.unwrap();
    assert_eq!((sealed.state, second.state), (State::Sealed, State::Sealed));
    assert_eq!(second.cells["amends"].value, json!(sealed.id));
    assert_eq!(second.stream, sealed.stream);
    let bodies = [&sealed, &second].map(|note| note.cells["body"].value.clone());
    assert_eq!(bodies, [json!("She wants to walk."), json!("She wants to swim.")]);
}

#[test]
fn rule_17_a_submitted_assessment_is_sealed_as_its_author_saw_it_and_its_draft_closes() {
    let seen = assessment(7);
    let merged = submit(&seen, &seen, &by(PHONE_A, 2, 20));
    let (closed, sealed) = (merged.entity.unwrap(), merged.made.unwrap());
    assert_eq!((merged.outcome, closed.state), (Outcome::Applied, State::Published));
    assert_eq!((sealed.id, sealed.state), (published_id(NOTE, 1), State::Sealed));
    assert_eq!(sealed.stream, StreamRef::of_case(CASE, Audience::Submitted));
    assert_eq!(sealed.cells["answer.satisfaction"].value, json!({"value": 7}));
}

#[test]
fn rule_17_an_answer_given_on_another_phone_stops_the_submission() {
    let seen = assessment(7);
    let other = write(&seen, "answer.happiness", json!({"value": 3}), Base::Absent, &by(PHONE_B, 1, 15));
    let merged = submit(&other.entity.unwrap(), &seen, &by(PHONE_A, 2, 20));
    assert_eq!((merged.outcome, merged.why, merged.made), (Outcome::SignStale, Some(Why::HashDiffers), None));
}

#[test]
fn rule_18_submitting_twice_counts_once() {
    let draft = assessment(7);
    let closed = submit(&draft, &draft, &by(PHONE_A, 2, 20)).entity.unwrap();
    assert_eq!(submit(&closed, &draft, &by(PHONE_B, 1, 30)), Merged::unchanged(Outcome::Duplicate, None));
}

#[test]
fn rule_18_a_second_different_submission_waits_for_a_person_and_counts_nowhere() {
    let draft = assessment(7);
    let first = submit(&draft, &draft, &by(PHONE_A, 2, 20));
    let other = json!({"value": 2});
    let reopened =
        write(&first.entity.unwrap(), "answer.satisfaction", other, Base::Revision(1), &by(PHONE_A, 3, 30))
            .entity
            .unwrap();
    let second = submit(&reopened, &reopened, &by(PHONE_A, 4, 40));
    let kept = second.made.unwrap();
    assert_eq!((second.outcome, second.why), (Outcome::SealedLate, Some(Why::SubmittedBefore)));
    assert_eq!(kept.state, State::NeedsConfirmation);
    assert_ne!(kept.id, first.made.unwrap().id);
}

#[test]
fn rule_18_a_second_submission_that_a_person_confirms_counts_and_stays_as_it_was_sealed() {
    let draft = assessment(7);
    let sealed = submit(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    let second = Entity { state: State::NeedsConfirmation, ..sealed };
    let confirm =
        |entity: &Entity| merge(Some(entity), &Op::bare(Act::Resolve, entity.id), &by(PHONE_B, 5, 50));
    let merged = confirm(&second);
    let confirmed = merged.entity.unwrap();
    assert_eq!((merged.outcome, confirmed.state), (Outcome::Applied, State::Sealed));
    assert_eq!((&confirmed.cells, &confirmed.sealed), (&second.cells, &second.sealed));
    assert_eq!(confirm(&confirmed), Merged::unchanged(Outcome::Duplicate, None));
    let late = Context { late: true, ..by(PHONE_B, 5, 50) };
    let merged = merge(Some(&second), &Op::bare(Act::Resolve, second.id), &late);
    assert_eq!(merged.outcome, Outcome::Quarantined, "not by who has left the case");
}

#[test]
fn rule_19_an_edit_after_submitting_opens_the_draft_again_and_leaves_what_was_submitted() {
    let draft = assessment(7);
    let first = submit(&draft, &draft, &by(PHONE_A, 2, 20));
    let other = json!({"value": 2});
    let closed = first.entity.unwrap();
    let merged = write(&closed, "answer.satisfaction", other, Base::Revision(1), &by(PHONE_A, 3, 30));
    assert_eq!((merged.outcome, merged.made), (Outcome::SealedLate, None));
    let reopened = merged.entity.unwrap();
    assert_eq!((reopened.state, reopened.stream), (State::Active, closed.stream));
    assert_eq!(first.made.unwrap().cells["answer.satisfaction"].value, json!({"value": 7}));
}

fn void(entity: &Entity, reason: Value) -> Merged {
    let op = Op { fields: fields(&[(VOID_REASON, reason)]), ..Op::bare(Act::Void, entity.id) };
    merge(Some(entity), &op, &by(PHONE_A, 9, 90))
}

#[test]
fn rule_23_a_void_note_says_why_and_can_still_be_read() {
    let draft = draft("Written about somebody else.");
    let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    let merged = void(&sealed, json!("wrong person"));
    let marked = merged.entity.unwrap();
    assert_eq!((merged.outcome, marked.state), (Outcome::Applied, State::Voided));
    assert_eq!(marked.cells[VOID_REASON].value, json!("wrong person"));
    assert_eq!(marked.cells["body"], sealed.cells["body"]);
    assert_eq!(marked.sealed, sealed.sealed);
    assert_eq!(content_hash("visit_note", &marked.fields()), sealed.sealed.unwrap().hash);
    assert_eq!(void(&marked, json!("wrong person")), Merged::unchanged(Outcome::Duplicate, None));
    assert_eq!(void(&marked, json!("other words")), Merged::unchanged(Outcome::Merged, None));
}

#[test]
fn rule_23_nothing_is_void_without_a_reason_or_before_it_is_sealed() {
    let draft = draft("She wants to walk.");
    let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    for reason in [json!(""), json!("  "), json!(7), Value::Null, json!("x".repeat(65_537))] {
        let refused = Merged::unchanged(Outcome::Quarantined, Some(Why::BadValue));
        assert_eq!(void(&sealed, reason), refused);
    }
    let refused = Merged::unchanged(Outcome::Quarantined, Some(Why::NotAllowed));
    assert_eq!(void(&draft, json!("wrong person")), refused);
}

#[test]
fn rule_24_of_an_erased_note_nothing_is_left_and_no_phone_brings_it_back() {
    let two = write(&goal(), "wording", json!("swim"), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let tombstone = erase(&two);
    assert_eq!(tombstone.state, State::Erased);
    assert!(tombstone.cells.is_empty() && tombstone.siblings.is_empty() && tombstone.sealed.is_none());
    assert_eq!(erase(&tombstone), tombstone);
    let gone = Merged::unchanged(Outcome::Erased, None);
    assert_eq!(write(&tombstone, "wording", json!("walk"), Base::Revision(1), &by(PHONE_B, 2, 50)), gone);
    let again = Op::create(NOTE, shared(), "goal", fields(&[("wording", json!("walk"))]));
    assert_eq!(merge(Some(&tombstone), &again, &by(PHONE_A, 1, 10)), gone);
    for act in [Act::Archive, Act::Unarchive, Act::Resolve, Act::Void, Act::Publish] {
        assert_eq!(merge(Some(&tombstone), &Op::bare(act, NOTE), &by(PHONE_A, 2, 60)), gone);
    }
}
