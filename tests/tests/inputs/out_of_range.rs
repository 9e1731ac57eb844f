//! Numbers, scores and days outside what they may be: refused by field, and what was there stays.

use alongside_core::companion::{NewClient, NewGoal, Reason};
use alongside_core::instrument::Response;
use alongside_core::model::Timestamp;
use alongside_core::model::kinds::{Mode, WordingBy};

use super::{add, refusal, service_and_phone};

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_is_from_nought_to_ten() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let goal = NewGoal { wording: "sing".into(), wording_by: WordingBy::Client, category: None };
    let goal = phone.core.agree_goal(case, &goal).unwrap();
    for score in [-1, 11, i64::MIN, i64::MAX] {
        assert_eq!(
            refusal(phone.core.check_in(goal, Some(score), None)),
            ("score".into(), Reason::OutOfRange)
        );
    }
    for score in [0, 10] {
        phone.core.check_in(goal, Some(score), None).unwrap();
    }
    let scores: Vec<_> =
        phone.core.goals(case).unwrap()[0].check_ins.iter().map(|one| one.check_in.score).collect();
    assert_eq!(scores, [Some(0), Some(10)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_on_its_scale_and_a_choice_is_one_of_its_choices() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    for (instrument, best, worst) in [("ons4", [0, 10], [-1, 11]), ("ons-loneliness", [1, 5], [0, 6])] {
        let draft = phone.core.start_assessment(case, instrument, Mode::Home).unwrap().assessment;
        let item = phone.core.assessment(draft).unwrap().questions[0].item.clone();
        let field = format!("answer.{item}");
        for value in best {
            phone.core.answer(draft, &item, &Response::Value(value)).unwrap();
        }
        for value in worst.into_iter().chain([i64::MIN, i64::MAX]) {
            let refused = refusal(phone.core.answer(draft, &item, &Response::Value(value)));
            assert_eq!(refused, (field.clone(), Reason::OutOfRange), "{instrument} {value}");
        }
        let words = refusal(phone.core.answer(draft, &item, &Response::Text("fine".into())));
        assert_eq!(words, (field, Reason::WrongType));
        assert_eq!(phone.core.assessment(draft).unwrap().answered, 1, "{instrument}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_no_record_can_hold_is_refused() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let plan = |at: i64| phone.core.plan_next_contact(case, Timestamp(at), Mode::Home, "To talk");
    let held = Timestamp::EARLIEST.0 + 86_400_000;
    plan(held).unwrap();
    for at in [i64::MIN, Timestamp::EARLIEST.0 - 1, Timestamp::LATEST.0 + 1, i64::MAX] {
        assert_eq!(refusal(plan(at)), ("at".into(), Reason::OutOfRange), "{at}");
    }
    assert_eq!(phone.core.next_contact(case).unwrap().unwrap().at, Timestamp(held));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_of_birth_is_one_somebody_can_have() {
    let (_service, phone) = service_and_phone().await;
    for year in [i64::MIN, 0, 1_000, 3_000, i64::MAX] {
        let new = NewClient { name: "Ada Nowak".into(), birth_year: Some(year), ..NewClient::default() };
        assert_eq!(refusal(phone.core.add_client(&new)), ("birth_year".into(), Reason::OutOfRange), "{year}");
    }
    assert!(phone.core.caseload().unwrap().is_empty());
}
