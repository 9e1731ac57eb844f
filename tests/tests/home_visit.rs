//! A note written with no signal reaches the supervisor: the whole path, with the real core and the real server.

use alongside_core::companion::{CompanionError, NewClient, NewContact, NewGoal, NoteState, Reason};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{By, Mode, Outcome, Purpose, StepBy, WordingBy};
use alongside_core::model::{CaseId, Role, Timestamp};
use alongside_tests::service::{Phone, Service};

fn ada() -> NewClient {
    NewClient { name: "Ada Nowak".into(), birth_year: Some(1951), ..NewClient::default() }
}

fn visit() -> NewContact {
    NewContact { minutes: Some(50), ..NewContact::new(Mode::Home, vec![Purpose::Listen], Outcome::TwoWay) }
}

fn goal(phone: &Phone, case: CaseId, wording: &str) -> alongside_core::model::EntityId {
    let new = NewGoal { wording: wording.into(), wording_by: WordingBy::Client, category: None };
    phone.core.agree_goal(case, &new).expect("it is written")
}

/// Answers every question of an ONS4 assessment with `value` and submits it.
fn submit_ons4(phone: &Phone, case: CaseId, value: i64) -> alongside_core::model::EntityId {
    let id = phone.core.start_assessment(case, "ons4", Mode::Home).expect("it is written").assessment;
    for question in phone.core.assessment(id).expect("it is written").questions {
        phone.core.answer(id, &question.item, &Response::Value(value)).expect("it is written");
    }
    phone.core.submit_assessment(id).expect("it is written")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_with_no_signal_reaches_client_and_supervisor_once() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = service.phone(wren).await;
    phone.network.set_aeroplane(true);
    let case = phone.core.add_client(&ada()).unwrap();
    let contact = phone.core.record_contact(case, &visit()).unwrap();
    let note = phone.core.start_note(case, Some(contact)).unwrap();
    phone.core.keep_note(note, "Ada has not sung since her husband died.").unwrap();
    phone.core.sign_note(note).unwrap();
    let goal = goal(&phone, case, "I want to sing with people again");
    phone.core.add_step(goal, "find out when the choir meets", StepBy::Worker).unwrap();
    phone
        .core
        .introduce_link_worker(case, "helps you find what helps you", "weekdays, 0161 496 0000")
        .unwrap();
    phone
        .core
        .plan_next_contact(case, Timestamp(1_796_000_000_000), Mode::Phone, "how the choir went")
        .unwrap();
    submit_ons4(&phone, case, 6);
    assert_eq!(phone.try_sync().await, Err("unreachable".into()));
    assert!(phone.unsent() >= 9);

    phone.network.set_aeroplane(false);
    let report = phone.sync().await;
    assert_eq!((phone.unsent(), report.remarks, report.requests), (0, 0, 1));
    assert_eq!(phone.core.note(note).expect("the draft is known").state, NoteState::Signed);
    assert!(!phone.core.notes(case).unwrap()[0].unsent);

    let client = service.client_of(case, "Ada Nowak");
    let theirs = service.phone(client).await;
    theirs.sync().await;
    let seen = theirs.core.goals(case).unwrap().remove(0);
    assert_eq!(seen.goal.wording, "I want to sing with people again");
    assert_eq!(theirs.core.link_worker(case).unwrap().unwrap().name, "Wren Okafor");
    assert_eq!(theirs.core.next_contact(case).unwrap().unwrap().why, "how the choir went");
    assert!(theirs.core.notes(case).unwrap().is_empty() && theirs.core.assessments(case).unwrap().is_empty());

    theirs.core.tick_step(seen.steps[0].id, true).unwrap();
    theirs.core.check_in(goal, Some(4), Some("I rang them myself")).unwrap();
    theirs.sync().await;
    phone.sync().await;
    let back = phone.core.goals(case).unwrap().remove(0);
    assert!(back.steps[0].step.done);
    assert_eq!((back.check_ins[0].check_in.by, back.check_ins[0].check_in.score), (By::Client, Some(4)));

    let mut supervisor = service.supervisor().await;
    let received = supervisor.received().await;
    assert_eq!(received.len(), 1);
    let page = supervisor.open(&received[0]).await;
    assert!(page.contains("Ada Nowak") && page.contains("higher is worse"), "{page}");
    assert!(!page.contains("sung since"), "a supervisor's page shows no notes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_phone_of_the_same_worker_gets_everything_and_nothing_twice() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let (old, new) = (service.phone(wren).await, service.phone(wren).await);
    let case = old.core.add_client(&ada()).unwrap();
    let note = old.core.start_note(case, None).unwrap();
    old.core.keep_note(note, "Tea and talk.").unwrap();
    old.core.sign_note(note).unwrap();
    let draft = old.core.start_note(case, None).unwrap();
    old.core.keep_note(draft, "Not finished.").unwrap();
    old.core.save_note(draft).unwrap();
    submit_ons4(&old, case, 3);
    old.sync().await;
    assert_eq!(old.sync().await.received, 0, "nothing of one's own comes back");

    new.sync().await;
    assert_eq!(new.core.notes(case).unwrap()[0].note.body, "Tea and talk.");
    assert_eq!(new.core.note(draft).unwrap().note.body, "Not finished.");
    assert_eq!(new.core.drafts().unwrap().len(), 1);
    assert_eq!(new.core.assessments(case).unwrap().len(), 1);
    assert_eq!(new.sync().await.received, 0);

    new.core.keep_note(draft, "Finished on the other phone.").unwrap();
    new.core.sign_note(draft).unwrap();
    new.sync().await;
    old.sync().await;
    assert_eq!(old.core.note(draft).unwrap().state, NoteState::Signed);
    assert_eq!(old.core.notes(case).unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_worker_sees_nothing_of_a_case_that_is_not_theirs() {
    let service = Service::start().await;
    let wren = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    let idris = service.phone(service.person(Role::LinkWorker, "Idris Bell")).await;
    let case = wren.core.add_client(&ada()).unwrap();
    goal(&wren, case, "sing");
    wren.sync().await;
    idris.sync().await;
    assert!(idris.core.caseload().unwrap().is_empty());
    let mut rows = 0;
    idris.core.visit_records(&mut |row| rows += usize::from(row.stream.case().is_some())).unwrap();
    assert_eq!(rows, 0);

    let note = idris.core.start_note(case, None).unwrap();
    idris.core.keep_note(note, "I am not on this case.").unwrap();
    idris.core.sign_note(note).unwrap();
    let report = idris.sync().await;
    assert!(report.remarks > 0, "what may not be filed is told, not dropped");
    assert_eq!(idris.core.note(note).unwrap().note.body, "I am not on this case.");
    wren.sync().await;
    assert!(wren.core.notes(case).unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_submitted_from_two_phones_is_received_once() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let (one, two) = (service.phone(wren).await, service.phone(wren).await);
    let case = one.core.add_client(&ada()).unwrap();
    let id = one.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    let items: Vec<String> = one.core.assessment(id).unwrap().questions.into_iter().map(|q| q.item).collect();
    for item in &items {
        one.core.answer(id, item, &Response::Value(5)).unwrap();
    }
    one.core.pause_assessment(id).unwrap();
    one.sync().await;
    two.sync().await;
    one.core.submit_assessment(id).unwrap();
    two.core.submit_assessment(id).unwrap();
    let again = one.core.submit_assessment(id);
    assert!(matches!(again, Err(CompanionError::Invalid { reason: Reason::AlreadySealed, .. })), "{again:?}");
    one.sync().await;
    two.sync().await;
    one.sync().await;
    assert_eq!(service.supervisor().await.received().await.len(), 1);
    for phone in [&one, &two] {
        assert_eq!(phone.core.assessments(case).unwrap().len(), 1);
        assert!(phone.core.drafts().unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_phones_that_reword_a_draft_keep_both_texts_and_seal_neither_unseen() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let (one, two) = (service.phone(wren).await, service.phone(wren).await);
    let case = one.core.add_client(&ada()).unwrap();
    let note = one.core.start_note(case, None).unwrap();
    one.core.keep_note(note, "First words.").unwrap();
    one.core.save_note(note).unwrap();
    one.sync().await;
    two.sync().await;
    one.core.keep_note(note, "She wants to walk.").unwrap();
    one.core.save_note(note).unwrap();
    one.sync().await;
    two.core.keep_note(note, "She would rather swim.").unwrap();
    two.core.sign_note(note).unwrap();
    assert!(two.sync().await.remarks > 0);
    assert!(two.core.notes(case).unwrap().is_empty(), "nobody signed what is on the server");
    let view = two.core.note(note).unwrap();
    let mut texts = view.other_texts;
    texts.push(view.note.body);
    texts.sort();
    assert_eq!(
        (view.state, texts),
        (NoteState::Draft, vec!["She wants to walk.".into(), "She would rather swim.".into()])
    );
}
