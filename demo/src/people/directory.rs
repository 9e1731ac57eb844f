//! The town's directory of services as an Open Referral UK feed: what a person can be referred on to, with times, bounds of age,
//! waits and fees. It must not know who needs what, nor how a feed is imported.
//!
//! The first services are those that the notes of the caseload name; a longer directory has branches of them.

use serde_json::{Value, json};
use uuid::Uuid;

use super::places::{NEIGHBOURHOODS, TOWN};
use super::rng::Rng;
use super::services::{Service, names_of};

/// How many services the town has that are known by name.
pub const NAMED_SERVICES: usize = 63;

/// Every kind of service with the name its classification has in the feed.
const KINDS: [(Service, &str); 24] = [
    (Service::Advice, "Debt and benefits advice"),
    (Service::Housing, "Housing advice"),
    (Service::Carers, "Carer support"),
    (Service::Bereavement, "Bereavement support"),
    (Service::Movement, "Gentle exercise"),
    (Service::Gym, "Exercise on referral"),
    (Service::Walking, "Walking"),
    (Service::Swimming, "Swimming"),
    (Service::Garden, "Gardening"),
    (Service::Craft, "Craft"),
    (Service::Music, "Music and singing"),
    (Service::Befriending, "Befriending"),
    (Service::Lunch, "Lunch club"),
    (Service::Learning, "Adult learning"),
    (Service::Digital, "Digital skills"),
    (Service::Work, "Volunteering and employment"),
    (Service::Breathing, "Lung rehabilitation"),
    (Service::Heart, "Cardiac rehabilitation"),
    (Service::Diabetes, "Diabetes education"),
    (Service::Sleep, "Mental health and sleep"),
    (Service::Safety, "Domestic abuse support"),
    (Service::Energy, "Energy advice"),
    (Service::Food, "Food support"),
    (Service::Transport, "Community transport"),
];

const DAYS: [&str; 5] = ["MO", "TU", "WE", "TH", "FR"];
const WAITS: [Option<&str>; 6] =
    [None, Some("No wait"), Some("1-2 weeks"), Some("4-6 weeks"), Some("About 3 months"), None];
const FEES: [Option<&str>; 4] = [Some("Free"), Some("Free of charge"), Some("£3 per session"), None];
const LANGUAGES: [&str; 5] = ["Polish", "Urdu", "Romanian", "Arabic", "Punjabi"];

/// `count` services as entries of a feed; the same count, seed and year give the same on every machine. Up to
/// [`NAMED_SERVICES`] are those of the town; beyond that each is a branch in another neighbourhood. `checked` is the date on
/// which most were last checked, as `2026-06-01`.
pub fn directory(count: usize, seed: u64, checked: &str) -> impl Iterator<Item = Value> {
    let named: Vec<(&str, &str)> = KINDS
        .iter()
        .flat_map(|(kind, term)| names_of(*kind).iter().map(move |name| (*name, *term)))
        .collect();
    let checked = checked.to_owned();
    (0..count).map(move |number| {
        let (name, term) = named[number % named.len()];
        entry(number, number / named.len(), (name, term), seed, &checked)
    })
}

fn entry(number: usize, branch: usize, (name, term): (&str, &str), seed: u64, checked: &str) -> Value {
    let mut rng = Rng::new(seed).fork(&format!("service {number}"));
    let place = &NEIGHBOURHOODS[(number + branch * 5) % NEIGHBOURHOODS.len()];
    let own = capital(name);
    let name = if branch == 0 { own } else { format!("{own}, {} {branch}", place.name) };
    let day = rng.draw(&DAYS);
    let (opens, hours) = (rng.between(9, 15), rng.between(1, 4));
    let (youngest, oldest) =
        if rng.percent(25) { (Some(18), rng.percent(30).then_some(65)) } else { (None, None) };
    let language = rng.percent(20).then(|| rng.draw(&LANGUAGES));
    json!({
        "id": Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{TOWN} {seed} {number}").as_bytes()),
        "name": name,
        "description": format!("<p>{term} for the people of {}.</p><p>Come as you are.</p>", place.name),
        "status": if rng.percent(95) { "active" } else { "temporarily closed" },
        "url": format!("https://service{number}.example"),
        "minimum_age": youngest,
        "maximum_age": oldest,
        "assured_date": rng.percent(80).then_some(checked),
        "eligibility_description": rng.percent(15).then_some("Please talk to us first about your health."),
        "wait_time": rng.draw(&WAITS),
        "fees_description": rng.draw(&FEES),
        "contacts": [{"phones": [{"number": format!("01632 96{:04}", number % 10_000)}]}],
        "languages": language.into_iter().map(|name| json!({"name": name})).collect::<Vec<_>>(),
        "attributes": [{"taxonomy_term": {"name": term}}],
        "schedules": [{"freq": "WEEKLY", "byday": day, "opens_at": format!("{opens:02}:00"),
            "closes_at": format!("{:02}:00", opens + hours)}],
        "service_areas": [{"name": TOWN}],
        "service_at_locations": [{"location": location((number + branch * 5) % NEIGHBOURHOODS.len(), &mut rng)}],
    })
}

/// A hall of a neighbourhood: each lies two kilometres or so from the next, around a point in the North Sea.
fn location(place: usize, rng: &mut Rng) -> Value {
    let neighbourhood = &NEIGHBOURHOODS[place];
    let (row, column) = (place / 4, place % 4);
    let degrees = |whole: usize, step: usize, rng: &mut Rng| {
        format!("{whole}.{:06}", 100_000 + step + rng.index(6_000))
    };
    let latitude = degrees(54, row * 18_000, rng);
    let longitude = degrees(2, column * 30_000, rng);
    json!({
        "name": capital(neighbourhood.hall), "latitude": latitude, "longitude": longitude,
        "addresses": [{"address_1": format!("{} {}", rng.between(1, 80), rng.pick(&neighbourhood.streets)),
            "city": TOWN, "postal_code": format!("HM{} {}AA", place + 1, rng.between(1, 9))}],
        "accessibility": if rng.percent(60) { json!([{"description": "Step-free"}]) } else { json!(null) },
    })
}

/// A name with a capital, as a feed has it.
fn capital(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn texts(count: usize, pointer: &str) -> BTreeSet<String> {
        directory(count, 1, "2026-06-01").map(|entry| entry.pointer(pointer).unwrap().to_string()).collect()
    }

    #[test]
    fn the_town_has_its_named_services_in_many_kinds_each_once() {
        assert_eq!(texts(NAMED_SERVICES, "/name").len(), NAMED_SERVICES);
        assert_eq!(texts(NAMED_SERVICES, "/attributes/0/taxonomy_term/name").len(), KINDS.len());
    }

    #[test]
    fn five_thousand_have_names_and_ids_of_their_own() {
        assert_eq!(texts(5_000, "/id").len(), 5_000);
        assert_eq!(texts(5_000, "/name").len(), 5_000);
    }

    #[test]
    fn the_same_seed_gives_the_same_directory_and_another_does_not() {
        let of = |seed| directory(80, seed, "2026-06-01").map(|entry| entry.to_string()).collect::<Vec<_>>();
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
    }
}
