//! Picking a service on a phone with no network: search, picker, looks before a referral, and what is written down.

use serde_json::json;

use super::*;
use crate::journey::picker::eligibility::Eligibility;
use crate::model::kinds::{Capacity, NeedCategory, OnwardReferral, Service, ServiceStatus, UnmetReason};
use crate::model::{Audience, Op, Record, StreamRef, to_fields};
use crate::ports::Clock as _;
use crate::store::local;

const CATEGORIES: [NeedCategory; 7] = [
    NeedCategory::Connection,
    NeedCategory::Money,
    NeedCategory::Housing,
    NeedCategory::Mood,
    NeedCategory::Lifestyle,
    NeedCategory::Digital,
    NeedCategory::Food,
];

fn service_id(number: u128) -> EntityId {
    EntityId(Uuid::from_u128(0x40 << 64 | number))
}

fn service(number: u128, category: NeedCategory) -> Service {
    let name = format!("Invented {category:?} {number}");
    Service { postcode: Some("HM4 2QT".into()), ..Service::new(name, ServiceStatus::Active, category) }
}

/// Puts a service on the phone as a sync would, past what a person may write.
fn put(phone: &Phone, number: u128, service: &Service) -> EntityId {
    let id = service_id(number);
    put_record(phone, id, StreamRef::directory(OrganisationId(Uuid::from_u128(3))), service);
    id
}

fn put_record<R: Record>(phone: &Phone, id: EntityId, stream: StreamRef, record: &R) {
    let op = Op::create(id, stream, R::ENTRY.name, to_fields(record).unwrap());
    let reading = phone.clock.read();
    phone
        .core
        .store
        .write(|transaction| {
            let who = identity::load_identity(transaction)?;
            local::commit(transaction, op.clone(), &who, &reading)
        })
        .unwrap();
}

/// A directory with `count` services, spread over the categories and over seven days.
fn directory(phone: &Phone, count: u128) {
    for number in 0..count {
        let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][number as usize / 7 % 7];
        let category = CATEGORIES[number as usize % CATEGORIES.len()];
        let (latitude, longitude) = (Some(53_500_000 + number as i64 * 1_000), Some(-1_250_000));
        put(
            phone,
            number,
            &Service { days: vec![day.into()], latitude, longitude, ..service(number, category) },
        );
    }
}

fn names(found: &[ServiceCard]) -> Vec<&str> {
    found.iter().map(|card| card.service.name.as_str()).collect()
}

#[test]
fn a_search_opens_only_what_it_shows() {
    let phone = worker();
    directory(&phone, 70);
    let all = phone.core.search_services(&ServiceSearch::default(), 5).unwrap();
    assert_eq!((all.services.len(), all.fitting, all.looked_through), (5, 70, 70));
    let search = ServiceSearch {
        category: Some(NeedCategory::Mood),
        days: vec!["tue".into()],
        ..ServiceSearch::default()
    };
    let found = phone.core.search_services(&search, 5).unwrap();
    assert_eq!((found.looked_through, found.fitting), (10, 2), "the index leads to the ten of this need");
    assert!(found.services.iter().all(|card| card.service.days == ["tue"]));
}

#[test]
fn words_find_services_and_nothing_else() {
    let phone = worker();
    let case = add_ada(&phone);
    phone.core.raise_need(case, NeedCategory::Connection, "A choir would be good").unwrap();
    put(&phone, 1, &Service { name: "The Open Choir".into(), ..service(1, NeedCategory::Connection) });
    put(&phone, 2, &Service { description: Some("Not a choir".into()), ..service(2, NeedCategory::Mood) });
    put(&phone, 3, &service(3, NeedCategory::Money));
    let search = ServiceSearch { words: Some("choi".into()), ..ServiceSearch::default() };
    let found = phone.core.search_services(&search, 10).unwrap();
    assert_eq!((found.services.len(), found.looked_through), (2, 2));
    for words in ["\" OR *", "nothing of the kind"] {
        let search = ServiceSearch { words: Some(words.into()), ..ServiceSearch::default() };
        assert_eq!(phone.core.search_services(&search, 10).unwrap().services.len(), 0, "{words}");
    }
}

#[test]
fn a_postcode_is_placed_by_the_services_around_it() {
    let phone = worker();
    directory(&phone, 70);
    let far = Service {
        postcode: Some("ZZ9 9ZZ".into()),
        latitude: Some(54_500_000),
        longitude: Some(-1_250_000),
        ..service(99, NeedCategory::Mood)
    };
    put(&phone, 99, &far);
    let search = ServiceSearch {
        postcode: Some("hm42aa".into()),
        within_metres: Some(20_000),
        ..ServiceSearch::default()
    };
    let found = phone.core.search_services(&search, 100).unwrap();
    assert_eq!(found.fitting, 70, "what is a hundred kilometres away is left out");
    assert!(found.services.iter().all(|card| card.metres.is_some_and(|metres| metres <= 20_000)));
    let nowhere = ServiceSearch {
        postcode: Some("XX1 1XX".into()),
        within_metres: Some(1),
        ..ServiceSearch::default()
    };
    assert_eq!(
        phone.core.search_services(&nowhere, 1).unwrap().fitting,
        71,
        "an unknown place leaves nothing out"
    );
}

#[test]
fn the_picker_shows_the_need_first_and_at_least_five_categories() {
    let phone = worker();
    directory(&phone, 70);
    let case = add_ada(&phone);
    let need = phone.core.raise_need(case, NeedCategory::Housing, "The flat is damp").unwrap();
    let picker = phone.core.pick_service(case, Some(need), &ServiceSearch::default()).unwrap();
    assert_eq!(picker.shelves[0].category, NeedCategory::Housing);
    assert!(picker.shelves.len() >= 5 && picker.open_categories == 7);
    assert!(!picker.nothing_for_the_need && !picker.rarely_used.is_empty());
    let none = phone.core.raise_need(case, NeedCategory::Legal, "My papers").unwrap();
    assert!(
        phone.core.pick_service(case, Some(none), &ServiceSearch::default()).unwrap().nothing_for_the_need
    );
}

#[test]
fn what_referrals_here_have_hardly_used_is_shown() {
    let phone = worker();
    directory(&phone, 70);
    let case = add_ada(&phone);
    for number in 0..12u128 {
        let used = if number % 2 == 0 { NeedCategory::Money } else { NeedCategory::Lifestyle };
        let referral = OnwardReferral {
            category: Some(used),
            ..OnwardReferral::new("Somewhere".into(), "So".into(), phone.clock.now())
        };
        put_record(
            &phone,
            EntityId(Uuid::from_u128(0x90 << 64 | number)),
            StreamRef::of_case(case, Audience::Work),
            &referral,
        );
    }
    let search = ServiceSearch { category: Some(NeedCategory::Money), ..ServiceSearch::default() };
    let rare = phone.core.pick_service(case, None, &search).unwrap().rarely_used;
    let used = [NeedCategory::Money, NeedCategory::Lifestyle];
    assert!(
        !rare.is_empty() && rare.iter().all(|card| !used.contains(&card.service.category)),
        "{:?}",
        names(&rare)
    );
}

#[test]
fn a_clients_age_is_looked_at_before_the_form() {
    let phone = worker();
    let new = NewClient { name: "Ada Nowak".into(), birth_year: Some(1950), ..NewClient::default() };
    let case = phone.core.add_client(&new).unwrap();
    let young = put(&phone, 1, &Service { maximum_age: Some(25), ..service(1, NeedCategory::Work) });
    let view = phone.core.check_eligibility(case, young, false, None).unwrap();
    assert_eq!(view.result, Eligibility::DoesNotFit);
    assert_eq!(view.reasons[0].words, "It takes people up to 25 years of age.");
    let open =
        put(&phone, 2, &Service { eligibility: Some("Women only".into()), ..service(2, NeedCategory::Work) });
    assert_eq!(phone.core.check_eligibility(case, open, false, None).unwrap().result, Eligibility::Ask);
    let picked = phone.core.pick_service(case, None, &ServiceSearch::default()).unwrap();
    assert_eq!(picked.shelves[0].services.len(), 1, "the picker leaves out what does not take this age");
}

#[test]
fn confirming_and_local_knowledge_show_at_once_and_a_client_does_neither() {
    let phone = worker();
    let id = put(&phone, 1, &service(1, NeedCategory::Mood));
    let before = phone.core.service(id).unwrap();
    assert_eq!(before.card.alerts[0].code, "service_never_confirmed");
    phone.core.confirm_service(id).unwrap();
    let known = NewKnowledge {
        note: "Ask for Wren".into(),
        capacity: Some(Capacity::NoCapacity),
        expected_days: None,
    };
    phone.core.add_local_knowledge(id, &known).unwrap();
    let after = phone.core.service(id).unwrap();
    let alerts: Vec<&str> = after.card.alerts.iter().map(|alert| alert.code.as_str()).collect();
    assert_eq!(alerts, ["no_capacity"]);
    assert_eq!((after.knowledge[0].author_name.as_str(), after.knowledge[0].unsent), ("Wren Okafor", true));
    let found = phone.core.search_services(&ServiceSearch::default(), 1).unwrap();
    assert_eq!(found.services[0].capacity, Some(Capacity::NoCapacity));

    assert_eq!(
        reason(phone.core.add_local_knowledge(id, &NewKnowledge::default())),
        ("note".into(), Reason::Empty)
    );
    assert!(matches!(phone.core.confirm_service(service_id(9)), Err(CompanionError::NotFound)));
    let client = super::phone(Role::Client);
    let id = put(&client, 1, &service(1, NeedCategory::Mood));
    assert!(matches!(client.core.confirm_service(id), Err(CompanionError::NotAllowed(_))));
    assert!(matches!(client.core.add_local_knowledge(id, &known), Err(CompanionError::NotAllowed(_))));
    assert_eq!(client.core.search_services(&ServiceSearch::default(), 1).unwrap().services.len(), 1);
}

#[test]
fn a_closed_service_is_shown_as_such_and_only_to_those_who_ask() {
    let phone = worker();
    let closed = Service { status: ServiceStatus::TemporarilyClosed, ..service(1, NeedCategory::Mood) };
    put(&phone, 1, &closed);
    assert_eq!(phone.core.search_services(&ServiceSearch::default(), 5).unwrap().fitting, 0);
    let all = ServiceSearch { with_inactive: true, ..ServiceSearch::default() };
    let found = phone.core.search_services(&all, 5).unwrap();
    assert_eq!(found.services[0].alerts[0].words, "Closed for the time being.");
}

#[test]
fn the_same_help_twice_is_warned_of() {
    let phone = worker();
    let case = add_ada(&phone);
    let id =
        put(&phone, 1, &Service { name: "The Open Choir".into(), ..service(1, NeedCategory::Connection) });
    assert_eq!(phone.core.duplicate_offers(case, id).unwrap(), []);
    let referral = OnwardReferral {
        service: Some(id),
        ..OnwardReferral::new("Choir".into(), "Company".into(), phone.clock.now())
    };
    put_record(
        &phone,
        EntityId(Uuid::from_u128(0x91 << 64)),
        StreamRef::of_case(case, Audience::Work),
        &referral,
    );
    let warned = phone.core.duplicate_offers(case, id).unwrap();
    assert_eq!(
        warned.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(),
        ["same_service_in_place"]
    );
}

#[test]
fn an_unmet_need_says_why_and_resolves_its_need_in_the_same_save() {
    let phone = worker();
    let case = add_ada(&phone);
    let need = phone.core.raise_need(case, NeedCategory::Transport, "No bus").unwrap();
    let new = NewUnmetNeed {
        need: Some(need),
        category: NeedCategory::Transport,
        why: UnmetReason::Inaccessible,
        words: Some("No step-free bus".into()),
        service: None,
    };
    phone.core.record_unmet_need(case, &new).unwrap();
    let unmet = phone.core.unmet_needs(case).unwrap();
    assert_eq!((unmet.len(), unmet[0].unmet.why, unmet[0].unsent), (1, UnmetReason::Inaccessible, true));
    let needs = phone.core.needs(case).unwrap();
    assert_eq!(json!(needs[0].need.resolution), json!("inaccessible"));

    let before = phone.core.unmet_needs(case).unwrap().len();
    let nowhere = NewUnmetNeed { need: Some(service_id(77)), ..new };
    assert!(matches!(phone.core.record_unmet_need(case, &nowhere), Err(CompanionError::NotFound)));
    assert_eq!(phone.core.unmet_needs(case).unwrap().len(), before, "both or neither");
}

#[test]
fn freshness_counts_the_services_that_referrals_used() {
    let phone = worker();
    let case = add_ada(&phone);
    let day = 86_400_000;
    let now = phone.clock.now();
    let states = [
        (ServiceStatus::Active, Some(now), 1),
        (ServiceStatus::Active, Some(now.plus_ms(-200 * day)), 1),
        (ServiceStatus::Defunct, Some(now), 1),
        (ServiceStatus::Active, Some(now), 120),
    ];
    for (number, (status, assured_at, used_days_ago)) in (0u128..).zip(states) {
        let id = put(&phone, number, &Service { status, assured_at, ..service(number, NeedCategory::Mood) });
        let at = now.plus_ms(-used_days_ago * day);
        let referral =
            OnwardReferral { service: Some(id), ..OnwardReferral::new("x".into(), "y".into(), at) };
        put_record(
            &phone,
            EntityId(Uuid::from_u128(0x92 << 64 | number)),
            StreamRef::of_case(case, Audience::Work),
            &referral,
        );
    }
    let counted = phone.core.directory_freshness().unwrap();
    assert_eq!(counted, DirectoryFreshness { used: 3, fresh: 1, not_active: 1 });
}
