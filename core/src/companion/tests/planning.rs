use super::*;
use crate::model::kinds::{GoalStatus, NeedCategory, Outcome, Purpose, ReferralState};

fn visit() -> NewContact {
    let purposes = vec![Purpose::Listen, Purpose::Plan];
    NewContact { minutes: Some(60), ..NewContact::new(Mode::Home, purposes, Outcome::TwoWay) }
}

fn goal(phone: &Phone, case: CaseId) -> EntityId {
    let new = NewGoal { wording: "sing again".into(), wording_by: WordingBy::Client, category: None };
    phone.core.agree_goal(case, &new).unwrap()
}

#[test]
fn the_caseload_shows_when_each_client_was_met_and_will_be() {
    let phone = worker();
    let case = add_ada(&phone);
    phone.core.record_contact(case, &visit()).unwrap();
    phone
        .core
        .plan_next_contact(case, Timestamp(1_796_000_000_000), Mode::Phone, "how the choir went")
        .unwrap();
    let line = phone.core.caseload().unwrap().remove(0);
    assert_eq!((line.name.as_str(), line.last_contact), ("Ada Nowak", Some(Timestamp(1_795_000_000_000))));
    assert_eq!(line.next_contact.unwrap().why, "how the choir went");
}

#[test]
fn a_contact_without_a_purpose_is_refused() {
    let phone = worker();
    let case = add_ada(&phone);
    let none = NewContact { purposes: vec![], ..visit() };
    assert_eq!(reason(phone.core.record_contact(case, &none)), ("purposes".into(), Reason::Empty));
    let long = NewContact { minutes: Some(1_441), ..visit() };
    assert_eq!(reason(phone.core.record_contact(case, &long)), ("minutes".into(), Reason::OutOfRange));
    assert!(phone.core.contacts(case).unwrap().is_empty());
}

#[test]
fn nobody_is_contacted_without_a_reason() {
    let phone = worker();
    let case = add_ada(&phone);
    let refused = reason(phone.core.plan_next_contact(case, Timestamp(5), Mode::Phone, " "));
    assert_eq!(refused, ("why".into(), Reason::Empty));
}

#[test]
fn steps_are_ticked_and_goals_checked_in_on() {
    let phone = worker();
    let case = add_ada(&phone);
    let goal = goal(&phone, case);
    let first = phone.core.add_step(goal, "find the choir's number", StepBy::Worker).unwrap();
    phone.core.add_step(goal, "go along together", StepBy::Together).unwrap();
    phone.core.tick_step(first, true).unwrap();
    phone.core.check_in(goal, Some(3), Some("a bit scared")).unwrap();
    let view = phone.core.goals(case).unwrap().remove(0);
    assert_eq!(view.steps.iter().map(|step| step.step.done).collect::<Vec<_>>(), [true, false]);
    assert_eq!(view.check_ins[0].check_in.score, Some(3));
    phone.core.tick_step(first, false).unwrap();
    assert_eq!(phone.core.goals(case).unwrap()[0].steps[0].step.done_at, None);
    assert_eq!(reason(phone.core.check_in(goal, Some(11), None)), ("score".into(), Reason::OutOfRange));
    assert_eq!(reason(phone.core.check_in(goal, None, Some(" "))), ("score".into(), Reason::Empty));
}

#[test]
fn a_parked_goal_says_why() {
    let phone = worker();
    let case = add_ada(&phone);
    let goal = goal(&phone, case);
    let refused = reason(phone.core.set_goal_status(goal, GoalStatus::Parked, None));
    assert_eq!(refused, ("park_reason".into(), Reason::NeedsReason));
    phone.core.set_goal_status(goal, GoalStatus::Parked, Some("her father is ill")).unwrap();
    assert_eq!(phone.core.goals(case).unwrap()[0].goal.status, GoalStatus::Parked);
}

#[test]
fn a_refused_referral_owes_the_client_a_reason() {
    let phone = worker();
    let case = add_ada(&phone);
    let need = phone.core.raise_need(case, NeedCategory::Connection, "I miss singing").unwrap();
    let new =
        NewReferral { need: Some(need), ..NewReferral::to("Tuesday choir", "she sang for thirty years") };
    let referral = phone.core.refer_onward(case, &new).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Sent, None).unwrap();
    let refused = reason(phone.core.set_referral_status(referral, ReferralState::Rejected, None));
    assert_eq!(refused, ("reason".into(), Reason::NeedsReason));
    phone.core.set_referral_status(referral, ReferralState::Rejected, Some("full until spring")).unwrap();
    assert_eq!(phone.core.referrals(case).unwrap()[0].statuses.len(), 2);
}

#[test]
fn a_client_may_say_how_it_goes_but_not_write_notes_or_referrals() {
    let phone = phone(Role::Client);
    let case = CaseId(Uuid::from_u128(99));
    let goal = goal(&phone, case);
    phone.core.check_in(goal, Some(8), None).unwrap();
    phone.core.reword_goal(goal, "sing in public", WordingBy::Client).unwrap();
    let refused = phone.core.record_contact(case, &visit());
    assert!(matches!(refused, Err(CompanionError::NotAllowed(_))), "{refused:?}");
}

#[test]
fn what_a_person_wrote_is_found_again() {
    let phone = worker();
    let case = add_ada(&phone);
    goal(&phone, case);
    let found = phone.core.search("sing", 10).unwrap();
    assert_eq!((found.len(), found[0].kind.as_str(), found[0].case), (1, "goal", Some(case)));
    assert!(phone.core.search("ballet", 10).unwrap().is_empty());
}

#[test]
fn what_is_not_there_is_not_found() {
    let phone = worker();
    let nothing = EntityId(Uuid::from_u128(404));
    assert!(matches!(phone.core.tick_step(nothing, true), Err(CompanionError::NotFound)));
    assert!(matches!(phone.core.note(nothing), Err(CompanionError::NotFound)));
    assert!(matches!(phone.core.client(CaseId(nothing.0)), Err(CompanionError::NotFound)));
}
