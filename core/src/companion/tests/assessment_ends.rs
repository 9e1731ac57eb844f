//! Honest ends, copies for the client, and how answers have moved.

use super::*;
use crate::instrument::Response;
use crate::model::kinds::AssessmentOutcome;

fn held(phone: &Phone, case: CaseId, given: [i64; 4]) -> EntityId {
    let id = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    for (item, value) in ["satisfaction", "worthwhile", "happiness", "anxiety"].iter().zip(given) {
        phone.core.answer(id, item, &Response::Value(value)).unwrap();
    }
    phone.clock.advance(24 * 3_600_000);
    phone.core.submit_assessment(id).unwrap()
}

#[test]
fn a_client_who_would_rather_not_is_recorded_without_a_single_answer() {
    let phone = worker();
    let case = add_ada(&phone);
    let id = phone.core.decline_assessment(case, "ons4", Mode::Phone, Some("not on a bad day")).unwrap();
    let view = phone.core.assessment(id).unwrap();
    assert_eq!((view.outcome, view.state), (AssessmentOutcome::Declined, AssessmentState::Submitted));
    assert_eq!((view.why.as_deref(), view.answered), (Some("not on a bad day"), 0));
    assert_eq!(phone.core.assessments(case).unwrap()[0].outcome, AssessmentOutcome::Declined);
    assert!(phone.core.drafts().unwrap().is_empty());
    assert_eq!(reason(phone.core.decline_assessment(case, "star", Mode::Home, None)).1, Reason::Unknown);
}

#[test]
fn what_was_said_before_giving_up_stays_with_its_author() {
    let phone = worker();
    let case = add_ada(&phone);
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    phone.core.answer(draft, "anxiety", &Response::Value(9)).unwrap();
    let sealed = phone.core.abandon_assessment(draft, None).unwrap();
    let view = phone.core.assessment(sealed).unwrap();
    assert_eq!(
        (view.outcome, view.answered, view.first_answered_item),
        (AssessmentOutcome::Abandoned, 0, None)
    );
    assert!(phone.core.drafts().unwrap().is_empty());
    let kept = phone.core.assessment(draft).unwrap();
    assert_eq!(kept.questions[3].value, Some(9), "put away, not thrown away");
    let next = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap();
    assert!(!next.resumed && next.assessment != draft);
    let submitted = held(&phone, case, [1, 2, 3, 4]);
    assert!(phone.core.abandon_assessment(submitted, None).is_err());
}

#[test]
fn ended_ones_are_in_no_comparison() {
    let phone = worker();
    let case = add_ada(&phone);
    held(&phone, case, [4, 4, 4, 7]);
    phone.core.decline_assessment(case, "ons4", Mode::Phone, None).unwrap();
    held(&phone, case, [7, 4, 3, 4]);
    let change = phone.core.change_over_time(case, "ons4").unwrap();
    assert_eq!((change.held.len(), change.left_out), (2, 0));
    let by: Vec<_> = change.questions.iter().map(|one| one.since_before.as_ref().unwrap().by).collect();
    assert_eq!(by, [Some(3), Some(0), Some(-1), Some(-3)]);
    let anxiety = &change.questions[3];
    assert_eq!(anxiety.notice.as_deref(), Some("for anxiety, higher is worse"));
    let difference = anxiety.since_before.as_ref().unwrap();
    assert_eq!((difference.direction.as_deref(), anxiety.pairs), (Some("better"), 1));
    assert!(!change.note.contains("significan"));
}

#[test]
fn an_instrument_nobody_held_has_nothing_to_compare() {
    let phone = worker();
    let case = add_ada(&phone);
    let change = phone.core.change_over_time(case, "ons4").unwrap();
    assert_eq!((change.held.len(), change.questions.len(), change.title.is_empty()), (0, 0, false));
    assert_eq!(phone.core.change_over_time(case, "star").unwrap().title, "star");
}

#[test]
fn a_client_gets_a_copy_in_plain_words_once() {
    let phone = worker();
    let case = add_ada(&phone);
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    phone.core.answer(draft, "anxiety", &Response::Value(7)).unwrap();
    phone.core.comment(draft, "anxiety", "the letter from the council").unwrap();
    phone.core.answer(draft, "happiness", &Response::PreferNotToSay).unwrap();
    assert_eq!(reason(phone.core.share_assessment(draft)).1, Reason::WrongType);
    let sealed = phone.core.submit_assessment(draft).unwrap();
    assert!(!phone.core.assessment(sealed).unwrap().client_has_copy);
    let copy = phone.core.share_assessment(sealed).unwrap();
    assert_eq!(phone.core.share_assessment(sealed).unwrap(), copy);
    assert!(phone.core.assessment(sealed).unwrap().client_has_copy);
    let copies = phone.core.assessment_copies(case).unwrap();
    assert_eq!((copies.len(), copies[0].lines.len()), (1, 4));
    let said: Vec<_> = copies[0].lines.iter().map(|line| line.said.as_str()).collect();
    assert!(said.contains(&"7 out of 10 – the letter from the council"), "{said:?}");
    assert!(said.contains(&"preferred not to say") && said.contains(&"not answered"), "{said:?}");
    let declined = phone.core.decline_assessment(case, "ons4", Mode::Phone, None).unwrap();
    assert_eq!(reason(phone.core.share_assessment(declined)), ("assessment".into(), Reason::Empty));
}

#[test]
fn a_copy_given_on_paper_is_a_copy() {
    let phone = worker();
    let case = add_ada(&phone);
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    phone.core.answer(draft, "anxiety", &Response::Value(7)).unwrap();
    phone.core.note_client_copy(draft, true).unwrap();
    let sealed = phone.core.submit_assessment(draft).unwrap();
    assert!(phone.core.assessment(sealed).unwrap().client_has_copy);
    assert_eq!(reason(phone.core.note_client_copy(draft, false)).1, Reason::AlreadySealed);
}

#[test]
fn an_assessment_says_which_contact_it_was_part_of_and_where_the_client_began() {
    let phone = worker();
    let case = add_ada(&phone);
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    let contact = EntityId(Uuid::from_u128(9));
    phone.core.place_in_contact(draft, contact).unwrap();
    phone.core.comment(draft, "satisfaction", "talked about first, not answered").unwrap();
    phone.core.answer(draft, "happiness", &Response::NotNow).unwrap();
    phone.core.answer(draft, "anxiety", &Response::Value(2)).unwrap();
    phone.clock.advance(60_000);
    phone.core.answer(draft, "worthwhile", &Response::Value(2)).unwrap();
    let sealed = phone.core.submit_assessment(draft).unwrap();
    let view = phone.core.assessment(sealed).unwrap();
    assert_eq!((view.contact, view.first_answered_item.as_deref()), (Some(contact), Some("anxiety")));
    let at = |item: &str| view.questions.iter().find(|one| one.item == item).unwrap().answered_at;
    assert_eq!(at("worthwhile").unwrap().0 - at("anxiety").unwrap().0, 60_000);
    assert_eq!(at("satisfaction"), None);
}

#[test]
fn a_slip_of_the_finger_is_taken_back() {
    let phone = worker();
    let case = add_ada(&phone);
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    phone.core.answer(draft, "anxiety", &Response::Value(9)).unwrap();
    phone.core.clear_answer(draft, "anxiety").unwrap();
    assert_eq!(phone.core.assessment(draft).unwrap().answered, 0);
    assert_eq!(reason(phone.core.submit_assessment(draft)), ("answer".into(), Reason::Empty));
    assert_eq!(reason(phone.core.clear_answer(draft, "mood")).1, Reason::Unknown);
}

#[test]
fn several_drafts_wait_beside_each_other_one_for_each_client_and_instrument() {
    let phone = worker();
    let (ada, bea) = (add_ada(&phone), add_ada(&phone));
    let started = [(ada, "ons4"), (ada, "ons-loneliness"), (bea, "ons4")].map(|(case, instrument)| {
        phone.core.start_assessment(case, instrument, Mode::Home).unwrap().assessment
    });
    assert_eq!(phone.core.drafts().unwrap().len(), 3);
    phone.core.answer(started[0], "anxiety", &Response::Value(1)).unwrap();
    phone.core.answer(started[2], "anxiety", &Response::Value(8)).unwrap();
    let Phone { core, clock, wire, folder } = phone;
    drop(core);
    let core = Companion::open(setup(folder.path(), &clock, &wire)).unwrap();
    clock.advance(40 * 24 * 3_600_000);
    for (start, (case, value)) in [started[0], started[2]].into_iter().zip([(ada, 1), (bea, 8)]) {
        let again = core.start_assessment(case, "ons4", Mode::Phone).unwrap();
        assert_eq!((again.assessment, again.resumed), (start, true));
        assert_eq!(core.assessment(start).unwrap().questions[3].value, Some(value));
    }
}
