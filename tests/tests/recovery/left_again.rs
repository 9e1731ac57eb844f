//! A server restored once more, to before what phones had left with it in quarantine: they still have that, and leave it
//! again. Where it is there already, a supervisor sees it once.

use alongside_core::model::{CaseId, Role};
use alongside_server::admin::{self, list_salvage};
use alongside_tests::service::{Phone, Service};

use crate::support::{at_rest, goal, reword, service, wordings, worker};

/// How many records and operations wait for a decision, by bundle.
fn left(service: &Service) -> Vec<u64> {
    let left = list_salvage(&*service.store, service.organisation, 100).expect("it can be listed");
    left.into_iter().map(|left| left.count).collect()
}

fn holds(phone: &Phone, words: &str) -> bool {
    let file = phone.decrypted();
    file.windows(words.len()).any(|window| window == words.as_bytes())
}

/// A goal that its author's phone took with it when it was lost, after a colleague's had read it; and a server from before.
async fn only_a_reader_has_it(service: &mut Service, words: &str) -> (Phone, CaseId, std::path::PathBuf) {
    let (_, phone, case) = worker(service).await;
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    admin::assign(&*service.store, &service.ports, case, idris_id).expect("he is put on it");
    let idris = service.phone(idris_id).await;
    idris.sync().await;
    let backup = service.backup("before.db");
    goal(&phone, case, words);
    phone.sync().await;
    idris.sync().await;
    service.restore(&backup).await;
    idris.sync().await;
    assert!(wordings(&idris, case).is_empty());
    assert_eq!(left(service), [1]);
    (idris, case, backup)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_donated_is_donated_again_to_a_server_that_went_back_to_before_that() {
    let mut service = service().await;
    let (idris, case, backup) = only_a_reader_has_it(&mut service, "walk by the canal").await;
    service.restore(&backup).await;
    assert_eq!(left(&service), [] as [u64; 0], "it went with the server");
    idris.sync().await;
    idris.sync().await;
    at_rest(&idris);
    assert_eq!((left(&service), wordings(&idris, case)), (vec![1], vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_backup_holds_is_there_once_and_the_phone_keeps_it_no_longer() {
    let mut service = service().await;
    let words = "walk by the canal";
    let (idris, case, _) = only_a_reader_has_it(&mut service, words).await;
    let backup = service.backup("with.db");
    idris.sync().await;
    assert!(holds(&idris, words), "nothing has told the phone that a backup holds it");
    service.restore(&backup).await;
    idris.sync().await;
    assert_eq!(left(&service), [1], "the same phone's same record is one thing to decide");
    goal(&idris, case, "dance");
    idris.sync().await;
    assert!(holds(&idris, words));
    service.backup("later.db");
    idris.sync().await;
    assert!(!holds(&idris, words), "it is somebody else's, and a backup has it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_before_is_not_there_twice_beside_something_new_of_the_same_case() {
    let mut service = service().await;
    let (idris, case, _) = only_a_reader_has_it(&mut service, "walk").await;
    let ada = service.phone(service.client_of(case, "Ada Nowak")).await;
    ada.sync().await;
    let backup = service.backup("with.db");
    goal(&ada, case, "dance");
    ada.sync().await;
    idris.sync().await;
    assert_eq!(wordings(&idris, case), ["dance"]);
    // Her phone is gone as well.
    service.restore(&backup).await;
    idris.sync().await;
    assert_eq!(left(&service), [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_aside_does_not_come_up_again_when_it_is_left_again() {
    let mut service = service().await;
    let (idris, _, _) = only_a_reader_has_it(&mut service, "walk").await;
    let mut browser = service.supervisor().await;
    let list = browser.open("/decisions").await;
    let no = list.split("/decisions/left/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    assert!(browser.decide(&format!("/decisions/left/{no}"), "leave", "It was a trial.").await);
    let backup = service.backup("decided.db");
    service.restore(&backup).await;
    idris.sync().await;
    assert_eq!(left(&service), [] as [u64; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn operations_out_of_a_damaged_file_are_left_again_too() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let backup = service.backup("before.db");
    let text = format!(r#"{{"k":"set","e":"{case}","f":{{"name":"Ada N."}},"b":1}}"#);
    let phone = phone.tampered(&format!(
        "INSERT INTO salvaged (replica, n, op) SELECT replica_id, 9, '{text}' FROM device"
    ));
    phone.sync().await;
    assert_eq!(left(&service), [1]);
    service.restore(&backup).await;
    phone.sync().await;
    assert_eq!(left(&service), [1], "left again");
    let later = service.backup("later.db");
    service.restore(&later).await;
    phone.sync().await;
    assert_eq!(left(&service), [1], "and kept once");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_later_backup_held_is_offered_with_what_was_written_on_it_since() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let older = service.backup("older.db");
    let sing = goal(&phone, case, "sing");
    phone.sync().await;
    service.backup("newer.db");
    phone.sync().await;
    assert_eq!(phone.core.sync_state().expect("it is read").unsafe_yet, 0, "its operation is forgotten");
    reword(&phone, sing, "sing in a choir");

    // The newer backup cannot be read after all.
    service.restore(&older).await;
    phone.sync().await;
    phone.sync().await;
    let _ = phone.core.verify(std::time::Duration::from_secs(60)).await;
    assert_eq!(left(&service), [1], "the goal as the server had it");
    let mut browser = service.supervisor().await;
    let list = browser.open("/decisions").await;
    let no = list.split("/decisions/left/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    assert!(browser.decide(&format!("/decisions/left/{no}"), "accept", "").await);
    phone.sync().await;
    assert_eq!(phone.core.goals(case).expect("they can be read").len(), 1);
    let page = service.supervisor().await.open("/decisions").await;
    assert!(page.contains("A change to a goal"), "what was written on it waits too: {page}");
}
