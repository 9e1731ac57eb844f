//! What this project checks of its own bundles, beside what public validators check: dangling references and periods that run
//! backwards escaped all five validators we tried.

mod codes;
mod fault;
mod references;
mod shape;
mod times;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub use fault::{BundleFault, FaultKind};

/// Everything that is wrong with a bundle; nothing for a sound one.
pub fn check_bundle(bundle: &Value) -> Vec<BundleFault> {
    let entries = bundle["entry"].as_array().filter(|_| bundle["resourceType"] == "Bundle");
    let Some(entries) = entries else {
        return vec![fault("Bundle", "entry", FaultKind::NoBundle)];
    };
    let types: BTreeMap<&str, &str> = entries.iter().filter_map(address).collect();
    let mut found: Vec<BundleFault> = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, entry) in entries.iter().enumerate() {
        let name = format!("{} {}", place + 1, entry["resource"]["resourceType"].as_str().unwrap_or("?"));
        if !seen.insert(entry["fullUrl"].as_str()) {
            found.push(fault(&name, "fullUrl", FaultKind::DuplicateFullUrl));
        }
        let faults = resource_faults(entry, &types);
        found.extend(faults.into_iter().map(|(element, what)| fault(&name, &element, what)));
    }
    found.extend(coded_twice(entries));
    found
}

fn fault(entry: &str, element: &str, what: FaultKind) -> BundleFault {
    BundleFault { entry: entry.to_owned(), element: element.to_owned(), what }
}

fn address(entry: &Value) -> Option<(&str, &str)> {
    Some((entry["fullUrl"].as_str()?, entry["resource"]["resourceType"].as_str()?))
}

fn resource_faults(entry: &Value, types: &BTreeMap<&str, &str>) -> Vec<(String, FaultKind)> {
    let resource = &entry["resource"];
    let named = entry["fullUrl"].as_str().and_then(|url| url.strip_prefix("urn:uuid:"));
    let own = named.is_some()
        && named == resource["id"].as_str()
        && uuid::Uuid::parse_str(named.unwrap_or("")).is_ok();
    let id = (!own).then(|| ("id".to_owned(), FaultKind::WrongId));
    let parts = [
        references::check(resource, types),
        times::check(resource),
        codes::check(resource),
        shape::check(resource),
    ];
    id.into_iter().chain(parts.into_iter().flatten()).collect()
}

/// More referrals with the code than stretches of support.
fn coded_twice(entries: &[Value]) -> Option<BundleFault> {
    let coded = entries.iter().filter(|entry| codes::is_coded_referral(&entry["resource"])).count();
    let episodes =
        entries.iter().filter(|entry| entry["resource"]["resourceType"] == "EpisodeOfCare").count();
    (coded > episodes.max(1)).then(|| fault("Bundle", "entry", FaultKind::CodedTwice))
}
