//! One phone that goes from one person to another: work keeps its author.

use alongside_core::companion::CompanionError;
use alongside_core::model::Role;
use alongside_core::sync::SyncError;
use alongside_server::admin::list_salvage;
use alongside_tests::service::Fault;

use crate::support::{goal, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn what_the_first_person_wrote_goes_out_under_their_name_and_nothing_of_it_stays() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    let me = phone.core.enrol(&service.url, &service.code(idris), "test").await.unwrap();
    assert_eq!(me.name, "Idris Bell");
    assert!(phone.core.caseload().unwrap().is_empty());
    assert_eq!(phone.unsent(), 0);
    phone.sync().await;
    assert!(phone.core.caseload().unwrap().is_empty());
    let second = service.phone(wren).await;
    second.sync().await;
    assert_eq!(wordings(&second, case), ["sing"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_with_unsent_work_is_not_handed_on() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    phone.network.fail_next(Fault::Unreachable);
    let refused = phone.core.enrol(&service.url, &service.code(idris), "test").await;
    assert!(matches!(refused, Err(CompanionError::Sync(SyncError::SomebodyElses))));
    assert_eq!((phone.unsent(), wordings(&phone, case)), (1, vec!["sing".to_owned()]));
    phone.sync().await;
    assert_eq!(phone.unsent(), 0, "it is still the first person's");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_person_enrolled_again_goes_on_where_they_were() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    phone.sync().await;
    phone.network.fail_next(Fault::ReplyLost);
    goal(&phone, case, "walk");
    assert!(phone.try_sync().await.is_err());
    phone.network.fail_next(Fault::Unreachable);
    goal(&phone, case, "cook");
    phone.core.enrol(&service.url, &service.code(wren), "test").await.unwrap();
    assert_eq!(phone.unsent(), 1, "the server proved to have the rest");
    phone.sync().await;
    crate::support::at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["cook", "sing", "walk"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_out_of_a_damaged_file_is_left_before_a_phone_is_handed_on() {
    let service = service().await;
    let (_, phone, _) = worker(&service).await;
    let text = r#"{"k":"archive","e":"00000000-0000-4000-8000-0000000000a2"}"#;
    let sql = format!("INSERT INTO salvaged (replica, n, op) SELECT replica_id, 9, '{text}' FROM device");
    let phone = phone.tampered(&sql);
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    phone.network.fail_next(Fault::Unreachable);
    let refused = phone.core.enrol(&service.url, &service.code(idris), "test").await;
    assert!(matches!(refused, Err(CompanionError::Sync(SyncError::SomebodyElses))));
    let left = || list_salvage(&*service.store, service.organisation, 9).expect("it can be listed").len();
    assert_eq!(left(), 0);
    phone
        .core
        .enrol(&service.url, &service.code(idris), "test")
        .await
        .expect("it is left, and then handed on");
    assert_eq!(left(), 1);
}
