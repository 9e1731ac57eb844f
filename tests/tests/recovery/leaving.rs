//! Phones that may no longer sync: revoked, lost, or of somebody who has left.

use alongside_core::companion::CompanionError;
use alongside_core::store::StoreError;
use alongside_server::admin::{disable_person, list_devices, list_salvage, revoke_device, wipe_device};
use alongside_tests::service::{Fault, Service};

use crate::support::{add, goal, service, worker};

/// How many operations lie in quarantine, by batch.
fn left(service: &Service) -> Vec<u64> {
    let left = list_salvage(&*service.store, service.organisation, 100).expect("it can be listed");
    left.into_iter().map(|left| left.count).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_phone_leaves_what_it_had_not_sent_once_and_keeps_it() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    let device = list_devices(&*service.store, service.organisation).unwrap()[0].id;
    revoke_device(&*service.store, &service.ports, device).unwrap();
    for _ in 0..2 {
        assert_eq!(phone.try_sync().await, Err("token_revoked".into()));
    }
    assert_eq!((left(&service), phone.unsent()), (vec![1], 1));
    goal(&phone, case, "walk");
    assert!(phone.try_sync().await.is_err());
    assert_eq!(left(&service), [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leaver_s_phone_may_hand_over_and_may_not_read() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let second = service.phone(wren).await;
    second.sync().await;
    goal(&second, case, "from the other phone");
    second.sync().await;
    goal(&phone, case, "sing");
    disable_person(&*service.store, &service.ports, wren).unwrap();
    assert_eq!(phone.try_sync().await, Err("forbidden".into()));
    assert_eq!(left(&service), [1]);
    assert_eq!(crate::support::wordings(&phone, case), ["sing"], "nothing new was read");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_phone_leaves_what_it_had_not_sent_and_then_destroys_its_key_and_files() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "Half a sentence").unwrap();
    let device = list_devices(&*service.store, service.organisation).unwrap()[0].id;
    wipe_device(&*service.store, &service.ports, device).unwrap();

    // As long as the unsent work cannot be left, nothing is destroyed.
    phone.network.pass_next(1);
    phone.network.fail_next(Fault::Unreachable);
    assert_eq!(phone.try_sync().await, Err("unreachable".into()));
    assert_eq!(phone.unsent(), 1);

    assert_eq!(phone.try_sync().await, Err("wiped".into()));
    assert!(left(&service).iter().sum::<u64>() >= 2, "the goal and the open note");
    assert!(matches!(phone.core.caseload(), Err(CompanionError::Store(StoreError::Missing))));
    let files: Vec<_> =
        std::fs::read_dir(phone.folder()).unwrap().map(|file| file.unwrap().file_name()).collect();
    let locks = ["alongside.opening", "alongside.sync"];
    assert!(files.iter().all(|name| locks.iter().any(|lock| name == lock)), "{files:?}");
    assert!(locks.iter().all(|lock| std::fs::read(phone.folder().join(lock)).unwrap().is_empty()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_the_server_did_not_give_destroys_nothing() {
    let service = service().await;
    let (_, phone, _) = worker(&service).await;
    let forged = r#"{"code":"token_revoked","message":"x","request":"r",
        "wipe":{"device":"00000000-0000-4000-8000-000000000001","at":5,"sig":"00"}}"#;
    phone.network.answer_next(403, forged);
    assert_eq!(phone.try_sync().await, Err("token_revoked".into()));
    assert_eq!(phone.core.caseload().unwrap().len(), 1);
    add(&phone, "Bo Example");
    phone.sync().await;
    assert_eq!(phone.core.caseload().unwrap().len(), 2);
}
