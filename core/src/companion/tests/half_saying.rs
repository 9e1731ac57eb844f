//! Words that were begun and not said, on a phone that may die at any letter.

use super::*;
use crate::model::MAX_TEXT_BYTES;
use crate::model::kinds::DutyStatus;

fn client() -> (Phone, CaseId, EntityId) {
    let phone = worker();
    let case = add_ada(&phone);
    let wording = "sit in the garden".to_owned();
    let goal = NewGoal { wording, wording_by: WordingBy::Client, category: None };
    let goal = phone.core.agree_goal(case, &goal).unwrap();
    (phone, case, goal)
}

fn saying(words_for: WordsFor, case: CaseId, about: Option<EntityId>) -> Saying {
    Saying { words_for, case: Some(case), about: about.map(|id| id.0.to_string()) }
}

fn begun(phone: &Phone, saying: &Saying) -> Option<String> {
    phone.core.begun_words(saying).unwrap()
}

fn restarted(phone: Phone) -> Phone {
    let Phone { core, clock, wire, folder } = phone;
    drop(core);
    let core = Companion::open(setup(folder.path(), &clock, &wire)).unwrap();
    Phone { core, clock, wire, folder }
}

#[test]
fn half_a_check_in_is_there_after_the_phone_died_and_gone_once_it_is_said() {
    let (phone, case, goal) = client();
    assert_eq!(phone.core.begun_check_in(goal).unwrap(), None);
    let words = saying(WordsFor::CheckIn, case, Some(goal));
    assert_eq!(phone.core.type_words(&words, "bet").unwrap(), Typed::Saved, "the first letters at once");
    assert!(matches!(phone.core.type_words(&words, "better").unwrap(), Typed::SaveWithin(_)));
    assert_eq!(phone.core.begun_check_in(goal).unwrap().unwrap().words, "bet");
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
    let step = saying(WordsFor::Step, case, Some(goal));
    phone.core.type_words(&step, "walk").unwrap();
    phone.core.keep_words(&step, "").unwrap();
    assert_eq!(begun(&phone, &step), None);
}

#[test]
fn a_goal_that_is_being_worded_waits_for_its_end() {
    let (phone, case, _) = client();
    let before = phone.core.sync_state().unwrap().unsent;
    let goal = saying(WordsFor::Goal, case, None);
    phone.core.type_words(&goal, "walk to the sh").unwrap();
    let phone = restarted(phone);
    assert_eq!(begun(&phone, &goal).as_deref(), Some("walk to the sh"));
    assert_eq!(phone.core.sync_state().unwrap().unsent, before, "it is nobody's but theirs");
    phone.core.keep_words(&goal, "walk to the shop ").unwrap();
    let wording = "walk to the shop".to_owned();
    phone.core.agree_goal(case, &NewGoal { wording, wording_by: WordingBy::Client, category: None }).unwrap();
    assert_eq!(begun(&phone, &goal), None);
    assert_eq!(phone.core.type_words(&goal, "and").unwrap(), Typed::Saved, "the next begins anew");
}

#[test]
fn words_end_where_they_were_said_and_nowhere_else() {
    let (phone, case, goal) = client();
    let other = NewGoal { wording: "sleep".to_owned(), wording_by: WordingBy::Client, category: None };
    let other = phone.core.agree_goal(case, &other).unwrap();
    let step = saying(WordsFor::Step, case, Some(goal));
    let others_step = saying(WordsFor::Step, case, Some(other));
    let matters = saying(WordsFor::WhatMatters, case, None);
    for place in [&step, &others_step, &matters] {
        phone.core.keep_words(place, "ring the choir").unwrap();
    }
    phone.core.add_step(goal, "ring the choir", StepBy::Client).unwrap();
    assert_eq!(begun(&phone, &step), None, "it is a step now");
    assert_eq!(begun(&phone, &others_step).as_deref(), Some("ring the choir"), "about another goal");
    phone.core.say_what_matters(case, "my sister", None).unwrap();
    assert_eq!(begun(&phone, &matters).as_deref(), Some("ring the choir"), "other words were said");
    assert!(phone.core.drafts().unwrap().is_empty());
}

#[test]
fn what_is_half_said_about_nobody_in_particular_is_kept_as_well() {
    let phone = worker();
    let place = Saying { words_for: WordsFor::ClientName, case: None, about: None };
    phone.core.keep_words(&place, "Gareth P").unwrap();
    let phone = restarted(phone);
    assert_eq!(begun(&phone, &place).as_deref(), Some("Gareth P"));
    phone.core.add_client(&NewClient { name: "Gareth P".to_owned(), ..NewClient::default() }).unwrap();
    phone.core.keep_words(&place, "").unwrap();
    assert_eq!(begun(&phone, &place), None);
}

#[test]
fn every_place_has_a_field_of_words_of_its_own() {
    let case = CaseId(Uuid::from_u128(1));
    let phone = worker();
    for place in WordsFor::ALL {
        let place = saying(*place, case, None);
        phone.core.keep_words(&place, &format!("{:?}", place.words_for)).unwrap();
    }
    for place in WordsFor::ALL {
        assert_eq!(begun(&phone, &saying(*place, case, None)), Some(format!("{place:?}")));
    }
    assert!(phone.core.drafts().unwrap().is_empty());
}

#[test]
fn what_could_not_be_said_is_not_kept_either() {
    let (phone, case, goal) = client();
    let long = "x".repeat(MAX_TEXT_BYTES + 1);
    let words = saying(WordsFor::CheckIn, case, Some(goal));
    assert_eq!(reason(phone.core.type_words(&words, &long)).1, Reason::TooLong);
    assert_eq!(reason(phone.core.keep_check_in(goal, Some(11), "")).1, Reason::OutOfRange);
    let nowhere = phone.core.keep_check_in(EntityId(Uuid::from_u128(9)), None, "hello");
    assert!(matches!(nowhere, Err(CompanionError::NotFound)));
    assert_eq!(phone.core.begun_check_in(goal).unwrap(), None);
}

#[test]
fn what_came_of_a_promise_ends_though_it_stands_among_the_duties() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "We talked about the garden.").unwrap();
    phone.core.promise(note, "Ring the council").unwrap();
    let note = phone.core.sign_note(note).unwrap();
    let outcome = saying(WordsFor::PromiseOutcome, case, Some(note));
    phone.core.keep_words(&outcome, "They come on Friday").unwrap();
    phone.core.settle_promise(note, DutyStatus::Done, "They come on Friday").unwrap();
    assert_eq!(begun(&phone, &outcome), None);
}
