use super::*;
use crate::instrument::Response;

fn begun(phone: &Phone) -> (CaseId, EntityId) {
    let case = add_ada(phone);
    (case, phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment)
}

fn items(phone: &Phone, id: EntityId) -> Vec<String> {
    phone.core.assessment(id).unwrap().questions.into_iter().map(|question| question.item).collect()
}

#[test]
fn an_assessment_waits_for_weeks_and_goes_on_where_it_stopped() {
    let phone = worker();
    let (case, id) = begun(&phone);
    let first = items(&phone, id)[0].clone();
    phone.core.answer(id, &first, &Response::Value(7)).unwrap();
    phone.core.pause_assessment(id).unwrap();
    phone.clock.advance(30 * 24 * 3_600_000);
    assert_eq!(phone.core.start_assessment(case, "ons4", Mode::Phone).unwrap().assessment, id);
    let view = phone.core.assessment(id).unwrap();
    assert_eq!((view.answered, view.left, view.questions[0].value), (1, 3, Some(7)));
}

#[test]
fn what_was_not_answered_is_never_nought() {
    let phone = worker();
    let (_, id) = begun(&phone);
    let view = phone.core.assessment(id).unwrap();
    assert!(view.questions.iter().all(|question| question.value.is_none()));
    assert_eq!(view.answered, 0);
}

#[test]
fn an_answer_outside_the_scale_is_refused_and_the_one_before_stays() {
    let phone = worker();
    let (_, id) = begun(&phone);
    let item = items(&phone, id)[0].clone();
    phone.core.answer(id, &item, &Response::Value(0)).unwrap();
    for outside in [-1, 11, i64::MAX] {
        let refused = reason(phone.core.answer(id, &item, &Response::Value(outside)));
        assert_eq!(refused, (format!("answer.{item}"), Reason::OutOfRange));
    }
    assert_eq!(reason(phone.core.answer(id, "mood", &Response::Value(1))).1, Reason::Unknown);
    assert_eq!(phone.core.assessment(id).unwrap().questions[0].value, Some(0));
}

#[test]
fn a_submitted_assessment_is_sealed_and_submitted_once() {
    let phone = worker();
    let (case, id) = begun(&phone);
    for item in items(&phone, id) {
        phone.core.answer(id, &item, &Response::Value(6)).unwrap();
    }
    let sealed = phone.core.submit_assessment(id).unwrap();
    assert_eq!(reason(phone.core.submit_assessment(id)), ("assessment".into(), Reason::AlreadySealed));
    let list = phone.core.assessments(case).unwrap();
    assert_eq!((list.len(), list[0].id), (1, sealed));
    assert!(reason(phone.core.answer(sealed, "x", &Response::Value(1))).1 == Reason::Unknown);
}

#[test]
fn an_assessment_without_any_answer_is_not_submitted() {
    let phone = worker();
    let (_, id) = begun(&phone);
    assert_eq!(reason(phone.core.submit_assessment(id)), ("answer".into(), Reason::Empty));
}

#[test]
fn the_order_of_discussion_is_kept() {
    let phone = worker();
    let (_, id) = begun(&phone);
    let items = items(&phone, id);
    for item in [&items[2], &items[0], &items[2]] {
        phone.core.answer(id, item, &Response::Value(5)).unwrap();
    }
    let sealed = phone.core.submit_assessment(id).unwrap();
    let mut discussed = None;
    phone
        .core
        .visit_records(&mut |row| {
            if row.id == sealed {
                discussed = Some(row.fields["discussed"].clone());
            }
        })
        .unwrap();
    assert_eq!(discussed, Some(serde_json::json!([items[2], items[0]])));
}

#[test]
fn an_instrument_this_phone_does_not_have_is_refused() {
    let phone = worker();
    let case = add_ada(&phone);
    assert_eq!(
        reason(phone.core.start_assessment(case, "star", Mode::Home)),
        ("instrument".into(), Reason::Unknown)
    );
}
