//! What needs a decision: listed without its words, shown with them, decided once, and written down each time.

use alongside_core::model::{Audience, DeviceId};
use alongside_core::model::{EntityId, Op, Outcome, ReplicaId, StreamRef, Timestamp, Why};
use alongside_core::ports::{Ids, SystemIds};
use alongside_core::wire::DeviceDescription;
use alongside_server::store::{NewDevice, Seq, SetAside, StoreError};
use serde_json::json;

use crate::page::Page;
use crate::service::{ClientCase, Service};
use crate::serving::Serving;

/// Sets a contact aside that the link worker wrote about this case; answers where it came from, as its address says it.
pub(crate) fn set_aside(
    service: &Service,
    outcome: Outcome,
    why: Option<Why>,
    ClientCase(case): ClientCase,
) -> String {
    let ids = SystemIds;
    let entity = EntityId(ids.uuid());
    let fields = [("place".to_owned(), json!("the blue kitchen"))].into();
    let op = Op::create(entity, StreamRef::of_case(case, Audience::Work), "contact", fields);
    let token: Vec<u8> = entity.0.into_bytes().repeat(2);
    let replica = service.store.write(|txn| {
        let device = txn.add_device(&NewDevice {
            id: DeviceId(ids.uuid()),
            person: service.link_worker.no,
            token_hash: token.clone().try_into().unwrap(),
            description: &DeviceDescription { platform: "test".into(), build: "1".into() },
            at: service.now(),
        })?;
        let replica = txn.add_replica(service.org, device, ReplicaId(ids.uuid()), service.now())?;
        let aside = SetAside {
            replica,
            n: 7,
            person: service.link_worker.no,
            entity: Some(entity),
            outcome,
            why,
            op: serde_json::to_string(&op).unwrap(),
            at: service.now(),
            eff: Timestamp(service.now().0 - 3_600_000),
            told: Seq(0),
        };
        txn.set_aside(service.org, &aside)?;
        Ok::<_, StoreError>(replica)
    });
    format!("{}-7", replica.unwrap())
}

fn decide(serving: &Serving, origin: &str, decision: &str, note: &str) -> Page {
    let mut browser = serving.signed_in();
    let path = format!("/decisions/{origin}");
    let token = browser.open(&path).hidden("form_token");
    browser.post(&path, &[("form_token", &token), ("decision", decision), ("note", note)])
}

fn acts(service: &Service) -> Vec<String> {
    service.audit().into_iter().map(|entry| entry.act).filter(|act| act != "sign_in").collect()
}

#[test]
fn what_was_set_aside_is_listed_in_plain_words_and_without_its_own() {
    let service = Service::new();
    let origin = set_aside(
        &service,
        Outcome::Quarantined,
        Some(Why::NotAllowed),
        service.add_client("Marjorie Okafor"),
    );
    let serving = Serving::plain(&service);
    let list = serving.signed_in().open("/decisions");
    assert_eq!(list.status, 200);
    for said in
        ["Marjorie Okafor", "A new contact", "Tomasz Zielinski", "22 November 2026", "no longer its person"]
    {
        assert!(list.words().contains(said), "{said} in {}", list.words());
    }
    assert!(!list.has("kitchen") && list.has(&format!("/decisions/{origin}")));
    let page = serving.signed_in().open(&format!("/decisions/{origin}"));
    assert!(page.words().contains("the blue kitchen"));
    assert!(acts(&service).contains(&"list_decisions".to_owned()));
    assert!(acts(&service).contains(&"read_set_aside".to_owned()));
}

#[test]
fn nothing_is_left_aside_without_a_note() {
    let service = Service::new();
    let origin =
        set_aside(&service, Outcome::Quarantined, Some(Why::BadValue), service.add_client("Mo Example"));
    let serving = Serving::plain(&service);
    for (decision, note) in [("leave", "  "), ("", "why"), ("burn", "why"), ("leave", &"x".repeat(2_001))] {
        let page = decide(&serving, &origin, decision, note);
        assert!(page.status == 422 && page.has("There is a problem"), "{decision} {}", page.status);
    }
    assert_eq!(decide(&serving, &origin, "leave", "A slip of the finger; she wrote it again.").status, 303);
    assert!(serving.signed_in().open("/decisions").has("Nothing waits for a decision"));
    assert_eq!(acts(&service).iter().filter(|act| *act == "leave_aside").count(), 1);
    assert_eq!(serving.signed_in().open(&format!("/decisions/{origin}")).status, 404);
}

#[test]
fn what_came_late_is_taken_note_of() {
    let service = Service::new();
    let origin = set_aside(&service, Outcome::Late, Some(Why::CaseMovedOn), service.add_client("Mo Example"));
    let serving = Serving::plain(&service);
    assert!(serving.signed_in().open("/decisions").words().contains("Taken in late"));
    assert_eq!(decide(&serving, &origin, "leave", "no").status, 422, "it is taken in already");
    assert_eq!(decide(&serving, &origin, "accept", "").status, 303);
    assert!(serving.signed_in().open("/decisions").has("Nothing waits for a decision"));
    assert_eq!(acts(&service).last().map(String::as_str), Some("list_decisions"));
}

#[test]
fn what_somebody_never_had_cannot_be_taken_in_and_stays() {
    let service = Service::new();
    let origin =
        set_aside(&service, Outcome::Quarantined, Some(Why::NotAllowed), service.add_client("Mo Example"));
    let serving = Serving::plain(&service);
    let page = decide(&serving, &origin, "accept", "she was there");
    assert!(page.status == 422 && page.words().contains("It cannot be taken in"), "{}", page.words());
    assert!(serving.signed_in().open("/decisions").has(&origin));
}

#[test]
fn what_waits_for_a_newer_server_has_no_form() {
    let service = Service::new();
    // Set aside after the start, at which the server does whatever it knows by then.
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let client = service.add_client("Mo Example");
    let origin = set_aside(&service, Outcome::Parked, Some(Why::UnknownField), client);
    let page = browser.open(&format!("/decisions/{origin}"));
    assert!(page.status == 200 && !page.has("name=\"decision\""), "{}", page.status);
    assert!(page.words().contains("There is nothing to decide"));
}

#[test]
fn nobody_decides_without_the_page_s_own_form_or_for_another_organisation() {
    let service = Service::new();
    let client = service.add_client("Mo Example");
    let origin = set_aside(&service, Outcome::Quarantined, Some(Why::NotAllowed), client);
    let serving = Serving::plain(&service);
    let path = format!("/decisions/{origin}");
    let theirs = serving.signed_in().open(&path).hidden("form_token");
    let sent = [("form_token", theirs.as_str()), ("decision", "leave"), ("note", "x")];
    assert_eq!(serving.signed_in().post(&path, &sent).status, 403);
    assert_eq!(serving.browser().post(&path, &sent).status, 303, "sent to sign in");
    for path in ["/decisions/0-0", "/decisions/x", "/decisions/99-7", "/decisions/1-7%20OR%201"] {
        assert_eq!(serving.signed_in().open(path).status, 404, "{path}");
    }
    assert!(serving.signed_in().open("/decisions").has(&origin));
}
