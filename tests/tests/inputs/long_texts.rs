//! Texts of exactly 64 KiB go through to the next phone unchanged; one byte more is refused, and what was there stays.

use alongside_core::companion::{NewClient, NewGoal, NewReferral, Reason};
use alongside_core::instrument::Response;
use alongside_core::model::MAX_TEXT_BYTES;
use alongside_core::model::kinds::{Mode, NeedCategory, StepBy, WordingBy};

use super::{add, refusal, service_and_phone};

/// 64 KiB in characters of one, two, three and four bytes, with what JSON has to escape among them: the last to six times as
/// much.
fn longest() -> Vec<String> {
    let fill = |unit: &str| {
        let mut text = unit.repeat(MAX_TEXT_BYTES / unit.len());
        text.push_str(&"x".repeat(MAX_TEXT_BYTES - text.len()));
        text
    };
    vec![fill("e"), fill("é"), fill("水"), fill("🌱"), fill("\"\\\n"), fill("a\u{0301}"), fill("\u{1}")]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_of_64_kib_reaches_the_next_phone_byte_for_byte() {
    let (service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    for text in longest() {
        let note = phone.core.start_note(case, None).unwrap();
        phone.core.keep_note(note, &text).unwrap();
        assert_eq!(
            refusal(phone.core.keep_note(note, &format!("{text}."))),
            ("body".into(), Reason::TooLong)
        );
        assert_eq!(phone.core.note(note).unwrap().note.body, text);
        phone.core.sign_note(note).unwrap();
    }
    phone.sync().await;
    let me = phone.core.me().unwrap().unwrap().person;
    let other = service.phone(me).await;
    other.sync().await;
    let bodies = |phone: &alongside_tests::service::Phone| {
        let mut bodies: Vec<String> =
            phone.core.notes(case).unwrap().into_iter().map(|note| note.note.body).collect();
        bodies.sort();
        bodies
    };
    let mut written = longest();
    written.sort();
    assert_eq!(bodies(&other), written);
    assert_eq!((phone.unsent(), phone.core.remarks().unwrap().len()), (0, 0));
}

/// Ten comments of 64 KiB are more than a server takes as one operation.
#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_with_long_comments_is_saved_sent_and_submitted_whole() {
    let (service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    let text = &longest()[4];
    let items = ["satisfaction", "worthwhile", "happiness", "anxiety"];
    for item in items {
        phone.core.comment(draft, item, text).unwrap();
        let refused = refusal(phone.core.comment(draft, item, &format!("{text}.")));
        assert_eq!(refused, (format!("comment.{item}"), Reason::TooLong));
    }
    phone.core.answer(draft, "anxiety", &Response::Value(7)).unwrap();
    phone.core.pause_assessment(draft).unwrap();
    phone.sync().await;
    assert!(phone.core.remarks().unwrap().is_empty(), "the draft is taken");
    let sealed = phone.core.submit_assessment(draft).unwrap();
    phone.core.share_assessment(sealed).unwrap();
    phone.sync().await;
    assert_eq!((phone.unsent(), phone.core.remarks().unwrap().len()), (0, 0));
    let other = service.phone(phone.core.me().unwrap().unwrap().person).await;
    other.sync().await;
    let view = other.core.assessment(sealed).unwrap();
    assert!(items.iter().all(|item| {
        view.questions.iter().any(|one| one.item == *item && one.comment.as_deref() == Some(text.as_str()))
    }));
    assert_eq!(service.supervisor().await.received().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_byte_too_many_is_refused_by_field_and_leaves_nothing_half_written() {
    let (_service, phone) = service_and_phone().await;
    let case = add(&phone, "Ada Nowak");
    let goal = NewGoal { wording: "sing".into(), wording_by: WordingBy::Client, category: None };
    let goal_id = phone.core.agree_goal(case, &goal).unwrap();
    let before = phone.unsent();
    let long = format!("{}é", "x".repeat(MAX_TEXT_BYTES - 1));
    let core = &phone.core;
    let new_goal = NewGoal { wording: long.clone(), ..goal };
    let refusals = [
        refusal(core.add_client(&NewClient { name: long.clone(), ..NewClient::default() })),
        refusal(core.set_safe_contact(case, &long)),
        refusal(core.introduce_link_worker(case, &long, "0191 496 0001")),
        refusal(core.raise_need(case, NeedCategory::Money, &long)),
        refusal(core.agree_goal(case, &new_goal)),
        refusal(core.reword_goal(goal_id, &long, WordingBy::Client)),
        refusal(core.add_step(goal_id, &long, StepBy::Client)),
        refusal(core.check_in(goal_id, Some(3), Some(&long))),
        refusal(core.say_what_matters(case, &long, None)),
        refusal(core.refer_onward(case, &NewReferral { why: long.clone(), ..referral() })),
        refusal(core.decline_assessment(case, "ons4", Mode::Phone, Some(&long))),
    ];
    let fields = [
        "name",
        "safe_contact",
        "what_they_do",
        "words",
        "wording",
        "wording",
        "title",
        "words",
        "words",
        "why",
        "why",
    ];
    let expected: Vec<_> = fields.iter().map(|field| ((*field).to_owned(), Reason::TooLong)).collect();
    assert_eq!(refusals.to_vec(), expected);
    assert_eq!(phone.unsent(), before);
    assert_eq!((core.caseload().unwrap().len(), core.goals(case).unwrap().len()), (1, 1));
    assert!(core.needs(case).unwrap().is_empty() && core.referrals(case).unwrap().is_empty());
    assert!(core.drafts().unwrap().is_empty() && core.assessments(case).unwrap().is_empty());
}

fn referral() -> NewReferral {
    NewReferral::to("The choir", "")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_writes_64_kib_of_what_matters_and_the_worker_reads_it() {
    let (service, worker) = service_and_phone().await;
    let case = add(&worker, "Ada Nowak");
    worker.sync().await;
    let client = service.phone(service.client_of(case, "Ada Nowak")).await;
    client.sync().await;
    for text in longest() {
        client.core.say_what_matters(case, &text, None).unwrap();
    }
    client.sync().await;
    worker.sync().await;
    let words: Vec<String> =
        worker.core.what_matters(case).unwrap().into_iter().map(|one| one.matters.words).collect();
    assert_eq!(words, longest());
}
