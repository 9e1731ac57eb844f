//! What was erased at somebody's request (rule 24): gone from every phone and every page, and brought back by nobody.

use std::time::Duration;

use alongside_core::exchange::ExportForm;
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId, Role};
use alongside_server::admin::{assign, list_devices, revoke_device};
use alongside_server::erase;
use alongside_server::store::{ReadTxn, StoreError};
use alongside_tests::service::{Phone, Service};

use crate::support::{add, at_rest, goal, note, notes, reword, service, wordings, worker};

const LONG: Duration = Duration::from_secs(60);

fn erase_for_good(service: &Service, id: EntityId) {
    erase(&service.settings(), &*service.store, &service.ports, service.organisation, &[id])
        .expect("it is erased");
}

/// Nothing of `words` is in the phone's file, decrypted.
fn assert_not_on(phone: &Phone, words: &[&str]) {
    let file = phone.decrypted();
    for word in words {
        assert!(!file.windows(word.len()).any(|bytes| bytes == word.as_bytes()), "the phone holds {word}");
        assert_eq!(phone.core.search(word, 9).expect("it is searched").len(), 0, "{word}");
    }
}

/// Everything of the history, and of what phones left, that the server still has words of.
fn history(service: &Service) -> String {
    let said = |txn: &dyn ReadTxn| {
        let org = txn.find_organisation(service.organisation)?.expect("it is there").no;
        let mut said = String::new();
        for replica in txn.list_replicas(org)? {
            for push in txn.list_pushes(org, replica.number, 0)? {
                push.ops.iter().filter_map(|op| op.text()).for_each(|text| said += text);
            }
        }
        for op in txn.list_ever_set_aside(org)? {
            said += &op.op;
        }
        for (left, _) in txn.list_salvage_rows(org)? {
            txn.find_salvage_texts(org, left)?.unwrap_or_default().iter().for_each(|text| said += text);
        }
        Ok::<_, StoreError>(said)
    };
    service.store.read(said).expect("it can be read")
}

fn assert_not_in_history(service: &Service, words: &[&str]) {
    let said = history(service);
    for word in words {
        assert!(!said.contains(word), "the server's history holds {word}");
    }
}

/// A case whose every word is to go.
fn doomed(phone: &Phone) -> (CaseId, EntityId) {
    let case = add(phone, "Mo Quillfeather");
    let goal = goal(phone, case, "see the zugspitze");
    note(phone, case, "She likes marzipan.");
    (case, goal)
}

const DOOMED: &[&str] = &["Quillfeather", "zugspitze", "marzipan", "xylophone", "kumquat", "vuvuzela"];

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_a_phone_away_for_six_months_loses_it_with_what_it_had_written_meanwhile() {
    let service = service().await;
    let (wren, phone, stays) = worker(&service).await;
    let (case, wish) = doomed(&phone);
    goal(&phone, stays, "swim");
    phone.sync().await;
    let away = service.phone(wren).await;
    away.sync().await;
    away.core.search("marzipan", 9).expect("it is indexed");
    // Written with no signal: an edit, a goal, a signed note, a form that is still open, and work on another case.
    reword(&away, wish, "play the xylophone");
    goal(&away, case, "eat a kumquat");
    note(&away, case, "She heard a vuvuzela.");
    let open = away.core.start_note(case, None).unwrap();
    away.core.type_note(open, "Quillfeather, half a sentence").unwrap();
    goal(&away, stays, "knit");
    assert_eq!(away.core.drafts().unwrap().len(), 1);

    erase_for_good(&service, EntityId(case.0));
    for phone in [&phone, &away] {
        phone.sync().await;
        phone.sync().await;
        at_rest(phone);
        assert_eq!(phone.core.caseload().unwrap().len(), 1);
        assert_eq!(phone.core.drafts().unwrap().len(), 0);
        assert_not_on(phone, DOOMED);
    }
    assert_not_in_history(&service, DOOMED);
    phone.sync().await;
    assert_eq!(wordings(&phone, stays), ["knit", "swim"]);
    let report = phone.core.verify(LONG).await.unwrap();
    assert_eq!(report.repaired, 0, "phone and server hold the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_a_phone_restored_from_a_backup_of_before_loses_it_again() {
    let service = service().await;
    let (_, phone, stays) = worker(&service).await;
    let (case, wish) = doomed(&phone);
    phone.sync().await;
    reword(&phone, wish, "play the xylophone");
    let backup = phone.copy_files();
    phone.sync().await;
    erase_for_good(&service, EntityId(case.0));
    goal(&phone, stays, "swim");
    phone.sync().await;
    assert_not_on(&phone, DOOMED);

    let restored = phone.with_files(backup.path());
    drop(phone);
    note(&restored, case, "She heard a vuvuzela.");
    goal(&restored, stays, "knit");
    restored.sync().await;
    restored.sync().await;
    at_rest(&restored);
    assert_eq!(wordings(&restored, stays), ["knit", "swim"]);
    assert_not_on(&restored, DOOMED);
    assert_not_in_history(&service, DOOMED);
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_a_server_restored_from_a_backup_of_before_erases_it_again() {
    let mut service = service().await;
    let (wren, phone, stays) = worker(&service).await;
    let (case, _) = doomed(&phone);
    goal(&phone, stays, "swim");
    phone.sync().await;
    let away = service.phone(wren).await;
    away.sync().await;
    let backup = service.backup("backup.db");
    goal(&phone, case, "eat a kumquat");
    phone.sync().await;
    erase_for_good(&service, EntityId(case.0));
    goal(&phone, stays, "knit");
    phone.sync().await;

    service.restore(&backup).await;
    assert_not_in_history(&service, DOOMED);
    goal(&away, case, "play the xylophone");
    for phone in [&phone, &away, &phone] {
        phone.sync().await;
    }
    for phone in [&phone, &away] {
        at_rest(phone);
        assert_eq!(wordings(phone, stays), ["knit", "swim"]);
        assert_not_on(phone, DOOMED);
    }
    assert_not_in_history(&service, DOOMED);
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_a_backup_made_after_it_is_whole_and_phones_come_back_from_it_with_the_rest() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let wish = goal(&phone, case, "see the zugspitze");
    goal(&phone, case, "swim");
    phone.sync().await;
    erase_for_good(&service, wish);
    phone.sync().await;
    let backup = service.backup("backup.db");
    note(&phone, case, "Tea and cake.");
    goal(&phone, case, "knit");
    phone.sync().await;
    assert_not_on(&phone, &["zugspitze"]);
    service.restore(&backup).await;
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["knit", "swim"]);
    assert_eq!(notes(&phone, case), ["Tea and cake."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_a_phone_whose_kept_work_has_a_gap_hands_over_the_rest_to_a_restored_server() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let backup = service.backup("backup.db");
    goal(&phone, case, "swim");
    let wish = goal(&phone, case, "see the zugspitze");
    goal(&phone, case, "knit");
    phone.sync().await;
    erase_for_good(&service, wish);
    phone.sync().await;
    assert_not_on(&phone, &["zugspitze"]);
    service.restore(&backup).await;
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["knit", "swim"]);
    assert_not_in_history(&service, &["zugspitze"]);
}

/// A colleague was put on the case after the backup: the restored server knows of no phone but Wren's that had it. What his read
/// of the case he left with the server, and keeps until a backup holds it.
#[tokio::test(flavor = "multi_thread")]
async fn rule_24_what_a_reader_left_with_a_restored_server_goes_from_their_phone_too() {
    for left_before in [false, true] {
        let mut service = service().await;
        let (_, phone, _) = worker(&service).await;
        let (case, _) = doomed(&phone);
        phone.sync().await;
        let idris = service.person(Role::LinkWorker, "Idris Bell");
        let his = service.phone(idris).await;
        let stays = add(&his, "Bo Example");
        goal(&his, stays, "swim");
        his.sync().await;
        let backup = service.backup("backup.db");
        assign(&*service.store, &service.ports, case, idris).expect("he is put on it");
        his.sync().await;
        assert_eq!(wordings(&his, case), ["see the zugspitze"]);

        service.restore(&backup).await;
        if left_before {
            his.sync().await;
            assert!(his.core.client(case).is_err(), "he may not read it any more");
            assert!(history(&service).contains("zugspitze"), "it was left, so that nothing is lost");
        }
        erase_for_good(&service, EntityId(case.0));
        for _ in 0..2 {
            his.sync().await;
        }
        at_rest(&his);
        assert_not_on(&his, DOOMED);
        assert_not_in_history(&service, DOOMED);
        assert_eq!(wordings(&his, stays), ["swim"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_what_stands_in_an_open_form_of_a_lost_phone_goes_with_its_case() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let open = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(open, "She likes marzipan.").unwrap();
    let device = list_devices(&*service.store, service.organisation).unwrap()[0].id;
    revoke_device(&*service.store, &service.ports, device).unwrap();
    assert_eq!(phone.try_sync().await, Err("token_revoked".into()));
    assert!(history(&service).contains("marzipan"), "it was left, so that nothing is lost");
    erase_for_good(&service, EntityId(case.0));
    assert_not_in_history(&service, &["marzipan"]);
    assert_eq!(phone.try_sync().await, Err("token_revoked".into()));
    assert_not_in_history(&service, &["marzipan"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_pages_and_exports_no_longer_show_it() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let assessment = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    for question in phone.core.assessment(assessment).unwrap().questions {
        phone.core.answer(assessment, &question.item, &Response::Value(7)).unwrap();
        phone.core.comment(assessment, &question.item, "About the zugspitze.").unwrap();
    }
    let submitted = phone.core.submit_assessment(assessment).unwrap();
    let signed = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(signed, "She likes marzipan.").unwrap();
    let signed = phone.core.sign_note(signed).unwrap();
    let wish = goal(&phone, case, "bake marzipan");
    phone.sync().await;
    let mut supervisor = service.supervisor().await;
    assert_eq!(supervisor.received().await.len(), 1);
    let export = |phone: &Phone| {
        let file = phone.core.export(case, ExportForm::Goals).expect("it is exported");
        String::from_utf8_lossy(&file.bytes).into_owned()
    };
    assert!(export(&phone).contains("marzipan"));

    for id in [submitted, signed, wish] {
        erase_for_good(&service, id);
    }
    phone.sync().await;
    assert_eq!(supervisor.received().await, Vec::<String>::new());
    assert!(!supervisor.open(&format!("/assessments/{submitted}")).await.contains("Personal well-being"));
    assert!(!export(&phone).contains("marzipan"));
    assert!(phone.core.assessments(case).unwrap().is_empty() && phone.core.notes(case).unwrap().is_empty());
    assert_not_on(&phone, &["marzipan", "zugspitze"]);
}
