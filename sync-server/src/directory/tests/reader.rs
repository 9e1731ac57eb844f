//! Who the directory is for: everybody of the organisation, whenever they came.

use alongside_core::model::Role;
use serde_json::json;

use super::service::{Service, entry};
use crate::admin;
use crate::ports::Ports;

const EVERYBODY: [Role; 3] = [Role::LinkWorker, Role::Client, Role::Supervisor];

#[tokio::test]
async fn everybody_reads_the_directory_whether_they_came_before_or_after_it() {
    let service = Service::new();
    let before: Vec<_> =
        (1..).zip(EVERYBODY).map(|(number, role)| service.add_person(number, role)).collect();
    assert!(before.iter().all(|person| !service.reads_directory(person)), "there is none yet");
    service.import_file(json!([entry(1, json!({}))]).to_string()).await;
    assert!(before.iter().all(|person| service.reads_directory(person)));
    for role in EVERYBODY {
        let new = admin::NewPerson { role, name: "Idris Invented", sign_in: None };
        let id = admin::make_person(&*service.store, &Ports::system(), service.organisation.id, new).unwrap();
        let person = service.store.read(|txn| txn.find_person(id)).unwrap().unwrap();
        assert!(service.reads_directory(&person), "{role:?}");
    }
}

#[tokio::test]
async fn somebody_who_left_is_granted_nothing() {
    let service = Service::new();
    let left = service.add_person(1, Role::LinkWorker);
    admin::disable_person(&*service.store, &Ports::system(), left.id).unwrap();
    service.import_file(json!([entry(1, json!({}))]).to_string()).await;
    assert!(!service.reads_directory(&left));
}
