//! Each thing our own checks look for, planted once in a sound bundle.

use serde_json::{Value, json};

use super::person::maud;
use crate::exchange::{FaultKind, check_bundle, to_bundle};
use crate::instrument::Registry;

fn find<'a>(bundle: &'a mut Value, of: &str) -> &'a mut Value {
    let entries = bundle["entry"].as_array_mut().unwrap().iter_mut();
    entries.map(|entry| &mut entry["resource"]).find(|resource| resource["resourceType"] == of).unwrap()
}

#[test]
fn every_planted_fault_is_found_and_named() {
    type Plant = fn(&mut Value);
    let plants: [(FaultKind, Plant); 14] = [
        (FaultKind::Dangling, |b| {
            find(b, "Goal")["subject"]["reference"] = json!("urn:uuid:0b0e2a00-0000-4000-8000-000000000001");
        }),
        (FaultKind::WrongTarget, |b| {
            let worker = find(b, "Practitioner")["id"].as_str().unwrap().to_owned();
            find(b, "Goal")["subject"]["reference"] = json!(format!("urn:uuid:{worker}"));
        }),
        (FaultKind::Reversed, |b| find(b, "Encounter")["period"]["end"] = json!("1999-01-01T00:00:00Z")),
        (FaultKind::DuplicateFullUrl, |b| {
            let first = b["entry"][0].clone();
            b["entry"].as_array_mut().unwrap().push(first);
        }),
        (FaultKind::WrongId, |b| find(b, "Goal")["id"] = json!("not an id")),
        (FaultKind::NotInValueSet, |b| find(b, "Task")["status"] = json!("received")),
        (FaultKind::NotInValueSet, |b| find(b, "Goal")["lifecycleStatus"] = json!("given-up")),
        (FaultKind::NotInValueSet, |b| find(b, "Encounter")["class"]["code"] = json!("HOUSE")),
        (FaultKind::NoReason, |b| {
            let task = b["entry"].as_array_mut().unwrap().iter_mut().map(|entry| &mut entry["resource"]);
            let task =
                task.into_iter().find(|r| r["resourceType"] == "Task" && r["status"] == "rejected").unwrap();
            task.as_object_mut().unwrap().remove("statusReason");
        }),
        (FaultKind::CodedTwice, |b| {
            let requests = b["entry"].as_array_mut().unwrap().iter_mut().map(|entry| &mut entry["resource"]);
            for request in requests.filter(|r| r["resourceType"] == "ServiceRequest") {
                request["code"]["coding"] =
                    json!([{"system": "http://snomed.info/sct", "code": "871731000000106"}]);
            }
        }),
        (FaultKind::Empty, |b| find(b, "Goal")["note"] = json!([])),
        (FaultKind::TwoValues, |b| find(b, "Observation")["valueInteger"] = json!(1)),
        (FaultKind::BadTime, |b| find(b, "Task")["authoredOn"] = json!("2026-02-30T10:00:00Z")),
        (FaultKind::BadTime, |b| find(b, "Task")["authoredOn"] = json!("2026-02-03T10:00:00")),
    ];
    for (expected, plant) in plants {
        let mut bundle = to_bundle(&maud(), &Registry::shipped());
        plant(&mut bundle);
        let faults: Vec<FaultKind> = check_bundle(&bundle).into_iter().map(|fault| fault.what).collect();
        assert!(faults.contains(&expected), "{expected:?} was not found: {faults:?}");
    }
}

#[test]
fn what_is_no_bundle_is_one_fault() {
    for nothing in [json!(null), json!({}), json!({"resourceType": "Patient", "entry": []}), json!([1])] {
        let faults = check_bundle(&nothing);
        assert_eq!(faults.iter().map(|fault| fault.what).collect::<Vec<_>>(), [FaultKind::NoBundle]);
    }
}

#[test]
fn a_fault_says_where_it_is_and_nothing_of_the_person() {
    let mut bundle = to_bundle(&maud(), &Registry::shipped());
    find(&mut bundle, "Patient")["birthDate"] = json!("Maud");
    let [fault] = &check_bundle(&bundle)[..] else { panic!("one fault") };
    assert_eq!((fault.element.as_str(), fault.what), ("birthDate", FaultKind::BadTime));
    assert!(!fault.to_string().contains("Maud"), "{fault}");
}
