//! Single faults, planted in a sound bundle: what goes wrong in bundles, each small enough that a careless check passes over it.

use serde_json::{Value, json};

/// A fault: its name, and the one change it makes.
pub(crate) type Fault = (&'static str, fn(&mut Value));

/// All of them.
pub(crate) const FAULTS: &[Fault] = &[
    ("01-goal-without-words", |b| drop(take(find(b, "Goal"), "description"))),
    ("02-unknown-goal-state", |b| find(b, "Goal")["lifecycleStatus"] = json!("nearly")),
    ("03-unknown-element", |b| find(b, "Goal")["mood"] = json!("good")),
    ("04-day-there-is-not", |b| find(b, "Goal")["startDate"] = json!("2026-02-30")),
    ("05-request-about-nobody", |b| drop(take(find(b, "ServiceRequest"), "subject"))),
    ("06-two-values", |b| {
        find(b, "QuestionnaireResponse")["item"][0]["answer"][0]["valueString"] = json!("x");
    }),
    ("07-unknown-task-state", |b| find(b, "Task")["status"] = json!("mislaid")),
    ("08-plan-without-intent", |b| drop(take(find(b, "CarePlan"), "intent"))),
    ("09-dangling-reference", |b| {
        find(b, "Goal")["subject"]["reference"] = json!("urn:uuid:00000000-0000-4000-8000-00000000dead");
    }),
    ("10-id-with-blanks", |b| find(b, "Goal")["id"] = json!("not an id")),
    ("11-empty-list", |b| find(b, "Goal")["note"] = json!([])),
    ("12-goal-of-a-worker", |b| {
        let worker = find(b, "Practitioner")["id"].as_str().unwrap_or_default().to_owned();
        find(b, "Goal")["subject"]["reference"] = json!(format!("urn:uuid:{worker}"));
    }),
    ("13-period-backwards", |b| find(b, "Encounter")["period"]["end"] = json!("1999-01-01T00:00:00Z")),
    ("14-text-for-a-number", |b| {
        find(b, "QuestionnaireResponse")["item"][0]["answer"][0]["valueInteger"] = json!("4");
    }),
    ("15-object-for-a-list", |b| find(b, "Goal")["note"] = json!({"text": "x"})),
    ("16-time-without-zone", |b| find(b, "Task")["authoredOn"] = json!("2026-02-03T10:00:00")),
    ("17-answer-and-questions", |b| {
        let item = &mut find(b, "QuestionnaireResponse")["item"][0];
        item["item"] = json!([{"linkId": "inner", "answer": [{"valueInteger": 1}]}]);
    }),
    ("18-two-of-one-address", |b| {
        let first = b["entry"][0].clone();
        b["entry"].as_array_mut().expect("a bundle has entries").push(first);
    }),
    ("19-visit-without-class", |b| drop(take(find(b, "Encounter"), "class"))),
    ("20-no-reason-for-a-no", |b| {
        let said_no = resources(b).find(|r| r["resourceType"] == "Task" && r["status"] == "rejected");
        drop(take(said_no.expect("a service said no to Maud"), "statusReason"));
    }),
    ("21-state-outside-the-guide", |b| find(b, "Task")["status"] = json!("received")),
    ("22-referral-code-twice", |b| {
        for request in resources(b).filter(|r| r["resourceType"] == "ServiceRequest") {
            request["code"]["coding"] =
                json!([{"system": "http://snomed.info/sct", "code": "871731000000106"}]);
        }
    }),
];

fn resources(bundle: &mut Value) -> impl Iterator<Item = &mut Value> {
    let entries = bundle["entry"].as_array_mut().expect("a bundle has entries");
    entries.iter_mut().map(|entry| &mut entry["resource"])
}

fn find<'a>(bundle: &'a mut Value, of: &str) -> &'a mut Value {
    resources(bundle).find(|resource| resource["resourceType"] == of).expect("Maud has one of each")
}

fn take(resource: &mut Value, element: &str) -> Option<Value> {
    resource.as_object_mut().expect("a resource is an object").remove(element)
}
