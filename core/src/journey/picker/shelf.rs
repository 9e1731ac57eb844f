//! What a picker shows: the best for the need, shelves of other categories, and what is open nearby and rarely used.
//!
//! Onward referrals in the study narrowed to benefits advice and the gym. So a picker shows at least five categories where
//! the directory has them, and some of what this phone's referrals have hardly used. Uses are counted by category, over all
//! referrals on the phone; never by worker.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::{Candidate, Wish};
use super::fit::{Fit, fit, order, related};
use crate::model::kinds::{NeedCategory, ServiceStatus};
use crate::model::{EntityId, Timestamp, sort_by_key};

/// A picker shows at least so many categories, where the directory has them open.
pub const LEAST_CATEGORIES: usize = 5;
const FOR_THE_NEED: usize = 8;
const ON_A_SHELF: usize = 2;
const RARELY_USED: usize = 3;
/// As far as "near you" goes, in metres, unless the wish says less.
const NEARBY_METRES: i64 = 8_000;

/// Services of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The category.
    pub category: NeedCategory,
    /// Its services, best first.
    pub services: Vec<Fit>,
}

/// What a picker shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// Shelves: the need's own first, then what is close to it, then the rest, least used first.
    pub shelves: Vec<Shelf>,
    /// Open, near, and of categories that referrals on this phone have used least; none of these is on a shelf.
    pub rarely_used: Vec<Fit>,
    /// Categories in which the directory has a service that may fit and runs.
    pub open_categories: usize,
}

/// Picks. `uses` says how many onward referrals of this phone went to each category.
pub fn pick(
    services: Vec<Candidate>,
    wish: &Wish,
    uses: &BTreeMap<NeedCategory, usize>,
    now: Timestamp,
) -> Picked {
    let open = services
        .into_iter()
        .filter(|service| service.status == ServiceStatus::Active && service.may_fit(wish));
    let mut fits: Vec<Fit> = open.map(|service| fit(service, wish, now)).collect();
    order(&mut fits);
    let mut by_category: BTreeMap<NeedCategory, Vec<Fit>> = BTreeMap::new();
    for fit in fits {
        by_category.entry(fit.service.category).or_default().push(fit);
    }
    let open_categories = by_category.len();
    let wanted = choose_categories(&by_category, wish.category, uses);
    let shelves: Vec<Shelf> = wanted.into_iter().map(|category| fill(&by_category, category, wish)).collect();
    let shown: BTreeSet<EntityId> =
        shelves.iter().flat_map(|shelf| &shelf.services).map(|fit| fit.service.id).collect();
    let rarely_used = list_rarely_used(by_category, &shown, wish, uses);
    Picked { shelves, rarely_used, open_categories }
}

fn use_of(uses: &BTreeMap<NeedCategory, usize>, category: NeedCategory) -> usize {
    uses.get(&category).copied().unwrap_or(0)
}

/// The need's own and what is close to it; then, up to [`LEAST_CATEGORIES`], the least used.
fn choose_categories(
    by_category: &BTreeMap<NeedCategory, Vec<Fit>>,
    need: Option<NeedCategory>,
    uses: &BTreeMap<NeedCategory, usize>,
) -> Vec<NeedCategory> {
    let close = need.into_iter().chain(need.map_or(&[][..], related).iter().copied());
    let mut chosen: Vec<NeedCategory> = close.filter(|category| by_category.contains_key(category)).collect();
    let mut others: Vec<NeedCategory> =
        by_category.keys().filter(|category| !chosen.contains(category)).copied().collect();
    sort_by_key(&mut others, |category| (use_of(uses, *category), *category));
    let missing = LEAST_CATEGORIES.saturating_sub(chosen.len());
    chosen.extend(others.into_iter().take(missing));
    chosen
}

fn fill(by_category: &BTreeMap<NeedCategory, Vec<Fit>>, category: NeedCategory, wish: &Wish) -> Shelf {
    let most = if wish.category == Some(category) { FOR_THE_NEED } else { ON_A_SHELF };
    let services = by_category.get(&category).into_iter().flatten().take(most).cloned().collect();
    Shelf { category, services }
}

/// One of each of the least used categories: those used less than the average of all that are open.
fn list_rarely_used(
    by_category: BTreeMap<NeedCategory, Vec<Fit>>,
    shown: &BTreeSet<EntityId>,
    wish: &Wish,
    uses: &BTreeMap<NeedCategory, usize>,
) -> Vec<Fit> {
    let (total, count) = (uses.values().sum::<usize>(), by_category.len());
    let is_rare = |category| use_of(uses, category) * count < total || total == 0;
    let most = wish.within_metres.unwrap_or(NEARBY_METRES);
    let is_near = |fit: &Fit| wish.place.is_none() || fit.metres.is_some_and(|metres| metres <= most);
    let rare = by_category.into_iter().filter(|(category, _)| is_rare(*category));
    let firsts = rare.filter_map(|(category, fits)| {
        let first = fits.into_iter().find(|fit| !shown.contains(&fit.service.id) && is_near(fit))?;
        Some((use_of(uses, category), category, first))
    });
    let mut firsts: Vec<_> = firsts.collect();
    sort_by_key(&mut firsts, |(uses, category, fit)| (*uses, -fit.points, *category));
    firsts.into_iter().take(RARELY_USED).map(|(_, _, fit)| fit).collect()
}
