//! Restored, erased, damaged, lost: what becomes of photos then.

use alongside_core::companion::{Companion, CompanionError, Setup};
use alongside_core::model::EntityId;
use alongside_core::store::StoreError;
use alongside_server::admin::{list_devices, wipe_device};
use alongside_tests::service::damaging::{copy, count_pages, damage, fold};

use crate::support::{LONG, Pair, bare, erase_for_good, fetch, holds, photo, send, shown, unsent};

const BYTES: usize = 600_000;

#[tokio::test(flavor = "multi_thread")]
async fn what_a_restored_server_lost_of_a_photo_is_sent_again() {
    let mut pair = Pair::on_a_file().await;
    let first = pair.checks_in(1, BYTES).id;
    pair.client.sync().await;
    let backup = pair.service.backup("before.db");
    let second = pair.checks_in(2, BYTES).id;
    pair.client.sync().await;
    assert_eq!(send(&pair.client).await.unwrap().whole, 2);

    pair.service.restore(&backup).await;
    pair.client.sync().await;
    assert_eq!(unsent(&pair.client), 2, "nobody knows what the server has");
    assert_eq!(send(&pair.client).await.unwrap().whole, 2);
    pair.worker.sync().await;
    pair.worker.sync().await;
    for (seed, id) in [(1, first), (2, second)] {
        assert_eq!(fetch(&pair.worker, id).await, Ok(Some(bare(seed, BYTES))));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_restored_server_has_of_a_photo_travels_once() {
    let mut pair = Pair::on_a_file().await;
    pair.sends(1, BYTES).await;
    let backup = pair.service.backup("before.db");
    pair.service.restore(&backup).await;
    pair.client.sync().await;
    let before = pair.client.network.traffic().1;
    assert_eq!(send(&pair.client).await.unwrap().whole, 1);
    assert!(pair.client.network.traffic().1 - before < 1_000, "it is only asked for");
}

#[tokio::test(flavor = "multi_thread")]
async fn rule_24_an_erased_photo_is_in_no_file_of_anybody() {
    let pair = Pair::on_a_file().await;
    let photo = pair.sends(1, BYTES).await;
    pair.worker.sync().await;
    fetch(&pair.worker, photo.id).await.unwrap();
    let inside = &bare(1, BYTES)[1_000..1_040];
    let server = || std::fs::read(pair.service.folder().join("server.db")).unwrap();
    pair.service.store.checkpoint().unwrap();
    assert!(holds(&server(), inside) && holds(&pair.worker.decrypted(), inside));

    erase_for_good(&pair.service, EntityId(pair.case.0));
    assert!(!holds(&server(), inside));
    for phone in [&pair.client, &pair.worker] {
        phone.sync().await;
        phone.sync().await;
        assert!(!holds(&phone.decrypted(), inside));
        assert!(shown(phone, pair.case).is_empty());
    }
    assert_eq!(unsent(&pair.client), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn photos_that_were_not_sent_are_saved_out_of_a_damaged_file() {
    let Pair { service, worker, client, case, goal, .. } = Pair::new().await;
    let id = client.core.add_photo(goal, &photo(3, BYTES)).unwrap();
    client.sync().await;
    let (folder, setup) = client.close();
    let (mut tried, mut saved, mut last) = (0, 0, None);
    fold(folder.path(), 2);
    for page in (5..count_pages(folder.path())).step_by(17) {
        let copied = copy(folder.path());
        damage(copied.path(), page);
        let setup = Setup { folder: copied.path().to_owned(), ..setup.clone() };
        let (core, rescued) = Companion::rescue(setup).unwrap();
        tried += 1;
        if rescued.enrolled && core.sync_state().unwrap().photos_unsent == 1 {
            saved += 1;
            last = Some((copied, core));
        }
    }
    // The photo fills most of the file, and a page of it that cannot be read costs the photo.
    assert!(saved > 0 && saved < tried, "{saved} of {tried}");
    let (_copied, core) = last.unwrap();
    core.synchronise(LONG).await.unwrap();
    assert_eq!(core.send_photos(LONG, false).await.unwrap().whole, 1);
    worker.sync().await;
    assert_eq!(fetch(&worker, id).await, Ok(Some(bare(3, BYTES))));
    assert_eq!(shown(&worker, case).len(), 1);
    drop(service);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_phone_leaves_its_photos_before_it_destroys_its_files() {
    let pair = Pair::new().await;
    let id = pair.worker.core.add_photo(pair.goal, &photo(4, BYTES)).unwrap();
    pair.worker.sync().await;
    let devices = list_devices(&*pair.service.store, pair.service.organisation).unwrap();
    let lost = devices.iter().find(|device| device.person == pair.wren).unwrap().id;
    wipe_device(&*pair.service.store, &pair.service.ports, lost).unwrap();
    assert_eq!(pair.worker.try_sync().await, Err("wiped".into()));
    assert!(matches!(pair.worker.core.caseload(), Err(CompanionError::Store(StoreError::Missing))));
    pair.client.sync().await;
    assert_eq!(fetch(&pair.client, id).await, Ok(Some(bare(4, BYTES))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_with_a_photo_that_was_not_sent_is_not_handed_to_somebody_else() {
    let pair = Pair::new().await;
    pair.worker.core.add_photo(pair.goal, &photo(5, BYTES)).unwrap();
    pair.worker.sync().await;
    let idris = pair.service.person(alongside_core::model::Role::LinkWorker, "Idris Bell");
    let enrol =
        || async { pair.worker.core.enrol(&pair.service.url, &pair.service.code(idris), "test").await };
    assert!(enrol().await.is_err());
    send(&pair.worker).await.unwrap();
    enrol().await.unwrap();
    assert!(!holds(&pair.worker.decrypted(), &bare(5, BYTES)[1_000..1_040]));
}
