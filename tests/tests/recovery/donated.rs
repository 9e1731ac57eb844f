//! The server restored from a backup, and the phone of whoever wrote since then gone: another phone still has what it had
//! read. It offers that; a supervisor decides; nothing of it takes effect before.

use alongside_core::model::Role;
use alongside_server::admin::{self, list_salvage};
use alongside_tests::service::{NewerPhone, Phone, Service};
use serde_json::json;

use crate::support::{add, at_rest, goal, note, notes, reword, service, texts, wordings, worker};

/// How many records and operations wait for a decision, by bundle.
fn left(service: &Service) -> Vec<u64> {
    let left = list_salvage(&*service.store, service.organisation, 100).expect("it can be listed");
    left.into_iter().map(|left| left.count).collect()
}

/// Has everything taken in that waits, and answers what the pages said before.
async fn approve(service: &Service) -> String {
    let mut browser = service.supervisor().await;
    let mut said = browser.open("/decisions").await;
    let links: Vec<String> = said
        .split("href=\"/decisions/left/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|no| format!("/decisions/left/{no}"))
        .collect();
    for link in links {
        said.push_str(&browser.open(&link).await);
        assert!(browser.decide(&link, "accept", "").await, "it is taken in");
    }
    said
}

/// A colleague's phone with all cases of Wren's.
async fn colleague(service: &Service, cases: &[alongside_core::model::CaseId]) -> Phone {
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    for case in cases {
        admin::assign(&*service.store, &service.ports, *case, idris).expect("he is put on it");
    }
    let phone = service.phone(idris).await;
    phone.sync().await;
    phone
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_a_reader_s_phone_still_had_comes_back_once_a_supervisor_approves() {
    let mut service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let sing = goal(&phone, case, "sing");
    phone.sync().await;
    let ada = service.phone(service.client_of(case, "Ada Nowak")).await;
    ada.sync().await;
    let backup = service.backup("backup.db");
    goal(&phone, case, "walk");
    reword(&phone, sing, "sing in a choir");
    phone.sync().await;
    ada.sync().await;
    assert_eq!(wordings(&ada, case), ["sing in a choir", "walk"]);

    // Wren's phone is gone.
    service.restore(&backup).await;
    ada.sync().await;
    ada.sync().await;
    assert_eq!(left(&service), [2], "two records, left once");
    let fresh = service.phone(wren).await;
    fresh.sync().await;
    for reader in [&ada, &fresh] {
        assert_eq!(wordings(reader, case), ["sing"], "nothing takes effect before a person approves");
    }

    let said = approve(&service).await;
    for word in ["Ada Nowak", "A goal as a phone had it", "no longer has it", "Something else stands here"] {
        assert!(said.contains(word), "{word} in {said}");
    }
    assert_eq!(left(&service), [] as [u64; 0]);
    for reader in [&ada, &fresh] {
        reader.sync().await;
        at_rest(reader);
        assert_eq!(texts(reader, case), ["sing", "sing in a choir", "walk"]);
    }

    // It turns up after all, down the back of a sofa.
    phone.sync().await;
    fresh.sync().await;
    for reader in [&phone, &fresh] {
        at_rest(reader);
        assert_eq!(reader.core.goals(case).unwrap().len(), 2, "nothing is there twice");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signed_note_and_a_whole_case_come_back_from_a_colleague_s_phone() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let idris_s = colleague(&service, &[case]).await;
    let idris = idris_s.core.me().unwrap().unwrap().person;
    let backup = service.backup("backup.db");
    note(&phone, case, "After the backup.");
    let second = add(&phone, "Bo Example");
    goal(&phone, second, "dance");
    phone.sync().await;
    admin::assign(&*service.store, &service.ports, second, idris).unwrap();
    idris_s.sync().await;
    assert_eq!(notes(&idris_s, case), ["After the backup."]);
    assert_eq!(wordings(&idris_s, second), ["dance"]);

    service.restore(&backup).await;
    idris_s.sync().await;
    assert!(idris_s.core.client(second).is_err(), "the restored server has no such case");
    assert_eq!(left(&service).len(), 2, "a bundle for each case");
    approve(&service).await;
    let fresh = service.phone(idris).await;
    for reader in [&idris_s, &fresh] {
        reader.sync().await;
        at_rest(reader);
        assert_eq!(wordings(reader, second), ["dance"]);
        let notes = reader.core.notes(case).unwrap();
        assert_eq!((notes.len(), notes[0].note.body.as_str()), (1, "After the backup."));
        assert_eq!(notes[0].author, "Wren Okafor", "it is its author's still");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_author_s_phone_came_back_there_is_nothing_to_decide() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let idris_s = colleague(&service, &[case]).await;
    let backup = service.backup("backup.db");
    goal(&phone, case, "walk");
    note(&phone, case, "After the backup.");
    phone.sync().await;
    idris_s.sync().await;

    service.restore(&backup).await;
    idris_s.sync().await;
    assert_eq!(left(&service), [2]);
    phone.sync().await;
    let page = service.supervisor().await.open("/decisions").await;
    assert!(page.contains("Nothing waits for a decision"), "{page}");
    assert_eq!(left(&service), [] as [u64; 0]);
    idris_s.sync().await;
    for reader in [&phone, &idris_s] {
        at_rest(reader);
        assert_eq!((wordings(reader, case), notes(reader, case).len()), (vec!["walk".to_owned()], 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_aside_comes_back_nowhere_and_stays_on_the_server() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let idris_s = colleague(&service, &[case]).await;
    let backup = service.backup("backup.db");
    goal(&phone, case, "walk");
    phone.sync().await;
    idris_s.sync().await;
    service.restore(&backup).await;
    idris_s.sync().await;
    let mut browser = service.supervisor().await;
    let list = browser.open("/decisions").await;
    let no = list.split("/decisions/left/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let page = format!("/decisions/left/{no}");
    assert!(!browser.decide(&page, "leave", "").await, "not without a note");
    assert!(browser.decide(&page, "leave", "It was a trial.").await);
    idris_s.sync().await;
    assert_eq!((wordings(&idris_s, case), left(&service)), (vec![], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_donates_what_they_could_never_have_read_or_a_seal_around_other_words() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    note(&phone, case, "Tea.");
    phone.sync().await;
    let signed = phone.core.notes(case).unwrap().remove(0).id;
    let ada = service.client_of(case, "Ada Nowak");
    let forger = NewerPhone::enrol(&service, ada).await;
    let donate = |id: &str, stream: &str, kind: &str, rest: serde_json::Value| {
        let mut text =
            json!({"k": "donate", "e": id, "s": format!("{stream}:{case}"), "t": kind, "by": wren});
        text.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        text.to_string()
    };
    let fresh = "00000000-0000-4000-8000-0000000000e1";
    let texts = [
        donate(&case.to_string(), "core", "client", json!({"f": {"name": "Somebody Else"}})),
        donate(&signed.to_string(), "work", "visit_note", json!({"f": {"body": "Poison."}})),
        donate(
            fresh,
            "shared",
            "visit_note",
            json!({"st": "sealed", "f": {"body": "Poison."}, "seal": {"hash": "00", "by": wren, "at": 5}}),
        ),
    ];
    assert_eq!(forger.leave(&texts).await, 3);
    let mut browser = service.supervisor().await;
    let list = browser.open("/decisions").await;
    let no = list.split("/decisions/left/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let page = format!("/decisions/left/{no}");
    assert!(!browser.decide(&page, "accept", "").await, "none of it can be taken in");
    phone.sync().await;
    let again = service.phone(wren).await;
    again.sync().await;
    for reader in [&phone, &again] {
        at_rest(reader);
        assert_eq!(reader.core.client(case).unwrap().client.name, "Ada Nowak");
        assert_eq!(notes(reader, case), ["Tea."]);
    }
}
