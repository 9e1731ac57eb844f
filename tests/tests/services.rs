//! The directory of services on its whole way: a feed imported by an administrator, carried to a phone, and searched where
//! there is no signal. The work a search costs is held by what it looks through, never by time; the time is in
//! `tests/benches/floors/searching.rs`.

use alongside_core::companion::{NewClient, NewReferral, ServiceSearch};
use alongside_core::model::Role;
use alongside_core::model::kinds::{NeedCategory, ServiceStatus};
use alongside_tests::service::Service;

const SERVICES: usize = 5_000;

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_services_reach_a_phone_and_are_searched_with_no_signal() {
    let service = Service::start().await;
    let report = service.import_directory(SERVICES, "2026-06-01").await;
    assert!(report.is_complete(), "{report}");
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    phone.sync().await;
    phone.network.set_aeroplane(true);

    let all = phone.core.search_services(&ServiceSearch::default(), 20).unwrap();
    assert_eq!((all.services.len(), all.looked_through), (20, SERVICES as u64));
    let need = ServiceSearch { category: Some(NeedCategory::Connection), ..ServiceSearch::default() };
    let found = phone.core.search_services(&need, 20).unwrap();
    assert!(found.looked_through < all.looked_through, "a need looks through its own services alone");
    assert!(found.fitting > 0 && found.services.len() <= 20);
    let words = ServiceSearch { words: Some("community".into()), ..ServiceSearch::default() };
    let named = phone.core.search_services(&words, 20).unwrap();
    assert!(named.fitting > 0 && named.looked_through <= 1_000, "{} looked through", named.looked_through);

    let again = service.import_directory(SERVICES, "2026-06-01").await;
    assert!(again.is_complete());
    phone.network.set_aeroplane(false);
    assert_eq!(phone.sync().await.received, 0, "an unchanged feed costs phones nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_is_picked_referred_to_and_known_again_when_it_closes() {
    let service = Service::start().await;
    service.import_directory(60, "2026-06-01").await;
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    phone.sync().await;
    let case =
        phone.core.add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() }).unwrap();
    let picker = phone.core.pick_service(case, None, &ServiceSearch::default()).unwrap();
    assert!(picker.shelves.len() >= 5, "{} categories", picker.shelves.len());
    let card = picker.shelves.iter().flat_map(|shelf| &shelf.services).next().unwrap().clone();
    let new = NewReferral { service: Some(card.id), ..NewReferral::to(card.service.name.clone(), "company") };
    let referral = phone.core.refer_onward(case, &new).unwrap();
    let kept = phone.core.referrals(case).unwrap().remove(0).referral;
    assert_eq!(kept.service, Some(card.id));
    assert!(
        kept.service_hash.is_some_and(|hash| hash.len() == 64),
        "the entry as it was is named by its hash"
    );

    let report = service.import_directory(31, "2026-06-01").await;
    assert!(report.is_complete(), "{report}");
    phone.sync().await;
    let closed = ServiceSearch { with_inactive: true, ..ServiceSearch::default() };
    let found = phone.core.search_services(&closed, 100).unwrap();
    assert_eq!(found.services.len(), 60, "nothing is deleted");
    let gone = found.services.iter().find(|card| card.service.status == ServiceStatus::Inactive).unwrap();
    assert!(!gone.alerts.is_empty(), "a service that does not run says so");
    assert!(phone.core.referrals(case).unwrap().iter().any(|view| view.id == referral));
}
