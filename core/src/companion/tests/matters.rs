//! What matters comes first, in the client's words and order.

use super::*;
use crate::model::kinds::{By, NeedCategory};

fn words(phone: &Phone, case: CaseId) -> Vec<String> {
    phone.core.what_matters(case).unwrap().into_iter().map(|one| one.matters.words).collect()
}

#[test]
fn the_first_question_is_what_matters_until_it_is_answered() {
    let phone = worker();
    let case = add_ada(&phone);
    assert_eq!(phone.core.first_question(case).unwrap().as_deref(), Some("What matters to you?"));
    let said =
        phone.core.say_what_matters(case, "Seeing my grandson play", Some(NeedCategory::Connection)).unwrap();
    assert_eq!(phone.core.first_question(case).unwrap(), None);
    phone.core.put_away_what_matters(said).unwrap();
    assert_eq!(phone.core.first_question(case).unwrap(), None, "it was asked, whatever became of it");
    assert!(words(&phone, case).is_empty());
}

#[test]
fn words_stay_as_they_were_said_and_stand_in_the_clients_order() {
    let phone = worker();
    let case = add_ada(&phone);
    let said = ["  My garden, mostly… ", "الحديقة", "Sleep"];
    let ids: Vec<EntityId> = said.map(|words| phone.core.say_what_matters(case, words, None).unwrap()).into();
    assert_eq!(words(&phone, case), said);
    phone.core.order_what_matters(case, &[ids[2], ids[0]]).unwrap();
    assert_eq!(words(&phone, case), [said[2], said[0], said[1]]);
    assert!(matches!(
        phone.core.order_what_matters(case, &[EntityId(Uuid::nil())]),
        Err(CompanionError::NotFound)
    ));
    phone.core.reword_what_matters(ids[2], "Sleeping through").unwrap();
    assert_eq!(words(&phone, case)[0], "Sleeping through");
}

#[test]
fn nothing_said_is_nothing_written() {
    let phone = worker();
    let case = add_ada(&phone);
    assert_eq!(reason(phone.core.say_what_matters(case, " \n", None)), ("words".into(), Reason::Empty));
    let long = "é".repeat(32 * 1024 + 1);
    assert_eq!(reason(phone.core.say_what_matters(case, &long, None)), ("words".into(), Reason::TooLong));
    assert!(phone.core.first_question(case).unwrap().is_some());
}

#[test]
fn a_client_writes_and_orders_their_own_words() {
    let phone = phone(Role::Client);
    let case = CaseId(Uuid::from_u128(77));
    let id = phone.core.say_what_matters(case, "Being asked first", None).unwrap();
    phone.core.reword_what_matters(id, "Being asked").unwrap();
    phone.core.order_what_matters(case, &[id]).unwrap();
    assert_eq!(phone.core.what_matters(case).unwrap()[0].matters.written_by, By::Client);
}

#[test]
fn an_assessment_begun_before_it_was_asked_says_so_and_begins_all_the_same() {
    let phone = worker();
    let case = add_ada(&phone);
    let early = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap();
    assert!(!early.what_matters_asked && early.hints[0].contains("in their own words"), "{:?}", early.hints);
    phone.core.say_what_matters(case, "My garden", None).unwrap();
    let later = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap();
    assert_eq!((later.assessment, later.what_matters_asked, later.hints), (early.assessment, true, vec![]));
}
