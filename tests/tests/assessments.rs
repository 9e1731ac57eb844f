//! Assessments as a conversation, from one phone to the other and to the supervisor's page.

use alongside_core::companion::{AssessmentState, NewClient};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{AssessmentOutcome, Mode};
use alongside_core::model::{CaseId, Role};
use alongside_core::store::RecordRow;
use alongside_tests::service::{Phone, Service, signed_as_it_stands};
use serde_json::{Value, json};

/// An invented instrument with a concern in own words, its size, and rest; the score is rest doubled.
fn definition(version: u32, size_prompt: &str) -> String {
    let item = |id: &str, prompt: &str, set: &str| {
        json!({ "id": id, "name": id.replace('_', " "), "prompt": prompt, "response_set": set, "higher_is": "worse",
                "required": false })
    };
    let mut items = vec![
        item("worry", "What worries you most?", "words"),
        item("worry_size", size_prompt, "scale"),
        item("unrest", "How restless were your nights?", "scale"),
    ];
    items[0]["carry_over"] = json!(true);
    items[1]["about"] = json!("worry");
    items[2]["same_since"] = json!(1);
    let definition: Value = json!({
        "id": "made-up", "version": version, "title": "Made-up questions", "owner": "Nobody",
        "licence": { "id": "N-1", "holder": "The Invented Trust", "text": "Used under licence N-1." },
        "languages": ["en-GB"], "order": "free",
        "response_sets": [
            { "id": "scale", "scale": { "min": 0, "max": 4, "min_label": "not at all", "max_label": "very" } },
            { "id": "words", "own_words": { "max_chars": 200 } }
        ],
        "items": items,
        "scores": [{ "id": "double", "name": "unrest doubled", "higher_is": "worse", "missing": "no_score",
                     "items": [{ "item": "unrest" }], "steps": [{ "times": 2 }] }]
    });
    definition.to_string()
}

fn first() -> String {
    definition(1, "How much does it weigh on you?")
}

fn second() -> String {
    definition(2, "How heavy is it?")
}

async fn worker(service: &Service) -> Phone {
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    phone.core.load_pack(&signed_as_it_stands(&first())).expect("the pack is taken");
    phone
}

fn add(phone: &Phone) -> CaseId {
    phone
        .core
        .add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() })
        .expect("it is written")
}

fn held(phone: &Phone, case: CaseId, worry: Option<&str>, unrest: i64) -> alongside_core::model::EntityId {
    let draft = phone.core.start_assessment(case, "made-up", Mode::Home).expect("it begins").assessment;
    if let Some(worry) = worry {
        phone.core.answer(draft, "worry", &Response::Text(worry.into())).expect("it is written");
    }
    phone.core.answer(draft, "unrest", &Response::Value(unrest)).expect("it is written");
    phone.core.submit_assessment(draft).expect("it is submitted")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_reads_their_own_copy_and_nothing_of_the_assessment_itself() {
    let service = Service::start().await;
    let worker = worker(&service).await;
    let case = add(&worker);
    let sealed = held(&worker, case, Some("the stairs"), 3);
    worker.sync().await;
    let client = service.phone(service.client_of(case, "Ada Nowak")).await;
    client.sync().await;
    assert!(client.core.assessment_copies(case).unwrap().is_empty(), "it is theirs once it is shared");

    worker.core.share_assessment(sealed).unwrap();
    worker.sync().await;
    client.sync().await;
    let copies = client.core.assessment_copies(case).unwrap();
    assert_eq!((copies.len(), copies[0].title.as_str()), (1, "Made-up questions"));
    assert_eq!(copies[0].licence.as_deref(), Some("Used under licence N-1."));
    let lines: Vec<_> =
        copies[0].lines.iter().map(|line| (line.asked.as_str(), line.said.as_str())).collect();
    assert!(lines.contains(&("What worries you most?", "the stairs")), "{lines:?}");
    assert!(lines.contains(&("How much does it weigh on you? – “the stairs”", "not answered")), "{lines:?}");
    assert!(client.core.assessments(case).unwrap().is_empty());
    assert!(client.core.assessment(sealed).is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_given_up_or_declined_reaches_the_supervisor_as_that_and_no_answer_with_it() {
    let service = Service::start_with_packs(&[first()]).await;
    let worker = worker(&service).await;
    let case = add(&worker);
    let draft = worker.core.start_assessment(case, "made-up", Mode::Home).unwrap().assessment;
    worker.core.answer(draft, "worry", &Response::Text("the gooseberry letters".into())).unwrap();
    worker.core.pause_assessment(draft).unwrap();
    worker.sync().await;
    worker.core.abandon_assessment(draft, Some("the kettle boiled over")).unwrap();
    worker.core.decline_assessment(case, "ons4", Mode::Phone, None).unwrap();
    worker.sync().await;
    assert_eq!((worker.unsent(), worker.core.remarks().unwrap().len()), (0, 0));

    let mut browser = service.supervisor().await;
    let mut pages = String::new();
    for path in browser.received().await {
        pages.push_str(&browser.open(&path).await);
    }
    for shown in ["Begun and given up", "the kettle boiled over", "Declined by the client"] {
        assert!(pages.contains(shown), "{shown}");
    }
    assert!(!pages.contains("gooseberry"), "what was said stays with its author");
    assert!(!pages.contains("no score"), "an ended one has no scores to miss");
    let outcomes: Vec<_> = worker.core.assessments(case).unwrap().iter().map(|one| one.outcome).collect();
    assert_eq!(outcomes.len(), 2);
    assert!(
        outcomes.contains(&AssessmentOutcome::Declined) && outcomes.contains(&AssessmentOutcome::Abandoned)
    );
    assert_eq!(worker.core.assessment(draft).unwrap().questions[0].said, "the gooseberry letters");
}

/// T6 through the server: the pack is upgraded on one phone while a draft of the old version waits, and the other phone
/// has only the new one.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_ends_in_its_own_version_and_every_phone_can_read_what_it_can() {
    let service = Service::start_with_packs(&[first(), second()]).await;
    let one = worker(&service).await;
    let case = add(&one);
    held(&one, case, Some("the stairs"), 4);
    let draft = one.core.start_assessment(case, "made-up", Mode::Home).unwrap().assessment;
    one.core.answer(draft, "worry_size", &Response::Value(2)).unwrap();
    one.core.pause_assessment(draft).unwrap();
    one.core.load_pack(&signed_as_it_stands(&second())).unwrap();
    let one = one.restarted();
    let again = one.core.start_assessment(case, "made-up", Mode::Phone).unwrap();
    assert_eq!((again.assessment, again.version, again.newer_version), (draft, 1, Some(2)));
    one.core.answer(draft, "unrest", &Response::Value(3)).unwrap();
    let sealed = one.core.submit_assessment(draft).unwrap();
    let next = held(&one, case, None, 1);
    one.sync().await;

    let other = service.phone(one.core.me().unwrap().unwrap().person).await;
    other.core.load_pack(&signed_as_it_stands(&second())).unwrap();
    other.sync().await;
    let old = other.core.assessment(sealed).unwrap();
    assert_eq!((old.title.as_str(), old.state), ("made-up", AssessmentState::Submitted));
    assert!(old.questions.iter().any(|one| one.said == "the stairs"), "shown as it was stored");
    assert_eq!(other.core.assessment(next).unwrap().title, "Made-up questions");

    let change = one.core.change_over_time(case, "made-up").unwrap();
    let question = |item: &str| change.questions.iter().find(|one| one.item == item).unwrap();
    let values: Vec<_> = question("unrest").times.iter().map(|time| time.value).collect();
    assert_eq!(values, [Some(4), Some(3), Some(1)], "declared the same across versions");
    assert_eq!(question("worry_size").times.len(), 1, "reworded, and so not compared");
    assert_eq!(other.core.change_over_time(case, "made-up").unwrap().left_out, 2);
}

/// The name travels beside the assessments: a supervisor's phone holds nothing else of whom they are about.
#[tokio::test(flavor = "multi_thread")]
async fn a_supervisors_phone_says_whom_each_assessment_is_about_and_knows_no_more() {
    let service = Service::start().await;
    let worker = worker(&service).await;
    let case = add(&worker);
    let sealed = held(&worker, case, Some("the stairs"), 3);
    worker.sync().await;
    let supervisor = service.phone(service.person(Role::Supervisor, "Ruth Adeyemi")).await;
    supervisor.sync().await;
    let received = supervisor.core.received_assessments(None).unwrap();
    assert!(!received.has_older);
    let line = &received.assessments[0];
    assert_eq!((received.assessments.len(), line.id), (1, sealed));
    assert_eq!((line.client.as_deref(), line.author.as_str()), (Some("Ada Nowak"), "Wren Okafor"));
    assert!(supervisor.core.client(case).is_err(), "who she is otherwise is not theirs");
    let mut streams = std::collections::BTreeSet::new();
    let mut note = |row: RecordRow| {
        streams.insert(row.stream.audience.name());
    };
    supervisor.core.visit_records(&mut note).unwrap();
    assert_eq!(streams.into_iter().collect::<Vec<_>>(), ["submitted"]);

    worker.core.void_record(sealed, "wrong person").unwrap();
    worker.sync().await;
    supervisor.sync().await;
    let line = supervisor.core.received_assessments(None).unwrap().assessments.remove(0);
    assert_eq!((line.state, line.void_because.as_deref()), (AssessmentState::Voided, Some("wrong person")));
}

/// Which of two drafts is gone on with must not hang on what clocks say: they are listed newest first by the phones' own.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_that_were_begun_with_no_signal_each_phone_goes_on_with_the_same() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let phones = [service.phone(wren).await, service.phone(wren).await];
    let case = add(&phones[0]);
    for phone in &phones {
        phone.sync().await;
    }
    let begin = |phone: &Phone| phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    let begun = phones.each_ref().map(|phone| {
        let draft = begin(phone);
        phone.core.answer(draft, "happiness", &Response::Value(7)).unwrap();
        phone.core.pause_assessment(draft).unwrap();
        draft
    });
    for phone in [&phones[0], &phones[1], &phones[0]] {
        phone.sync().await;
    }
    let first = begun.iter().min().copied().unwrap();
    assert_eq!(phones.each_ref().map(begin), [first, first]);
}
