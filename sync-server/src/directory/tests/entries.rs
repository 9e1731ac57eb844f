//! What is read of an entry, and what is wrong with the ones that are not.

use alongside_core::model::MAX_TEXT_BYTES;
use serde_json::{Value, json};

use super::service::{Service, entry, id, thin};
use crate::directory::EntryFault as Fault;

#[tokio::test]
async fn an_entry_of_a_sloppy_feed_is_read_with_all_it_says() {
    let service = Service::new();
    let sloppy = entry(
        1,
        json!({
            "id": id(1).to_string().to_uppercase(), "status": "Temporarily Closed", "minimum_age": "18",
            "maximum_age": 120, "description": "<p>Singing &amp; tea</p>", "email": null, "unheard_of": {"a": [1]},
            "organization": {"name": "Harbour Voices", "website": "www.voices.example"}, "languages": [{"name": "Polish"}],
            "attributes": [{"taxonomy_term": {"name": "Choir"}}, {"link_type": "x"}], "assured_date": "01/02/2026",
            "eligibility_description": "Anyone over 18", "wait_time": "4-6 weeks", "fees": "Free", "cost_options": null,
            "service_areas": [{"name": "Harrowmouth"}], "contacts": [{"phones": [{"number": "01632 960001"}]}],
        }),
    );
    let done = service.import_file(json!({"contents": [sloppy]}).to_string()).await;
    assert_eq!((done.counts(), done.report.whole), ([1, 0, 0, 0, 0], true));
    let mut fields = service.fields(1);
    let hash = fields.remove("hash").unwrap();
    assert_eq!(hash.as_str().map(str::len), Some(16));
    assert_eq!(
        json!(fields),
        json!({
            "name": "Invented Choir 1", "status": "temporarily_closed", "category": "connection",
            "description": "Singing & tea", "service_type": "Choir", "provider": "Harbour Voices",
            "url": "https://choir1.example", "phone": "01632 960001", "area": "Harrowmouth",
            "opening_times": "Tue 10:00–12:00", "days": ["tue"], "minimum_age": 18, "eligibility": "Anyone over 18",
            "wait": "4-6 weeks", "expected_days": 42, "fees": "Free", "free": true, "languages": ["Polish"],
            "assured_at": 1_769_904_000_000_i64, "last_modified": 1_768_473_045_123_i64,
            "source": "file", "source_id": id(1),
        })
    );
}

#[tokio::test]
async fn each_fault_costs_its_own_entry_and_no_other() {
    let long = "x".repeat(MAX_TEXT_BYTES + 1);
    let cases: Vec<(Value, Fault)> = vec![
        (json!("a choir"), Fault::NotAnObject),
        (entry(2, json!({"id": null})), Fault::MissingId),
        (entry(2, json!({"id": "choir-2"})), Fault::BadId),
        (entry(2, json!({"id": "not-a-uuid-at-all"})), Fault::BadId),
        (entry(2, json!({"name": "  "})), Fault::MissingName),
        (entry(2, json!({"status": null})), Fault::MissingStatus),
        (entry(2, json!({"status": "thriving"})), Fault::UnknownStatus),
        (entry(2, json!({"minimum_age": 60, "maximum_age": 18})), Fault::ImpossibleAges),
        (entry(2, json!({"minimum_age": -4})), Fault::ImpossibleAges),
        (entry(2, json!({"minimum_age": "grown up"})), Fault::WrongType("minimum_age")),
        (entry(2, json!({"assured_date": "2026-02-30"})), Fault::ImpossibleDate("assured_date")),
        (entry(2, json!({"last_modified": "soon"})), Fault::ImpossibleDate("last_modified")),
        (entry(2, json!({"description": long})), Fault::TooLong("description")),
        (entry(2, json!({"description": ["Singing"]})), Fault::WrongType("description")),
        (entry(2, json!({"schedules": "Mondays"})), Fault::WrongType("schedules")),
        (entry(2, json!({"organization": "Harbour Voices"})), Fault::WrongType("organization")),
        (entry(1, json!({"name": "Another choir"})), Fault::DuplicateId),
    ];
    for (bad, fault) in cases {
        let service = Service::new();
        let feed = json!([entry(1, json!({})), bad, entry(3, json!({}))]);
        let done = service.import_file(feed.to_string()).await;
        assert_eq!(done.faults(), [(1, 2, fault)], "{}", fault.code());
        assert_eq!(done.counts(), [2, 0, 0, 0, 1], "{}", fault.code());
        assert!(service.find(2).is_none() && service.find(3).is_some(), "{}", fault.code());
        assert_eq!(service.text(1, "name"), "Invented Choir 1", "the first of two with one id stands");
    }
}

#[tokio::test]
async fn a_refusal_names_the_place_and_the_id_and_nothing_else_of_the_entry() {
    let service = Service::new();
    let done = service.import_file(json!([entry(7, json!({"status": "a secret"}))]).to_string()).await;
    let said = done.remarks[0].to_string();
    let expected = format!(
        "page 1 entry 1 ({}): unknown_status, status is not one of active, inactive, defunct and temporarily closed",
        id(7)
    );
    assert_eq!(said, expected);
}

#[tokio::test]
async fn the_same_entry_twice_is_one_service() {
    let service = Service::new();
    let done = service.import_file(json!([entry(1, json!({})), entry(1, json!({}))]).to_string()).await;
    assert_eq!((done.counts(), done.report.repeated), ([1, 0, 0, 0, 0], 1));
}

#[tokio::test]
async fn a_refused_entry_leaves_what_was_known_of_it() {
    let service = Service::new();
    service.import_file(json!([entry(1, json!({})), thin(2)]).to_string()).await;
    let done =
        service.import_file(json!([entry(1, json!({"status": "thriving"})), thin(2)]).to_string()).await;
    assert_eq!(done.counts(), [0, 0, 1, 0, 1]);
    assert_eq!(service.text(1, "status"), "active", "it is in the feed, so it is not gone");
}
