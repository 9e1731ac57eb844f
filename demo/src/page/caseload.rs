//! `GET …/caseload?words=…`: the link worker's cases, those with a contact ahead first, then by name. With words, the cases
//! whose client's name or records hold them, found in the phone's own index.

use std::collections::BTreeMap;

use alongside_core::companion::{CaseSummary, Companion, CompanionError, Found};
use alongside_core::model::{CaseId, Choice, Timestamp};
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::Named;
use super::desk::{Answer, Desk};
use super::next_contact;

/// How many records a search looks for; a few a case are plenty to find the case.
const MOST_FOUND: usize = 60;

/// What is looked for.
#[derive(Deserialize)]
pub(super) struct Looking {
    #[serde(default)]
    words: String,
}

/// The caseload, or the part of it in which the words were found.
pub(super) async fn list(
    State(desk): State<Desk>,
    Named(phone): Named<String>,
    Query(Looking { words }): Query<Looking>,
) -> Answer {
    let now = desk.phone(&phone)?.now();
    let first = std::sync::Arc::clone(&desk.first);
    let shown = desk.ask(&phone, move |core| {
        let mut cases = core.caseload()?;
        if !cases.is_empty() {
            first.caseload();
        }
        cases.sort_by_key(|case| order(case, now));
        show(core, &cases, words.trim())
    });
    shown.await
}

/// Those with a contact ahead by when it is; the others stay as they are, by name.
fn order(case: &CaseSummary, now: Timestamp) -> (bool, Option<Timestamp>) {
    let ahead =
        case.next_contact.as_ref().map(|next| next.at).filter(|at| *at >= now.plus_ms(-12 * 3_600_000));
    (ahead.is_none(), ahead)
}

fn show(core: &Companion, cases: &[CaseSummary], words: &str) -> Result<Value, CompanionError> {
    let found = if words.is_empty() { BTreeMap::new() } else { by_case(core.search(words, MOST_FOUND)?) };
    let sought = words.to_lowercase();
    let shown: Vec<Value> = cases
        .iter()
        .filter(|case| case.name.to_lowercase().contains(&sought) || found.contains_key(&case.case))
        .map(|case| line(case, found.get(&case.case)))
        .collect();
    Ok(json!({ "words": words, "all": cases.len(), "cases": shown }))
}

/// The best record found of each case.
fn by_case(found: Vec<Found>) -> BTreeMap<CaseId, Found> {
    let mut best = BTreeMap::new();
    for record in found {
        if let Some(case) = record.case {
            best.entry(case).or_insert(record);
        }
    }
    best
}

fn line(case: &CaseSummary, found: Option<&Found>) -> Value {
    json!({
        "case": case.case,
        "name": case.name,
        "known_as": case.known_as,
        "birth_year": case.birth_year,
        "status": case.status.name(),
        "last_contact": case.last_contact,
        "next_contact": case.next_contact.as_ref().map(next_contact::show),
        "unsent": case.unsent,
        "found": found.map(|found| json!({ "kind": found.kind, "at": found.at, "text": found.text })),
    })
}
