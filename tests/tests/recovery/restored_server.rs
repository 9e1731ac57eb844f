//! The server's database restored from a backup: what phones still hold comes back.

use std::time::Duration;

use alongside_core::companion::CompanionError;
use alongside_core::model::{CaseId, Role};
use alongside_core::store::Standing;
use alongside_server::admin::{self, list_salvage};
use alongside_tests::service::{Fault, Phone};

use crate::support::{add, at_rest, goal, note, notes, reword, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_after_the_backup_comes_back_from_the_phones() {
    let mut service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let second = service.phone(wren).await;
    let sing = goal(&phone, case, "sing");
    phone.sync().await;
    second.sync().await;
    let backup = service.backup("backup.db");
    reword(&phone, sing, "sing in a choir");
    goal(&phone, case, "walk");
    note(&phone, case, "After the backup.");
    phone.sync().await;
    second.sync().await;
    goal(&second, case, "cook");
    second.sync().await;

    service.restore(&backup).await;
    phone.sync().await;
    second.sync().await;
    phone.sync().await;
    for phone in [&phone, &second] {
        at_rest(phone);
        assert_eq!(wordings(phone, case), ["cook", "sing in a choir", "walk"]);
        assert_eq!(notes(phone, case), ["After the backup."]);
    }
    let fresh = service.phone(wren).await;
    fresh.sync().await;
    assert_eq!(wordings(&fresh, case), ["cook", "sing in a choir", "walk"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_opened_after_the_backup_comes_back_whole() {
    let mut service = service().await;
    let (_, phone, _) = worker(&service).await;
    let backup = service.backup("backup.db");
    let case = add(&phone, "Bo Example");
    goal(&phone, case, "dance");
    phone.sync().await;
    service.restore(&backup).await;
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["dance"]);
    assert_eq!(phone.core.caseload().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_was_opened_and_handed_on_since_the_backup_is_shown_again_by_the_phone_that_opened_it() {
    let mut service = service().await;
    let (wren, phone, _) = worker(&service).await;
    let backup = service.backup("backup.db");
    let case = add(&phone, "Bo Example");
    goal(&phone, case, "dance");
    phone.sync().await;
    admin::unassign(&*service.store, &service.ports, case, wren, None).unwrap();
    phone.sync().await;
    assert_eq!(phone.core.caseload().unwrap().len(), 1, "they are off the case");
    service.restore(&backup).await;
    // Nobody but this phone has the case now, and the server does not know that they were off it.
    phone.sync().await;
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(phone.core.caseload().unwrap().len(), 2);
    assert_eq!(wordings(&phone, case), ["dance"]);
    assert_eq!(phone.core.verify(Duration::from_secs(60)).await.unwrap().repaired, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_enrolled_after_the_backup_is_enrolled_again_and_loses_nothing() {
    let mut service = service().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let backup = service.backup("backup.db");
    let phone = service.phone(wren).await;
    let case = add(&phone, "Ada Nowak");
    goal(&phone, case, "sing");
    phone.sync().await;
    service.restore(&backup).await;
    assert_eq!(phone.try_sync().await, Err("unauthorised".into()));
    phone.core.enrol(&service.url, &service.code(wren), "test").await.unwrap();
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_restored_twice_is_noticed_twice() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let backup = service.backup("backup.db");
    for words in ["sing", "walk"] {
        goal(&phone, case, words);
        phone.sync().await;
        service.restore(&backup).await;
    }
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing", "walk"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_made_again_after_a_restore_takes_no_edit_for_one_of_a_text_its_writer_never_saw() {
    let mut service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let (second, third) = (service.phone(wren).await, service.phone(wren).await);
    for phone in [&second, &third] {
        phone.sync().await;
    }
    let backup = service.backup("backup.db");
    let sing = goal(&phone, case, "sing");
    phone.sync().await;
    second.sync().await;
    reword(&second, sing, "sing at home");
    second.sync().await;
    third.sync().await;
    reword(&third, sing, "sing in a choir");
    third.sync().await;
    // The first phone has seen none of this. Once the server is restored its text is in the revision that the third one names.
    reword(&phone, sing, "sing on Tuesdays");
    service.restore(&backup).await;
    for phone in [&phone, &third, &second, &phone] {
        phone.sync().await;
    }
    let goals = phone.core.goals(case).expect("they can be read");
    let mut said = goals[0].other_wordings.clone();
    said.push(goals[0].goal.wording.clone());
    assert!(said.contains(&"sing on Tuesdays".to_owned()), "{said:?}");
    assert!(said.contains(&"sing in a choir".to_owned()), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_a_backup_is_safe_and_what_is_not_is_kept() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let sing = goal(&phone, case, "sing");
    assert_eq!(phone.core.standing(sing).unwrap(), Standing::OnThisPhone);
    phone.sync().await;
    assert_eq!(phone.core.standing(sing).unwrap(), Standing::Sent);
    assert!(phone.core.sync_state().unwrap().unsafe_yet > 0);
    service.backup("backup.db");
    phone.sync().await;
    assert_eq!(phone.core.standing(sing).unwrap(), Standing::Safe);
    assert_eq!(phone.core.sync_state().unwrap().unsafe_yet, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn cases_that_others_were_given_after_the_backup_leave_a_phone_that_no_longer_has_them() {
    let mut service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    let idris = service.phone(idris_id).await;
    idris.sync().await;
    let backup = service.backup("backup.db");
    admin::assign(&*service.store, &service.ports, case, idris_id).unwrap();
    idris.sync().await;
    assert_eq!(idris.core.caseload().unwrap().len(), 1);
    service.restore(&backup).await;
    idris.sync().await;
    assert!(idris.core.caseload().unwrap().is_empty(), "the restored server gave it to nobody else");
    phone.sync().await;
    assert_eq!(phone.core.caseload().unwrap().len(), 1);
    admin::reassign(&*service.store, &service.ports, case, wren, idris_id, None).unwrap();
    idris.sync().await;
    assert_eq!(idris.core.caseload().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_signed_after_a_restore_is_the_same_on_phone_and_server() {
    let mut service = service().await;
    let (_, phone, case) = worker(&service).await;
    let backup = service.backup("backup.db");
    service.restore(&backup).await;
    phone.sync().await;
    note(&phone, case, "Signed after the restore.");
    phone.sync().await;
    let report = phone.core.verify(Duration::from_secs(60)).await.unwrap();
    assert_eq!((report.repaired, notes(&phone, case)), (0, vec!["Signed after the restore.".to_owned()]));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_whose_signature_went_with_the_server_are_not_shown_as_signed_when_others_were() {
    let mut service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let second = service.phone(wren).await;
    let draft = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(draft, "First words.").unwrap();
    phone.core.save_note(draft).unwrap();
    phone.sync().await;
    second.sync().await;
    let backup = service.backup("backup.db");
    second.core.sign_note(draft).unwrap();
    second.sync().await;
    assert_eq!(notes(&second, case), ["First words."]);
    // The first phone hears nothing of it and signs other words, which reach the restored server before the second's.
    phone.core.keep_note(draft, "Second words.").unwrap();
    phone.core.sign_note(draft).unwrap();
    service.restore(&backup).await;
    for phone in [&phone, &second, &phone] {
        phone.sync().await;
        assert_eq!(notes(phone, case), ["Second words."]);
    }
    let shown = second.core.note(draft).map(|shown| shown.note.body);
    assert!(matches!(shown, Err(CompanionError::NotFound)), "the sealed copy says it all: {shown:?}");
}

/// More than one request and more than one page of work: cases with long notes, each opened when the one before is written.
fn write_much(phone: &Phone, names: &[&str], first: CaseId) -> Vec<(CaseId, usize)> {
    let mut cases = Vec::new();
    for name in std::iter::once(None).chain(names.iter().map(Some)) {
        let case = name.map_or(first, |name| add(phone, name));
        for n in 0..12 {
            note(phone, case, &format!("{n} {}", "long ".repeat(8_000)));
            goal(phone, case, &format!("goal {n:02}"));
        }
        cases.push((case, 12));
    }
    cases
}

/// Whether a phone shows all of that.
fn shows(phone: &Phone, cases: &[(CaseId, usize)]) {
    assert_eq!(phone.core.caseload().expect("it can be read").len(), cases.len());
    for (case, count) in cases {
        assert_eq!((notes(phone, *case).len(), wordings(phone, *case).len()), (*count, *count), "{case}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_one_request_of_work_comes_back_and_is_on_the_phone_at_once() {
    for before in [true, false] {
        let mut service = service().await;
        let (wren, phone, case) = worker(&service).await;
        let mut backup = service.backup("before.db");
        let cases = write_much(&phone, &["Bo Example", "Cy Example", "Di Example"], case);
        if !before {
            // The line is lost once the first request was answered: the backup is from the middle of it.
            phone.network.pass_next(1);
            phone.network.fail_next(Fault::Unreachable);
            phone.try_sync().await.expect_err("the line is gone");
            backup = service.backup("middle.db");
        }
        phone.sync().await;
        shows(&phone, &cases);
        service.restore(&backup).await;
        phone.sync().await;
        at_rest(&phone);
        shows(&phone, &cases);
        let report = phone.core.verify(Duration::from_secs(60)).await.unwrap();
        assert_eq!(report.repaired, 0);
        shows(&phone, &cases);
        assert_eq!(
            list_salvage(&*service.store, service.organisation, 10).unwrap().len(),
            0,
            "nothing is donated"
        );
        let fresh = service.phone(wren).await;
        fresh.sync().await;
        shows(&fresh, &cases);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_wrote_in_a_case_that_comes_back_is_offered_and_not_shown_as_if_it_were_there() {
    let mut service = service().await;
    let (_, phone, _) = worker(&service).await;
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    let idris = service.phone(idris_id).await;
    let backup = service.backup("backup.db");
    let case = add(&phone, "Bo Example");
    phone.sync().await;
    admin::assign(&*service.store, &service.ports, case, idris_id).unwrap();
    idris.sync().await;
    goal(&idris, case, "dance");
    idris.sync().await;
    phone.sync().await;
    assert_eq!(wordings(&phone, case), ["dance"]);

    // The colleague's phone is gone.
    service.restore(&backup).await;
    phone.sync().await;
    phone.sync().await;
    at_rest(&phone);
    assert!(wordings(&phone, case).is_empty(), "the server has no such goal");
    let left = list_salvage(&*service.store, service.organisation, 10).unwrap();
    assert_eq!(left.iter().map(|left| left.count).collect::<Vec<_>>(), [1]);
}
