//! What two phones did without knowledge of each other, and how the people on both hear of it and settle it.

use alongside_core::companion::{AssessmentState, Matter, NewClient, PendingDecision, Settlement};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId, PersonId, Role};
use alongside_tests::service::{Phone, Service};

struct Scene {
    service: Service,
    wren: PersonId,
    phone: Phone,
    case: CaseId,
}

async fn scene() -> Scene {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = service.phone(wren).await;
    let case = phone
        .core
        .add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() })
        .expect("it is written");
    phone.sync().await;
    Scene { service, wren, phone, case }
}

fn waiting(phone: &Phone) -> Vec<PendingDecision> {
    phone.core.pending_decisions().expect("they are read")
}

/// What of this kind waits; nothing else does.
fn only(phone: &Phone, matter: Matter) -> PendingDecision {
    let mut waiting = waiting(phone);
    assert_eq!(waiting.iter().map(|one| one.matter).collect::<Vec<_>>(), [matter]);
    waiting.remove(0)
}

fn words(phone: &Phone, case: CaseId) -> Vec<String> {
    phone.core.what_matters(case).expect("they are read").into_iter().map(|one| one.matters.words).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_put_something_away_hears_that_an_edit_won_whichever_came_first() {
    for edit_comes_first in [true, false] {
        let Scene { service, phone, case, .. } = scene().await;
        let ada = service.phone(service.client_of(case, "Ada Nowak")).await;
        let garden = phone.core.say_what_matters(case, "my garden", None).unwrap();
        phone.sync().await;
        ada.sync().await;
        ada.core.reword_what_matters(garden, "my garden and the birds").unwrap();
        phone.core.put_away_what_matters(garden).unwrap();
        let order = if edit_comes_first { [&ada, &phone] } else { [&phone, &ada] };
        for one in order {
            one.sync().await;
        }
        // A backup in between: the phone need not keep what it sent, and its person hears of it all the same.
        service.backup("backup.db");
        for one in [&phone, &ada, &phone] {
            one.sync().await;
            one.sync().await;
        }
        for one in [&phone, &ada] {
            assert_eq!(words(one, case), ["my garden and the birds"], "the edit won");
        }
        let told = only(&phone, Matter::EditWins);
        assert_eq!((told.record, told.case), (garden, Some(case)));
        phone.core.resolve_decision(&told.id, &Settlement::Noted).unwrap();
        assert!(waiting(&phone).is_empty(), "it is said once");
        phone.sync().await;
        assert!(waiting(&phone).is_empty());
    }
}

/// One assessment submitted on two phones of one person with different answers; gives the first phone and both ids.
async fn submitted_twice(scene: &Scene) -> (Phone, EntityId, EntityId) {
    let Scene { service, wren, phone, case } = scene;
    let draft = phone.core.start_assessment(*case, "ons4", Mode::Home).expect("it begins").assessment;
    let answer = |on: &Phone, item: &str, value| {
        on.core.answer(draft, item, &Response::Value(value)).expect("it is written");
    };
    for item in ["satisfaction", "worthwhile", "happiness", "anxiety"] {
        answer(phone, item, 6);
    }
    phone.core.pause_assessment(draft).expect("it is kept");
    phone.sync().await;
    let tablet = service.phone(*wren).await;
    tablet.sync().await;
    answer(&tablet, "happiness", 2);
    tablet.core.pause_assessment(draft).expect("it is kept");
    tablet.core.submit_assessment(draft).expect("it is submitted");
    let first = phone.core.submit_assessment(draft).expect("it is submitted");
    phone.sync().await;
    tablet.sync().await;
    phone.sync().await;
    tablet.sync().await;
    let all = phone.core.assessments(*case).expect("they are read");
    let second = all.iter().find(|one| one.state == AssessmentState::NeedsConfirmation).expect("a second").id;
    (tablet, first, second)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_submitted_twice_counts_nowhere_until_a_person_says_which_counts() {
    for choice in [0, 1] {
        let scene = scene().await;
        let (tablet, first, second) = submitted_twice(&scene).await;
        let Scene { service, phone, case, wren } = scene;
        let points = |on: &Phone| on.core.change_over_time(case, "ons4").unwrap().held.len();
        assert_eq!(points(&phone), 1, "only the first counts");
        let asked = only(&phone, Matter::SubmittedTwice);
        assert_eq!((asked.record, asked.choices.len(), asked.choices[0].stands), (second, 2, true));
        let said: Vec<_> = asked.choices.iter().map(|one| one.value.as_str().unwrap().to_owned()).collect();
        assert!(said[0].contains('6') && said[1].contains('2'), "{said:?}");
        assert_eq!(said[0].lines().count(), 1, "only where they differ");
        let wrong = phone.core.resolve_decision(&asked.id, &Settlement::Choose(2));
        assert!(wrong.is_err(), "it is one of the two");

        phone.core.resolve_decision(&asked.id, &Settlement::Choose(choice)).unwrap();
        assert!(waiting(&phone).is_empty());
        phone.sync().await;
        tablet.sync().await;
        let fresh = service.phone(wren).await;
        fresh.sync().await;
        for one in [&phone, &tablet, &fresh] {
            assert!(waiting(one).iter().all(|one| one.matter != Matter::SubmittedTwice));
            assert_eq!(points(one), 1, "one of them counts");
            let (counts, void) = if choice == 0 { (first, second) } else { (second, first) };
            let view = |id| one.core.assessment(id).unwrap();
            assert_eq!((view(counts).void_because, view(counts).state), (None, AssessmentState::Submitted));
            assert!(view(void).void_because.unwrap().contains("counts"), "it says why it is void");
            assert_eq!(view(void).answered, 4, "and can still be read");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_declared_void_says_why_on_every_phone_and_can_still_be_read() {
    let Scene { service, wren, phone, case } = scene().await;
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "Tea with somebody else.").unwrap();
    phone.core.promise(note, "to bring the leaflet").unwrap();
    let signed = phone.core.sign_note(note).unwrap();
    phone.sync().await;
    assert!(phone.core.case_overview(case).unwrap().last_promise.is_some());
    phone.core.void_record(signed, "It was about another person.").unwrap();
    phone.sync().await;
    let fresh = service.phone(wren).await;
    fresh.sync().await;
    for one in [&phone, &fresh] {
        for view in [one.core.note(signed).unwrap(), one.core.notes(case).unwrap().remove(0)] {
            assert_eq!(view.void_because.as_deref(), Some("It was about another person."));
            assert_eq!(view.note.body, "Tea with somebody else.");
        }
        assert_eq!(one.core.case_overview(case).unwrap().last_promise, None, "nothing in it is owed");
    }
}

/// Somebody types on one phone what they sign, without those words, on another: the draft is open again, with what was signed beside
/// it. They sign it again, on the phone that shows both.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_an_edit_opened_again_can_be_signed_again_and_is_looked_at_once_more() {
    let Scene { service, wren, phone, case } = scene().await;
    let second = service.phone(wren).await;
    let draft = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(draft, "She wants to walk.").unwrap();
    phone.core.save_note(draft).unwrap();
    phone.sync().await;
    second.sync().await;
    second.core.keep_note(draft, "She wants to swim.").unwrap();
    second.core.save_note(draft).unwrap();
    let signed = phone.core.sign_note(draft).unwrap();
    for one in [&phone, &second, &phone] {
        one.sync().await;
    }
    let bodies = |phone: &Phone| {
        let notes = phone.core.notes(case).expect("they are read").into_iter();
        let mut bodies: Vec<_> = notes.map(|note| note.note.body).collect();
        bodies.sort();
        bodies
    };
    assert_eq!(bodies(&phone), ["She wants to walk."]);
    assert_eq!(phone.core.note(draft).unwrap().note.body, "She wants to swim.");

    assert_eq!(phone.core.sign_note(draft).unwrap(), signed, "of one draft there is one signed note");
    assert_eq!(bodies(&phone), ["She wants to walk."], "which does not change");
    for one in [&phone, &second] {
        one.sync().await;
        let drafts = one.core.drafts().expect("they are read");
        assert_eq!(drafts.len(), 1, "what was signed the second time is to be looked at");
        assert_eq!(one.core.note(drafts[0].id).unwrap().note.body, "She wants to swim.");
        assert_eq!(bodies(one), ["She wants to walk."]);
        one.core
            .verify(std::time::Duration::from_secs(60))
            .await
            .map(|report| assert_eq!(report.repaired, 0))
            .unwrap();
    }
    let amendment = phone.core.drafts().unwrap()[0].id;
    phone.core.sign_note(amendment).unwrap();
    phone.sync().await;
    second.sync().await;
    for one in [&phone, &second] {
        assert_eq!(bodies(one), ["She wants to swim.", "She wants to walk."]);
    }
}
