//! Contacts with their checks, and the worker's own time.

use super::*;
use crate::model::kinds::{AssignmentReason, DeniedThing, Direction, Outcome, Purpose, WorkType};

fn call_for_questions() -> NewContact {
    let call = NewContact::new(Mode::Phone, vec![Purpose::Assessment], Outcome::TwoWay);
    NewContact { agreed_before: false, ..call }
}

#[test]
fn a_call_for_questions_that_nobody_agreed_owes_its_reason() {
    let phone = worker();
    let case = add_ada(&phone);
    let checked = phone.core.check_contact(case, &call_for_questions()).unwrap();
    assert_eq!(checked[0].code, "assessment_only_unexpected");
    assert_eq!(
        reason(phone.core.record_contact(case, &call_for_questions())),
        ("reason".into(), Reason::NeedsReason)
    );
    let with_reason = NewContact { reason: Some("the surgery asked today".into()), ..call_for_questions() };
    phone.core.record_contact(case, &with_reason).unwrap();
    let by_client = NewContact { direction: Direction::Client, ..call_for_questions() };
    phone.core.record_contact(case, &by_client).unwrap();
    phone.core.plan_next_contact(case, Timestamp(1_795_000_000_000), Mode::Phone, "the questions").unwrap();
    phone.core.record_contact(case, &call_for_questions()).unwrap();
    assert!(phone.core.contacts(case).unwrap().iter().any(|view| view.contact.planned_for.is_some()));
}

#[test]
fn the_next_contact_is_agreed_in_the_one_before_and_its_old_place_goes() {
    let phone = worker();
    let case = add_ada(&phone);
    let plan = NextPlan {
        at: Timestamp(1_796_000_000_000),
        mode: Mode::Community,
        why: "how the choir went".into(),
        place: Some("the library".into()),
        agreed: true,
    };
    let visit = NewContact::new(Mode::Home, vec![Purpose::Listen], Outcome::TwoWay);
    phone.core.record_contact(case, &NewContact { next: Some(plan.clone()), ..visit.clone() }).unwrap();
    let next = phone.core.next_contact(case).unwrap().unwrap();
    assert_eq!((next.place.as_deref(), next.agreed), (Some("the library"), Some(true)));
    phone
        .core
        .agree_next_contact(case, &NextPlan { place: None, mode: Mode::Phone, ..plan.clone() })
        .unwrap();
    assert_eq!(phone.core.next_contact(case).unwrap().unwrap().place, None);
    let silent = NewContact { next: Some(NextPlan { why: " ".into(), ..plan }), ..visit.clone() };
    assert_eq!(reason(phone.core.record_contact(case, &silent)), ("why".into(), Reason::Empty));
    assert_eq!(phone.core.contacts(case).unwrap().len(), 1, "the contact went with its next one");
    let ahead = NewContact { at: Some(Timestamp(1_796_000_000_000)), ..visit };
    assert_eq!(reason(phone.core.record_contact(case, &ahead)), ("at".into(), Reason::OutOfRange));
}

#[test]
fn a_case_has_one_worker_at_a_time() {
    let phone = worker();
    let case = add_ada(&phone);
    let new = NewAssignment {
        worker: PersonId(Uuid::from_u128(2)),
        worker_name: "Wren Okafor".into(),
        from: None,
        to: None,
        reason: AssignmentReason::New,
        client_told_at: None,
    };
    let first = phone.core.assign_worker(case, &new).unwrap();
    assert_eq!(reason(phone.core.assign_worker(case, &new)), ("from".into(), Reason::Overlaps));
    phone.clock.advance(86_400_000);
    assert_eq!(reason(phone.core.end_assignment(first, Timestamp(5))), ("to".into(), Reason::OutOfRange));
    phone.core.end_assignment(first, Timestamp(1_795_000_000_000 + 86_400_000)).unwrap();
    phone.core.assign_worker(case, &NewAssignment { reason: AssignmentReason::Transfer, ..new }).unwrap();
    assert_eq!(phone.core.assignments(case).unwrap().len(), 2);
    let load = phone.core.my_load(Some(1)).unwrap();
    assert_eq!((load.active, load.inherited, load.weighted), (1, 1, 2));
    assert_eq!(load.too_much.unwrap().code, "caseload_too_high");
}

#[test]
fn where_the_time_went_is_the_workers_own() {
    let phone = worker();
    let work = |work, minutes| NewWork { at: None, work, minutes, place: None, words: None };
    phone.core.log_work(&work(WorkType::Travel, 40)).unwrap();
    phone.core.log_work(&work(WorkType::Relationship, 25)).unwrap();
    phone.core.log_work(&work(WorkType::Travel, 20)).unwrap();
    assert_eq!(
        reason(phone.core.log_work(&work(WorkType::Travel, 0))),
        ("minutes".into(), Reason::OutOfRange)
    );
    let sums = phone.core.work_minutes(Timestamp(0), Timestamp(i64::MAX)).unwrap();
    let sums: Vec<_> = sums.iter().map(|sum| (sum.work, sum.minutes)).collect();
    assert_eq!(sums, [(WorkType::Travel, 60), (WorkType::Relationship, 25)]);
    assert!(phone.core.worklog(Timestamp(0), Timestamp(1)).unwrap().is_empty());
    phone.core.log_access_denied("Elm Street Surgery", DeniedThing::Room, Some("none free")).unwrap();
    assert_eq!(phone.core.access_denied().unwrap()[0].line.place, "Elm Street Surgery");
}
