//! Finding a service: by need, words, day, age, language, cost and place; and the picker, which shows more than was asked for.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::service_view::list_alerts;
use super::{Companion, CompanionError, ServiceCard};
use crate::journey::calendar::Day;
use crate::journey::finding::Verdict;
use crate::journey::picker::candidate::{Candidate, Wish, day_bits};
use crate::journey::picker::distance::Point;
use crate::journey::picker::fit::{Fit, fit, order};
use crate::journey::picker::shelf::{Picked, pick};
use crate::model::kinds::{
    Capacity, Client, LocalKnowledge, Need, NeedCategory, OnwardReferral, ServiceStatus,
};
use crate::model::{Audience, CaseId, Choice, EntityId, Record, Timestamp, from_fields};
use crate::store::{Listing, ServiceRow, StoreError, counts, record, service_index};

/// What is searched for. What is absent does not matter; a service that says nothing of it is found too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceSearch {
    /// The need.
    pub category: Option<NeedCategory>,
    /// Words that its record holds; the last may be unfinished.
    pub words: Option<String>,
    /// The days the client can go, as `mon` to `sun`.
    pub days: Vec<String>,
    /// The client's age in years.
    pub age: Option<i64>,
    /// A language that must be spoken, as the directory names it.
    pub language: Option<String>,
    /// It may cost nothing.
    pub free: bool,
    /// A postcode, or its first half, to measure from. It is placed by the services nearby: no map is on the phone.
    pub postcode: Option<String>,
    /// How far at most, in metres.
    pub within_metres: Option<i64>,
    /// Those that do not run now as well, shown as such.
    pub with_inactive: bool,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicesFound {
    /// The services, best first.
    pub services: Vec<ServiceCard>,
    /// How many fit in all.
    pub fitting: u64,
    /// How many rows of the index were looked through; records are opened only for those that are shown.
    pub looked_through: u64,
}

/// Services of one category, in a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceShelf {
    /// The category.
    pub category: NeedCategory,
    /// Its services, best first.
    pub services: Vec<ServiceCard>,
}

/// What a picker shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicePicker {
    /// The need's own shelf first, and at least five categories where the directory has them.
    pub shelves: Vec<ServiceShelf>,
    /// Open near you and rarely used by referrals on this phone.
    pub rarely_used: Vec<ServiceCard>,
    /// Categories in which something may fit.
    pub open_categories: u64,
    /// Whether nothing serves the need itself: then the unmet need is worth recording.
    pub nothing_for_the_need: bool,
}

/// A row with its place among those that hold the words, when words were looked for.
type RankedRow = (ServiceRow, Option<usize>);

/// Words are looked for in so many services at most.
const MOST_WITH_WORDS: usize = 1_000;

impl Companion {
    /// Searches the directory, best fit first, at most `limit`. Works with no signal.
    ///
    /// # Errors
    /// The store's.
    pub fn search_services(
        &self,
        search: &ServiceSearch,
        limit: usize,
    ) -> Result<ServicesFound, CompanionError> {
        if search.words.is_some() {
            self.index_some()?;
        }
        let now = self.clock.now();
        Ok(self.store.read(|connection| {
            let (wish, rows) = look(connection, search, search.category)?;
            let looked_through = rows.len() as u64;
            let candidates = with_capacity(connection, rows)?.into_iter().filter(|service| {
                (search.with_inactive || service.status == ServiceStatus::Active) && service.may_fit(&wish)
            });
            let mut fits: Vec<Fit> = candidates.map(|service| fit(service, &wish, now)).collect();
            let fitting = fits.len() as u64;
            order(&mut fits);
            fits.truncate(limit);
            let services = open_cards(connection, fits, now)?;
            Ok(ServicesFound { services, fitting, looked_through })
        })?)
    }

    /// A picker for a client: by the need, when one is given, and the client's age, beside what `search` says.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when there is no such need.
    pub fn pick_service(
        &self,
        case: CaseId,
        need: Option<EntityId>,
        search: &ServiceSearch,
    ) -> Result<ServicePicker, CompanionError> {
        if search.words.is_some() {
            self.index_some()?;
        }
        let now = self.clock.now();
        Ok(self.store.read(|connection| {
            let need = need.map(|need| record::load(connection, need)).transpose()?;
            let need = need.and_then(|row| from_fields::<Need>(&row.fields).ok());
            let category = search.category.or(need.map(|need| need.category));
            let (wish, rows) = look(connection, search, None)?;
            let age = match wish.age {
                Some(age) => Some(age),
                None => find_age(connection, case, now)?,
            };
            let wish = Wish { category, age, ..wish };
            let uses = count_uses(connection)?;
            let picked = pick(with_capacity(connection, rows)?, &wish, &uses, now);
            open_picker(connection, picked, category, now)
        })?)
    }
}

/// The wish, and the rows to look through: those of a category, or those that hold the words.
fn look(
    connection: &Connection,
    search: &ServiceSearch,
    category: Option<NeedCategory>,
) -> Result<(Wish, Vec<RankedRow>), StoreError> {
    let postcode = search.postcode.as_deref();
    let place =
        postcode.map(|postcode| service_index::find_district(connection, postcode)).transpose()?.flatten();
    let wish = Wish {
        category: search.category,
        days: day_bits(search.days.iter().map(String::as_str)),
        age: search.age,
        language: search.language.clone(),
        free: search.free,
        place: place.map(|(latitude, longitude)| Point { latitude, longitude }),
        within_metres: search.within_metres,
    };
    let words = search.words.as_deref().filter(|words| !words.trim().is_empty());
    let rows = match words {
        None => {
            service_index::list_services(connection, category)?.into_iter().map(|row| (row, None)).collect()
        }
        Some(words) => {
            let found = service_index::find_services(connection, words, MOST_WITH_WORDS)?;
            let ranked = found.into_iter().enumerate().map(|(rank, row)| (row, Some(rank)));
            ranked.filter(|(row, _)| category.is_none_or(|category| row.category == category)).collect()
        }
    };
    Ok((wish, rows))
}

/// The rows as candidates, with the newest that colleagues know of their room.
fn with_capacity(connection: &Connection, rows: Vec<RankedRow>) -> Result<Vec<Candidate>, StoreError> {
    let known = record::list_for(connection, Audience::Directory, Listing::of(LocalKnowledge::ENTRY))?;
    let mut room: BTreeMap<EntityId, Capacity> = BTreeMap::new();
    for known in known.iter().filter_map(|row| from_fields::<LocalKnowledge>(&row.fields).ok()) {
        if let Some(capacity) = known.capacity {
            room.entry(known.service).or_insert(capacity);
        }
    }
    Ok(rows.into_iter().map(|(row, rank)| candidate(row, rank, &room)).collect())
}

fn candidate(row: ServiceRow, word_place: Option<usize>, room: &BTreeMap<EntityId, Capacity>) -> Candidate {
    Candidate {
        id: row.id,
        status: row.status,
        category: row.category,
        days: row.days,
        minimum_age: row.minimum_age,
        maximum_age: row.maximum_age,
        point: row.point.map(|(latitude, longitude)| Point { latitude, longitude }),
        free: row.free,
        expected_days: row.expected_days,
        languages: row.languages,
        confirmed_at: row.confirmed_at,
        capacity: room.get(&row.id).copied(),
        word_place,
    }
}

/// The client's age: from the date of birth, or from its year alone.
pub(super) fn find_age(
    connection: &Connection,
    case: CaseId,
    now: Timestamp,
) -> Result<Option<i64>, StoreError> {
    let client = record::find(connection, EntityId(case.0))?;
    let client = client.and_then(|row| from_fields::<Client>(&row.fields).ok());
    let today = Day::of(now);
    Ok(client.and_then(|client| match client.born.as_deref().and_then(Day::parse) {
        Some(born) => Some(today.since(born) * 4 / 1461),
        None => client.birth_year.map(|year| i64::from(today.year()) - year),
    }))
}

/// How many onward referrals on this phone went to each category. Whose they are is not looked at.
fn count_uses(connection: &Connection) -> Result<BTreeMap<NeedCategory, usize>, StoreError> {
    let counted = counts::count_by_word(connection, Audience::Work, OnwardReferral::ENTRY, "category")?;
    let known = counted.into_iter().filter_map(|(word, count)| Some((NeedCategory::find(&word)?, count)));
    Ok(known.collect())
}

fn open_cards(
    connection: &Connection,
    fits: Vec<Fit>,
    now: Timestamp,
) -> Result<Vec<ServiceCard>, StoreError> {
    let mut cards = Vec::new();
    for Fit { service: candidate, reasons, metres, .. } in fits {
        let Some(service) = super::service_view::find_service(connection, candidate.id)? else { continue };
        let alerts = list_alerts(&service, candidate.capacity, now);
        let reasons = reasons.iter().map(Verdict::finding).collect();
        let Candidate { id, capacity, .. } = candidate;
        cards.push(ServiceCard { id, service, metres, capacity, reasons, alerts });
    }
    Ok(cards)
}

fn open_picker(
    connection: &Connection,
    picked: Picked,
    need: Option<NeedCategory>,
    now: Timestamp,
) -> Result<ServicePicker, StoreError> {
    let nothing_for_the_need =
        need.is_some_and(|need| picked.shelves.first().is_none_or(|shelf| shelf.category != need));
    let mut shelves = Vec::new();
    for shelf in picked.shelves {
        let services = open_cards(connection, shelf.services, now)?;
        shelves.push(ServiceShelf { category: shelf.category, services });
    }
    let rarely_used = open_cards(connection, picked.rarely_used, now)?;
    Ok(ServicePicker {
        shelves,
        rarely_used,
        open_categories: picked.open_categories as u64,
        nothing_for_the_need,
    })
}
