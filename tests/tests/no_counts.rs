//! No count of assessments and no word of payment reaches a screen: not by name in any view, and not by value in a run.
//!
//! The study that this product answers found the count on the wall, and the wall decided whom to call. So the product has no
//! field that could hold it.

use std::time::Duration;

use alongside_core::companion::{CaseOverview, CaseSummary, LoadView, Today};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, Role, Timestamp};
use alongside_tests::service::{Phone, Service};
use alongside_tests::source_tree::{list_files, root};

/// Where what a person on a phone or a page can see is declared.
const SEEN: &[&str] = &[
    "bindings/src/",
    "core/src/companion/",
    "core/src/journey/",
    "core/src/model/kinds/",
    "sync-server/src/web/",
];

/// Words of a contract. No field speaks of them, whatever it holds.
const PAYMENT: &[&str] = &[
    "cap", "caps", "funded", "invoice", "paid", "payment", "payments", "quota", "rank", "target", "targets",
    "tariff",
];

/// What must not be counted.
const UNCOUNTED: &[&str] = &["assessment", "assessments", "submission", "submissions", "finalised"];

const NUMBERS: &[&str] = &["usize", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32", "f64"];

/// A declared field: its name and type.
fn fields(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let declared = text.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.strip_suffix(','));
    declared.filter_map(|field| field.split_once(": ")).filter(|(name, _)| !name.contains(' '))
}

fn breaches(file: &str, text: &str) -> Vec<String> {
    let found = fields(text).filter(|(name, holds)| {
        let says = |words: &[&str]| name.split('_').any(|part| words.contains(&part));
        let is_number = NUMBERS.iter().any(|number| {
            *holds == *number
                || *holds == format!("Option<{number}>")
                || holds.ends_with(&format!(", {number}>"))
        });
        says(PAYMENT) || is_number && says(UNCOUNTED)
    });
    found.map(|(name, holds)| format!("{file}: {name}: {holds}")).collect()
}

#[test]
fn no_view_has_a_field_for_payment_or_for_a_count_of_assessments() {
    let files = list_files(&root()).expect("the repository can be read").into_iter();
    let seen: Vec<_> = files
        .filter(|file| file.ends_with(".rs") && SEEN.iter().any(|folder| file.starts_with(folder)))
        .map(|file| (std::fs::read_to_string(root().join(&file)).expect("a listed file can be read"), file))
        .collect();
    let looked_at: usize = seen.iter().map(|(text, _)| fields(text).count()).sum();
    assert!(looked_at > 400, "only {looked_at} fields were looked at");
    let found: Vec<_> = seen.iter().flat_map(|(text, file)| breaches(file, text)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_planted_count_is_caught() {
    for (line, caught) in [
        ("    pub assessments: usize,", true),
        ("    pub finalised_this_month: Option<i64>,", true),
        ("    pub assessments_by_worker: BTreeMap<PersonId, u32>,", true),
        ("    pub payment_cap: bool,", true),
        ("    pub target_for_team: String,", true),
        ("    pub assessment: EntityId,", false),
        ("    pub answered: usize,", false),
        ("    pub capacity: String,", false),
        ("    let assessments: usize,", false),
    ] {
        assert_eq!(!breaches("planted.rs", line).is_empty(), caught, "{line}");
    }
}

type Screens = (Vec<CaseSummary>, Today, CaseOverview, LoadView);

fn screens(phone: &Phone, case: CaseId, at: Timestamp) -> Screens {
    let core = &phone.core;
    let today = Today {
        on_this_phone: alongside_core::companion::SyncState::default(),
        ..core.today(at).expect("it is read")
    };
    (
        core.caseload().expect("it is read"),
        today,
        core.case_overview(case).expect("it is read"),
        core.my_load(None).expect("it is read"),
    )
}

/// A worker who submits seven assessments in a day sees exactly the screens of one who submits none.
#[tokio::test(flavor = "multi_thread")]
async fn seven_assessments_change_nothing_on_a_workers_screens() {
    let service = Service::start().await;
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    let case = phone.core.add_client(&named("Ada Nowak")).unwrap();
    let at = Timestamp(1_795_000_000_000);
    phone.core.synchronise(Duration::from_secs(60)).await.unwrap();
    let before = screens(&phone, case, at);
    for value in 0..7 {
        let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
        phone.core.answer(draft, "satisfaction", &Response::Value(value)).unwrap();
        phone.core.submit_assessment(draft).unwrap();
    }
    assert!(screens(&phone, case, at) == before, "before they are sent");
    phone.core.synchronise(Duration::from_secs(60)).await.unwrap();
    assert!(screens(&phone, case, at) == before, "after they are received");
    assert_eq!(phone.core.assessments(case).unwrap().len(), 7, "they are there, one by one, in their case");
}

fn named(name: &str) -> alongside_core::companion::NewClient {
    alongside_core::companion::NewClient { name: name.into(), ..Default::default() }
}
