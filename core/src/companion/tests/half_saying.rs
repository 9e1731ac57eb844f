//! Words that were begun and not said, on a phone that may die at any letter.

use super::*;
use crate::model::MAX_TEXT_BYTES;

fn client() -> (Phone, CaseId, EntityId) {
    let phone = worker();
    let case = add_ada(&phone);
    let wording = "sit in the garden".to_owned();
    let goal = NewGoal { wording, wording_by: WordingBy::Client, category: None };
    let goal = phone.core.agree_goal(case, &goal).unwrap();
    (phone, case, goal)
}

fn restarted(phone: Phone) -> Phone {
    let Phone { core, clock, wire, folder } = phone;
    drop(core);
    let core = Companion::open(setup(folder.path(), &clock, &wire)).unwrap();
    Phone { core, clock, wire, folder }
}

#[test]
fn half_a_check_in_is_there_after_the_phone_died_and_gone_once_it_is_said() {
    let (phone, _, goal) = client();
    assert_eq!(phone.core.begun_check_in(goal).unwrap(), None);
    assert_eq!(phone.core.type_check_in(goal, "bet").unwrap(), Typed::Saved, "the first letters at once");
    assert!(matches!(phone.core.type_check_in(goal, "better").unwrap(), Typed::SaveWithin(_)));
    phone.core.keep_check_in(goal, Some(0), "better, mos").unwrap();
    let phone = restarted(phone);
    let begun = phone.core.begun_check_in(goal).unwrap().unwrap();
    assert_eq!((begun.score, begun.words.as_str()), (Some(0), "better, mos"));
    assert!(phone.core.drafts().unwrap().is_empty(), "it is no work for anybody");
    phone.core.check_in(goal, Some(6), Some("better, mostly")).unwrap();
    assert_eq!(phone.core.begun_check_in(goal).unwrap(), None);
    assert_eq!(restarted(phone).core.begun_check_in(goal).unwrap(), None);
}

#[test]
fn what_was_taken_back_is_not_kept() {
    let (phone, case, goal) = client();
    phone.core.keep_check_in(goal, Some(4), "no").unwrap();
    phone.core.keep_check_in(goal, None, "  ").unwrap();
    assert_eq!(phone.core.begun_check_in(goal).unwrap(), None);
    phone.core.type_goal(case, "walk").unwrap();
    phone.core.keep_goal(case, "").unwrap();
    assert_eq!(phone.core.begun_goal(case).unwrap(), None);
}

#[test]
fn a_goal_that_is_being_worded_waits_for_its_end() {
    let (phone, case, _) = client();
    let before = phone.core.sync_state().unwrap().unsent;
    phone.core.type_goal(case, "walk to the sh").unwrap();
    let phone = restarted(phone);
    assert_eq!(phone.core.begun_goal(case).unwrap().as_deref(), Some("walk to the sh"));
    assert_eq!(phone.core.sync_state().unwrap().unsent, before, "it is nobody's but theirs");
    let wording = "walk to the shop".to_owned();
    phone.core.agree_goal(case, &NewGoal { wording, wording_by: WordingBy::Client, category: None }).unwrap();
    assert_eq!(phone.core.begun_goal(case).unwrap(), None);
    assert_eq!(phone.core.type_goal(case, "and").unwrap(), Typed::Saved, "the next begins anew");
}

#[test]
fn what_could_not_be_said_is_not_kept_either() {
    let (phone, _, goal) = client();
    let long = "x".repeat(MAX_TEXT_BYTES + 1);
    assert_eq!(reason(phone.core.type_check_in(goal, &long)).1, Reason::TooLong);
    assert_eq!(reason(phone.core.keep_check_in(goal, Some(11), "")).1, Reason::OutOfRange);
    let nowhere = phone.core.type_check_in(EntityId(Uuid::from_u128(9)), "hello");
    assert!(matches!(nowhere, Err(CompanionError::NotFound)));
    assert_eq!(phone.core.begun_check_in(goal).unwrap(), None);
}
