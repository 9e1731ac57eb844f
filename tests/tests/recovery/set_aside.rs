//! The damaged file that a rescue sets aside stays, until what it holds may not be there any more.

use std::path::Path;
use std::time::Duration;

use alongside_core::companion::Companion;
use alongside_core::model::Role;
use alongside_server::admin::{list_devices, wipe_device};
use alongside_server::erase;
use alongside_tests::service::damaging::{damage, fold};
use alongside_tests::service::{Phone, Service};

use crate::support::{goal, service, worker};

const LONG: Duration = Duration::from_secs(60);

/// The phone after its file was damaged and what could be read of it saved.
fn rescued(phone: Phone) -> (Companion, tempfile::TempDir) {
    let (folder, setup) = phone.close();
    fold(folder.path(), 1);
    damage(folder.path(), 5);
    let (core, rescued) = Companion::rescue(setup).expect("what can be read is saved");
    assert!(rescued.damaged.exists() && rescued.salvage.exists());
    (core, folder)
}

/// How many files lie aside.
fn aside(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    let names = files.map(|file| file.expect("it can be read").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains("damaged-") || name.contains("salvage-")).count()
}

async fn rescued_phone(service: &Service) -> (Companion, tempfile::TempDir, alongside_core::model::EntityId) {
    let (_, phone, case) = worker(service).await;
    let sing = goal(&phone, case, "see the zugspitze");
    goal(&phone, case, "dance");
    phone.sync().await;
    let (core, folder) = rescued(phone);
    core.synchronise(LONG).await.expect("the sync goes through");
    assert!(aside(folder.path()) >= 2, "nothing was erased");
    (core, folder, sing)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_goes_with_the_files_that_were_set_aside() {
    let service = service().await;
    let (core, folder, sing) = rescued_phone(&service).await;
    erase(&service.settings(), &*service.store, &service.ports, service.organisation, &[sing])
        .expect("it is erased");
    core.synchronise(LONG).await.expect("the sync goes through");
    assert_eq!(aside(folder.path()), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_before_the_phone_had_read_it_again_goes_with_them_too() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let sing = goal(&phone, case, "see the zugspitze");
    phone.sync().await;
    let (core, folder) = rescued(phone);
    erase(&service.settings(), &*service.store, &service.ports, service.organisation, &[sing])
        .expect("it is erased");
    core.synchronise(LONG).await.expect("the sync goes through");
    assert_eq!(aside(folder.path()), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wipe_leaves_nothing_that_was_set_aside() {
    let service = service().await;
    let (core, folder, _) = rescued_phone(&service).await;
    let device = list_devices(&*service.store, service.organisation).unwrap()[0].id;
    wipe_device(&*service.store, &service.ports, device).unwrap();
    assert!(core.synchronise(LONG).await.is_err());
    assert_eq!(aside(folder.path()), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_becomes_somebody_else_s_keeps_nothing_that_was_set_aside() {
    let service = service().await;
    let (core, folder, _) = rescued_phone(&service).await;
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    core.enrol(&service.url, &service.code(idris), "test").await.expect("it is handed on");
    assert_eq!(aside(folder.path()), 0);
}
