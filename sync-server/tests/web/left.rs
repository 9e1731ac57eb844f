//! What phones left in quarantine: listed without its words, shown with those a supervisor may read, decided once.

use alongside_core::model::{Audience, CaseId, DeviceId, EntityId, Op, ReplicaId, StreamRef};
use alongside_core::ports::{Ids, SystemIds};
use alongside_core::wire::DeviceDescription;
use alongside_server::store::{NewDevice, Salvage, StoreError};
use serde_json::json;

use crate::service::{ClientCase, Service};
use crate::serving::Serving;

/// Has a phone of the link worker leave a contact of this case and a draft of their own; answers the page's path.
pub(crate) fn leave(service: &Service, ClientCase(case): ClientCase) -> String {
    let ids = SystemIds;
    let contact = EntityId(ids.uuid());
    let place = [("place".to_owned(), json!("the blue kitchen"))].into();
    let work = Op::create(contact, StreamRef::of_case(case, Audience::Work), "contact", place);
    let own = [("body".to_owned(), json!("my own gooseberries")), ("case".to_owned(), json!(case))].into();
    let person = &service.link_worker;
    let draft = Op::create(EntityId(ids.uuid()), StreamRef::private(person.id), "visit_note", own);
    let token: Vec<u8> = contact.0.into_bytes().repeat(2);
    let no = service.store.write(|txn| {
        let device = txn.add_device(&NewDevice {
            id: DeviceId(ids.uuid()),
            person: person.no,
            token_hash: token.clone().try_into().unwrap(),
            description: &DeviceDescription { platform: "test".into(), build: "1".into() },
            at: service.now(),
        })?;
        let replica = ReplicaId(ids.uuid());
        txn.add_replica(service.org, device, replica, service.now())?;
        let ops = [&work, &draft].map(|op| serde_json::to_string(op).unwrap()).to_vec();
        let (hash, at) = ([7; 32], service.now());
        let left = Salvage { device, person: person.no, replica, first_n: 1, ops, hash, at };
        txn.add_salvage(service.org, &left)?;
        Ok::<_, StoreError>(txn.list_salvage(service.org, 50)?.last().map_or(0, |left| left.no))
    });
    format!("/decisions/left/{}", no.unwrap())
}

fn left(service: &Service) -> usize {
    service.store.read(|txn| txn.list_salvage(service.org, 50)).unwrap().len()
}

fn places(service: &Service, case: CaseId) -> Vec<String> {
    let stream = StreamRef::of_case(case, Audience::Work);
    let found = service.store.read(|txn| {
        let Some(stream) = txn.find_stream(service.org, stream)? else { return Ok(Vec::new()) };
        let batch = alongside_server::store::Batch { rows: 50, bytes: 1 << 20 };
        let (records, _) = txn.list_records(stream, Default::default(), batch)?;
        Ok::<_, StoreError>(records)
    });
    let records = found.unwrap().into_iter();
    records.filter_map(|one| Some(one.entity.cells.get("place")?.value.as_str()?.to_owned())).collect()
}

#[test]
fn what_a_phone_left_is_listed_without_its_words_and_shown_without_its_author_s_own() {
    let service = Service::new();
    let path = leave(&service, service.add_client("Marjorie Okafor"));
    let serving = Serving::plain(&service);
    let list = serving.signed_in().open("/decisions");
    assert!(list.has(&path) && list.words().contains("Tomasz Zielinski"), "{}", list.words());
    assert!(!list.has("kitchen") && !list.has("gooseberries"));
    let page = serving.signed_in().open(&path);
    assert_eq!(page.status, 200);
    for said in ["Marjorie Okafor", "A new contact", "the blue kitchen", "which only they read"] {
        assert!(page.words().contains(said), "{said} in {}", page.words());
    }
    assert!(!page.has("gooseberries"));
    let acts: Vec<String> = service.audit().into_iter().map(|entry| entry.act).collect();
    assert!(acts.contains(&"read_left".to_owned()), "{acts:?}");
}

#[test]
fn what_is_taken_in_takes_effect_once_and_what_is_left_aside_never() {
    let service = Service::new();
    let client = service.add_client("Mo Example");
    let path = leave(&service, client);
    let serving = Serving::plain(&service);
    let decide = |decision: &str, note: &str| {
        let mut browser = serving.signed_in();
        let token = browser.open(&path).hidden("form_token");
        browser.post(&path, &[("form_token", &token), ("decision", decision), ("note", note)])
    };
    for (decision, note) in [("leave", " "), ("", "x"), ("burn", "x"), ("leave", &"x".repeat(2_001))] {
        let page = decide(decision, note);
        assert!(page.status == 422 && page.has("There is a problem"), "{decision} {}", page.status);
    }
    assert_eq!((left(&service), places(&service, client.0).len()), (1, 0));
    // The link worker was never put on this case, so neither the contact nor anything else can be taken in.
    let page = decide("accept", "");
    assert!(page.status == 422 && page.words().contains("Not taken in"), "{}", page.words());
    assert_eq!(decide("leave", "She wrote it again.").status, 303);
    assert_eq!((left(&service), places(&service, client.0).len()), (0, 0));
    assert_eq!(serving.signed_in().open(&path).status, 404);
}

#[test]
fn nobody_decides_on_it_without_the_page_s_own_form_or_finds_what_is_not_there() {
    let service = Service::new();
    let path = leave(&service, service.add_client("Mo Example"));
    let serving = Serving::plain(&service);
    let theirs = serving.signed_in().open(&path).hidden("form_token");
    let sent = [("form_token", theirs.as_str()), ("decision", "leave"), ("note", "x")];
    assert_eq!(serving.signed_in().post(&path, &sent).status, 403);
    assert_eq!(serving.browser().post(&path, &sent).status, 303, "sent to sign in");
    for path in ["/decisions/left/0", "/decisions/left/99", "/decisions/left/x", "/decisions/left/-1"] {
        assert_eq!(serving.signed_in().open(path).status, 404, "{path}");
    }
    assert_eq!(left(&service), 1);
}
