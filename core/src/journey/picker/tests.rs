//! The picker's rules on an invented town, by cases.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use super::candidate::{Candidate, Wish, day_bits};
use super::distance::Point;
use super::duplicate::{InPlace, Likeness, list_duplicates};
use super::eligibility::{Eligibility, Obstacle, judge, list_obstacles};
use super::fit::{Reason, fit};
use super::freshness::{Freshness, freshness};
use super::shelf::{LEAST_CATEGORIES, Picked, pick};
use crate::model::kinds::{Capacity, NeedCategory, ServiceStatus};
use crate::model::{EntityId, Timestamp};

const NOW: Timestamp = Timestamp(1_800_000_000_000);
const HOME: Point = Point { latitude: 53_500_000, longitude: -1_250_000 };
const CATEGORIES: [NeedCategory; 6] = [
    NeedCategory::Money,
    NeedCategory::Housing,
    NeedCategory::Connection,
    NeedCategory::Mood,
    NeedCategory::Lifestyle,
    NeedCategory::Digital,
];

fn service(number: u128, category: NeedCategory) -> Candidate {
    Candidate {
        id: EntityId(Uuid::from_u128(number)),
        status: ServiceStatus::Active,
        category,
        days: 0,
        minimum_age: None,
        maximum_age: None,
        point: Some(HOME),
        free: None,
        expected_days: None,
        languages: String::new(),
        confirmed_at: Some(NOW),
        capacity: None,
        word_place: None,
    }
}

fn wish(category: NeedCategory) -> Wish {
    Wish { category: Some(category), ..Wish::default() }
}

fn town() -> Vec<Candidate> {
    (0..60).map(|number| service(number + 1, CATEGORIES[number as usize % CATEGORIES.len()])).collect()
}

fn shelves(picked: &Picked) -> Vec<(NeedCategory, usize)> {
    picked.shelves.iter().map(|shelf| (shelf.category, shelf.services.len())).collect()
}

#[test]
fn the_need_comes_first_and_five_categories_are_shown() {
    use NeedCategory::{Connection, Digital, Housing, Lifestyle, Money, Mood};
    let uses = BTreeMap::from([(Lifestyle, 40), (Money, 30), (Digital, 1)]);
    let picked = pick(town(), &wish(Money), &uses, NOW);
    assert_eq!(
        shelves(&picked),
        [Money, Housing, Connection, Mood, Digital]
            .map(|category| (category, if category == Money { 8 } else { 2 }))
    );
    assert_eq!(picked.open_categories, 6);
}

#[test]
fn what_is_rarely_used_and_near_is_shown_beside_the_shelves() {
    let uses = BTreeMap::from([(NeedCategory::Lifestyle, 40), (NeedCategory::Money, 30)]);
    let near = Wish { place: Some(HOME), ..wish(NeedCategory::Money) };
    let rare: Vec<_> =
        pick(town(), &near, &uses, NOW).rarely_used.iter().map(|fit| fit.service.category).collect();
    assert_eq!(rare.len(), 3);
    assert!(!rare.contains(&NeedCategory::Lifestyle) && !rare.contains(&NeedCategory::Money), "{rare:?}");

    let far: Vec<Candidate> = town()
        .into_iter()
        .map(|service| Candidate {
            point: Some(Point { latitude: HOME.latitude + 900_000, ..HOME }),
            ..service
        })
        .collect();
    assert!(pick(far, &near, &uses, NOW).rarely_used.is_empty(), "a hundred kilometres is not near");
}

#[test]
fn nothing_that_cannot_be_used_is_picked_and_what_is_not_known_is() {
    let wish = Wish {
        days: day_bits(["tue"]),
        age: Some(70),
        language: Some("Polish".into()),
        free: true,
        place: Some(HOME),
        within_metres: Some(2_000),
        ..wish(NeedCategory::Mood)
    };
    let plain = service(1, NeedCategory::Mood);
    let far = Point { latitude: HOME.latitude + 50_000, ..HOME };
    for (candidate, shown) in [
        (plain.clone(), true),
        (Candidate { point: None, ..plain.clone() }, true),
        (Candidate { days: day_bits(["tue", "fri"]), ..plain.clone() }, true),
        (Candidate { days: day_bits(["fri"]), ..plain.clone() }, false),
        (Candidate { minimum_age: Some(18), maximum_age: Some(70), ..plain.clone() }, true),
        (Candidate { maximum_age: Some(65), ..plain.clone() }, false),
        (Candidate { languages: "english\npolish".into(), ..plain.clone() }, true),
        (Candidate { languages: "english".into(), ..plain.clone() }, false),
        (Candidate { free: Some(false), ..plain.clone() }, false),
        (Candidate { point: Some(far), ..plain.clone() }, false),
        (Candidate { status: ServiceStatus::TemporarilyClosed, ..plain }, false),
    ] {
        let picked = pick(vec![candidate.clone()], &wish, &BTreeMap::new(), NOW);
        assert_eq!(picked.open_categories == 1, shown, "{candidate:?}");
    }
}

#[test]
fn a_full_or_distant_service_stands_behind_one_that_can_be_used() {
    let wish = Wish { place: Some(HOME), ..wish(NeedCategory::Mood) };
    let best = fit(service(1, NeedCategory::Mood), &wish, NOW);
    assert_eq!(best.reasons, [Reason::ForTheNeed, Reason::Near]);
    for worse in [
        Candidate { capacity: Some(Capacity::NoCapacity), ..service(2, NeedCategory::Mood) },
        Candidate { expected_days: Some(90), ..service(2, NeedCategory::Mood) },
        Candidate { confirmed_at: None, ..service(2, NeedCategory::Mood) },
        Candidate {
            point: Some(Point { latitude: HOME.latitude + 60_000, ..HOME }),
            ..service(2, NeedCategory::Mood)
        },
        service(2, NeedCategory::Connection),
        service(2, NeedCategory::Money),
    ] {
        assert!(fit(worse.clone(), &wish, NOW).points < best.points, "{worse:?}");
    }
}

#[test]
fn criteria_are_looked_at_before_the_form() {
    let gym = Candidate {
        minimum_age: Some(18),
        maximum_age: Some(65),
        free: Some(false),
        expected_days: Some(84),
        capacity: Some(Capacity::NoCapacity),
        languages: "english".into(),
        status: ServiceStatus::Inactive,
        ..service(1, NeedCategory::Lifestyle)
    };
    let wish = Wish { age: Some(70), free: true, language: Some("Urdu".into()), ..Wish::default() };
    let obstacles = list_obstacles(&gym, &wish, Some("Blood pressure under control"));
    assert_eq!(
        obstacles,
        [
            Obstacle::NotActive,
            Obstacle::TooOld(65),
            Obstacle::Costs,
            Obstacle::Language,
            Obstacle::NoCapacity,
            Obstacle::LongWait(84),
            Obstacle::AskAbout("Blood pressure under control".into()),
        ]
    );
    assert_eq!(judge(&obstacles), Eligibility::DoesNotFit);
    let young = Wish { age: Some(16), ..Wish::default() };
    assert!(list_obstacles(&gym, &young, None).contains(&Obstacle::TooYoung(18)));
    let choir = service(2, NeedCategory::Connection);
    assert_eq!(judge(&list_obstacles(&choir, &wish, None)), Eligibility::Fits);
    assert_eq!(judge(&list_obstacles(&choir, &wish, Some("Women only"))), Eligibility::Ask);
    let bounded = Candidate { minimum_age: Some(18), ..choir };
    assert_eq!(list_obstacles(&bounded, &Wish::default(), None), [Obstacle::AgeUnknown]);
}

#[test]
fn a_service_is_fresh_for_ninety_days_after_somebody_checked_it() {
    let day = 86_400_000;
    for (status, ago, expected) in [
        (ServiceStatus::Active, Some(0), Freshness::Fresh),
        (ServiceStatus::Active, Some(90), Freshness::Fresh),
        (ServiceStatus::Active, Some(91), Freshness::Stale(91)),
        (ServiceStatus::Active, Some(-3), Freshness::Fresh),
        (ServiceStatus::Active, None, Freshness::NeverConfirmed),
        (ServiceStatus::Defunct, Some(0), Freshness::NotActive(ServiceStatus::Defunct)),
    ] {
        assert_eq!(
            freshness(status, ago.map(|days| NOW.plus_ms(-days * day)), NOW),
            expected,
            "{status:?} {ago:?}"
        );
    }
}

#[test]
fn the_same_help_twice_is_noticed() {
    let place = |name, service: Option<u128>, service_type| InPlace {
        referral: None,
        service: service.map(|id| EntityId(Uuid::from_u128(id))),
        name,
        service_type,
    };
    let picked = place("The Open Choir", Some(1), Some("Singing"));
    for (there, likeness) in [
        (place("Another name", Some(1), None), Some(Likeness::SameService)),
        (place("open choir", None, None), Some(Likeness::SameService)),
        (place("Breathe Easy Singers", Some(2), Some("singing ")), Some(Likeness::SameSort)),
        (place("Debt Clinic", Some(3), Some("Debt advice")), None),
        (place("", None, Some("")), None),
    ] {
        let found = list_duplicates(picked, &[there]);
        assert_eq!(found.first().map(|duplicate| duplicate.likeness), likeness, "{there:?}");
    }
}

proptest! {
    /// Whatever the directory and the uses, a picker is as wide as it says, and shows nothing twice.
    #[test]
    fn a_picker_is_never_narrower_than_the_directory_allows(
        services in prop::collection::vec((0usize..6, any::<bool>(), 0i64..120), 0..80),
        need in 0usize..6,
        uses in prop::collection::btree_map(0usize..6, 0usize..50, 0..6),
    ) {
        let candidates: Vec<Candidate> = services.iter().enumerate().map(|(number, (category, active, wait))| Candidate {
            status: if *active { ServiceStatus::Active } else { ServiceStatus::Inactive },
            expected_days: Some(*wait),
            ..service(number as u128 + 1, CATEGORIES[*category])
        }).collect();
        let open: BTreeSet<_> = services.iter().filter(|service| service.1).map(|service| service.0).collect();
        let uses = uses.into_iter().map(|(category, count)| (CATEGORIES[category], count)).collect();
        let picked = pick(candidates, &wish(CATEGORIES[need]), &uses, NOW);
        prop_assert!(picked.shelves.len() >= open.len().min(LEAST_CATEGORIES));
        prop_assert_eq!(picked.open_categories, open.len());
        prop_assert!(picked.shelves.iter().all(|shelf| !shelf.services.is_empty()));
        if open.contains(&need) {
            prop_assert_eq!(picked.shelves[0].category, CATEGORIES[need]);
        }
        let mut shown: Vec<_> = picked.shelves.iter().flat_map(|shelf| &shelf.services).chain(&picked.rarely_used)
            .map(|fit| fit.service.id).collect();
        let count = shown.len();
        shown.sort_unstable();
        shown.dedup();
        prop_assert_eq!(shown.len(), count);
    }
}
