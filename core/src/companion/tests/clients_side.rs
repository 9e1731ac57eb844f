use super::*;
use crate::access::audiences;
use crate::model::Audience;
use crate::model::kinds::{By, GoalStatus, SharingPurpose, WishKind};

fn question(purpose: SharingPurpose) -> SharingQuestion {
    SharingQuestion {
        purpose,
        scope: Some("a summary at the end".into()),
        with: Some("Elm Tree Surgery".into()),
    }
}

fn goal(phone: &Phone, case: CaseId) -> EntityId {
    let new = NewGoal { wording: "get out more".into(), wording_by: WordingBy::Client, category: None };
    phone.core.agree_goal(case, &new).unwrap()
}

#[test]
fn a_yes_is_taken_back_and_given_again_by_the_client() {
    let phone = phone(Role::Client);
    let case = CaseId(Uuid::from_u128(9));
    phone.core.ask_sharing(case, &question(SharingPurpose::Practice), true).unwrap();
    assert!(phone.core.sharing(case).unwrap()[0].given);
    phone.clock.advance(1_000);
    phone.core.switch_sharing(case, SharingPurpose::Practice, false).unwrap();
    assert!(!phone.core.sharing(case).unwrap()[0].given);
    phone.core.switch_sharing(case, SharingPurpose::Practice, true).unwrap();
    assert!(phone.core.sharing(case).unwrap()[0].given);
    let never = phone.core.switch_sharing(case, SharingPurpose::Research, true);
    assert!(matches!(never, Err(CompanionError::NotFound)), "{never:?}");
}

#[test]
fn a_no_is_kept_as_a_no() {
    let phone = worker();
    let case = add_ada(&phone);
    phone.core.ask_sharing(case, &question(SharingPurpose::Supervisor), false).unwrap();
    let view = phone.core.sharing(case).unwrap().remove(0);
    assert_eq!((view.given, view.sharing.given_at), (false, None));
}

#[test]
fn a_client_asks_to_be_called_and_hears_back() {
    let phone = worker();
    let case = add_ada(&phone);
    let wish = phone.core.wish_contact(case, WishKind::CallMe, None).unwrap();
    assert!(phone.core.wishes(case).unwrap()[0].open);
    assert_eq!(reason(phone.core.answer_wish(wish, "")), ("answer".into(), Reason::Empty));
    phone.core.answer_wish(wish, "I ring you on Thursday at ten.").unwrap();
    assert!(!phone.core.wishes(case).unwrap()[0].open);
    let asked = reason(phone.core.wish_contact(case, WishKind::Question, Some(" ")));
    assert_eq!(asked, ("words".into(), Reason::Empty));
}

#[test]
fn a_client_does_not_answer_in_the_workers_place_nor_the_worker_in_the_clients() {
    let client = phone(Role::Client);
    let case = CaseId(Uuid::from_u128(9));
    let wish = client.core.wish_contact(case, WishKind::CallMe, None).unwrap();
    assert!(matches!(client.core.answer_wish(wish, "yes"), Err(CompanionError::NotAllowed(_))));
    client.core.say_recognition(case, true).unwrap();
    let worker = worker();
    let case = add_ada(&worker);
    assert!(matches!(worker.core.say_recognition(case, true), Err(CompanionError::NotAllowed(_))));
}

#[test]
fn what_the_client_is_told_of_readers_is_what_the_access_table_grants() {
    let phone = worker();
    for part in phone.core.who_sees_what().iter().filter(|part| part.audience != Audience::Private) {
        for (role, words) in
            [(Role::LinkWorker, "ink worker"), (Role::Supervisor, "supervisor"), (Role::Client, "You and")]
        {
            let granted = audiences(role).contains(&part.audience);
            assert!(
                !granted || part.who.contains(words),
                "{role:?} reads {:?} and is not named",
                part.audience
            );
        }
    }
}

#[test]
fn letting_go_of_a_goal_is_an_outcome_with_a_reason() {
    let phone = worker();
    let case = add_ada(&phone);
    let goal = goal(&phone, case);
    assert_eq!(
        reason(phone.core.set_goal_status(goal, GoalStatus::Dropped, None)),
        ("why".into(), Reason::NeedsReason)
    );
    phone.core.set_goal_status(goal, GoalStatus::Dropped, Some("the stairs are too much now")).unwrap();
    let view = phone.core.goals(case).unwrap().remove(0).goal;
    assert_eq!(
        (view.status, view.why.as_deref()),
        (GoalStatus::Dropped, Some("the stairs are too much now"))
    );
    assert!(view.settled_at.is_some());
}

#[test]
fn a_goal_becomes_another_and_both_stay() {
    let phone = worker();
    let case = add_ada(&phone);
    let first = goal(&phone, case);
    let next =
        phone.core.change_goal(first, "sit in the garden", WordingBy::Client, "walking hurts").unwrap();
    let goals = phone.core.goals(case).unwrap();
    let was = goals.iter().find(|view| view.id == first).unwrap();
    assert_eq!((was.goal.status, was.goal.became), (GoalStatus::Changed, Some(next)));
    assert_eq!(was.goal.wording, "get out more");
    assert_eq!(goals.iter().find(|view| view.id == next).unwrap().goal.wording, "sit in the garden");
}

#[test]
fn a_paraphrase_never_touches_the_clients_words() {
    let phone = worker();
    let case = add_ada(&phone);
    let goal = goal(&phone, case);
    phone.core.paraphrase_goal(goal, "increase physical activity").unwrap();
    phone.core.confirm_goal(goal).unwrap();
    let view = phone.core.goals(case).unwrap().remove(0).goal;
    assert_eq!(
        (view.wording.as_str(), view.paraphrase.as_deref()),
        ("get out more", Some("increase physical activity"))
    );
    assert!(view.client_confirmed_at.is_some());
}

#[test]
fn client_and_worker_rate_for_themselves() {
    let phone = worker();
    let case = add_ada(&phone);
    let goal = goal(&phone, case);
    for score in [2, 7] {
        phone.clock.advance(60_000);
        phone.core.check_in(goal, Some(score), None).unwrap();
    }
    let view = phone.core.goals(case).unwrap().remove(0);
    assert_eq!(view.worker_progress.and_then(|progress| progress.change()), Some(5));
    assert_eq!((view.client_progress, view.check_ins[0].check_in.by), (None, By::Worker));
}

#[test]
fn only_a_client_has_a_clients_first_screen() {
    assert!(matches!(worker().core.client_home(), Err(CompanionError::NotFound)));
}
