//! One entry of a feed as one of our services.

use alongside_core::model::kinds::{Service, ServiceStatus};
use alongside_core::model::{Fields, Record, content_hash, to_fields};
use serde_json::Value;
use uuid::Uuid;

use super::category::read_category;
use super::fees::read_fees;
use super::opening::read_opening;
use super::place::read_place;
use super::reach::read_reach;
use super::value::{Object, first_text, list, object, text, time, whole, within_limit};
use super::wait::days;
use crate::directory::fault::EntryFault;

/// The lists of a service. A page that has none of them tells only the beginning; the details have the rest.
const LISTS: &[&str] = &[
    "attributes",
    "contacts",
    "cost_options",
    "languages",
    "phones",
    "schedules",
    "service_areas",
    "service_at_locations",
];

/// An entry that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Its id in the feed.
    pub(crate) id: Uuid,
    /// Hash of what it says, but for when it last changed: feeds touch that every night.
    pub(crate) hash: String,
    /// What it says, as fields of a service.
    pub(crate) fields: Fields,
}

/// The id of an entry as the feed writes it.
pub(crate) fn raw_id(entry: &Value) -> Option<&str> {
    entry.as_object()?.get("id")?.as_str().map(str::trim).filter(|id| !id.is_empty())
}

/// Whether an entry leaves out everything that the details have.
pub(crate) fn is_thin(entry: &Value) -> bool {
    !LISTS.iter().any(|key| entry.get(*key).is_some_and(|value| !value.is_null()))
}

/// Reads an entry.
///
/// # Errors
/// The first thing that is wrong with it.
pub(crate) fn read_entry(entry: &Value) -> Result<Entry, EntryFault> {
    let object = entry.as_object().ok_or(EntryFault::NotAnObject)?;
    let id = raw_id(entry).ok_or(EntryFault::MissingId)?;
    let id = Uuid::parse_str(id).map_err(|_| EntryFault::BadId)?;
    let fields = to_fields(&read_service(object)?).map_err(|_| EntryFault::NotAnObject)?;
    let lasting = fields.iter().filter(|(name, _)| *name != "last_modified");
    let lasting = lasting.map(|(name, value)| (name.clone(), value.clone())).collect();
    let hash = content_hash(Service::ENTRY.name, &lasting);
    Ok(Entry { id, hash: hash.chars().take(16).collect(), fields })
}

fn read_service(entry: &Object) -> Result<Service, EntryFault> {
    let name = text(entry, "name")?.ok_or(EntryFault::MissingName)?;
    let status = read_status(entry)?;
    let description = text(entry, "description")?;
    let terms = read_terms(entry)?;
    let category = read_category(&terms, &name, description.as_deref());
    let (minimum_age, maximum_age) = read_ages(entry)?;
    let (place, opening) = (read_place(entry)?, read_opening(entry)?);
    let (reach, fees) = (read_reach(entry)?, read_fees(entry)?);
    let wait = first_text(entry, &["wait_time"])?;
    let provider =
        object(entry, "organization")?.map(|provider| text(provider, "name")).transpose()?.flatten();
    Ok(Service {
        description,
        service_type: terms.into_iter().next(),
        provider,
        url: reach.url,
        email: reach.email,
        phone: reach.phone,
        address: place.address,
        area: read_area(entry)?,
        postcode: place.postcode,
        latitude: place.latitude,
        longitude: place.longitude,
        opening_times: opening.words,
        days: opening.days,
        minimum_age,
        maximum_age,
        eligibility: first_text(entry, &["eligibility_description"])?,
        expected_days: wait.as_deref().and_then(days),
        wait,
        application_process: text(entry, "application_process")?,
        fees: fees.words,
        free: fees.free,
        languages: read_languages(entry)?,
        accessibility: place.accessibility,
        alert: text(entry, "alert")?,
        assured_at: time(entry, "assured_date")?,
        last_modified: time(entry, "last_modified")?,
        ..Service::new(name, status, category)
    })
}

fn read_status(entry: &Object) -> Result<ServiceStatus, EntryFault> {
    let said = text(entry, "status")?.ok_or(EntryFault::MissingStatus)?;
    match said.to_lowercase().replace(['_', '-'], " ").as_str() {
        "active" => Ok(ServiceStatus::Active),
        "inactive" => Ok(ServiceStatus::Inactive),
        "defunct" => Ok(ServiceStatus::Defunct),
        "temporarily closed" => Ok(ServiceStatus::TemporarilyClosed),
        _ => Err(EntryFault::UnknownStatus),
    }
}

/// Feeds write 0 for "no oldest" and 99 or 120 for "any age": neither is a bound.
fn read_ages(entry: &Object) -> Result<(Option<i64>, Option<i64>), EntryFault> {
    let youngest = whole(entry, "minimum_age")?.filter(|age| *age != 0);
    let oldest = whole(entry, "maximum_age")?.filter(|age| *age != 0);
    let sane = |age: &i64| (0..=999).contains(age);
    if ![youngest, oldest].iter().flatten().all(sane) || youngest.is_some_and(|age| age > 120) {
        return Err(EntryFault::ImpossibleAges);
    }
    match (youngest, oldest) {
        (Some(youngest), Some(oldest)) if youngest > oldest => Err(EntryFault::ImpossibleAges),
        _ => Ok((youngest, oldest.filter(|age| *age < 99))),
    }
}

/// The names of the taxonomy terms it is classified by.
fn read_terms(entry: &Object) -> Result<Vec<String>, EntryFault> {
    let mut terms = Vec::new();
    for attribute in list(entry, "attributes")? {
        if let Some(term) = object(attribute, "taxonomy_term")? {
            terms.extend(first_text(term, &["name", "term", "code"])?);
        }
    }
    Ok(terms)
}

fn read_area(entry: &Object) -> Result<Option<String>, EntryFault> {
    let mut areas: Vec<String> = Vec::new();
    for area in list(entry, "service_areas")? {
        areas.extend(first_text(area, &["name", "service_area", "description"])?);
    }
    areas.dedup();
    let areas = within_limit(areas.join("\n"), "service_areas")?;
    Ok(Some(areas).filter(|areas| !areas.is_empty()))
}

fn read_languages(entry: &Object) -> Result<Vec<String>, EntryFault> {
    let mut languages: Vec<String> = Vec::new();
    for language in list(entry, "languages")? {
        let said = first_text(language, &["name", "language", "code"])?;
        languages.extend(said.filter(|said| !languages.contains(said)));
    }
    languages.truncate(100);
    Ok(languages)
}
