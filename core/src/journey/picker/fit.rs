//! How well a service fits a wish, in points whose reasons can be shown.
//!
//! The need comes first, then whether the client can use it at all, then how easily. The points are a judgement and are all
//! in one table here; they order a list and are never shown as a score.

use super::candidate::{Candidate, Wish};
use super::eligibility::LONG_WAIT_DAYS;
use super::freshness::{Freshness, freshness};
use crate::journey::finding::Verdict;
use crate::model::kinds::{Capacity, NeedCategory};
use crate::model::{Timestamp, sort_by_key};

/// Why a service stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is for this need.
    ForTheNeed,
    /// It is for something close to this need.
    CloseToTheNeed,
    /// It holds the words searched for.
    Words,
    /// The client's language is spoken there.
    Language,
    /// It is open on a day the client can go.
    Day,
    /// It is free.
    Free,
    /// It is within walking distance, a mile.
    Near,
    /// It has room.
    HasRoom,
    /// It has no room now.
    NoRoom,
    /// It has a waiting list.
    WaitingList,
    /// The wait is longer than two months.
    LongWait,
    /// It has not been checked for a while.
    Unsure,
}

/// A service with its place in the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The service.
    pub service: Candidate,
    /// Higher fits better; to compare within one list and nothing else.
    pub points: i64,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How far it is, in metres.
    pub metres: Option<i64>,
}

/// A mile: what is called near.
const NEAR_METRES: i64 = 1_609;

const fn points(reason: Reason) -> i64 {
    match reason {
        Reason::ForTheNeed => 100,
        Reason::CloseToTheNeed => 40,
        Reason::Words => 60,
        Reason::Language => 25,
        Reason::Day => 15,
        Reason::Free => 10,
        Reason::Near => 15,
        Reason::HasRoom => 10,
        Reason::NoRoom => -45,
        Reason::WaitingList => -10,
        Reason::LongWait => -30,
        Reason::Unsure => -5,
    }
}

/// How well a service fits.
pub fn fit(service: Candidate, wish: &Wish, now: Timestamp) -> Fit {
    let metres = service.metres(wish);
    let reasons = list_reasons(&service, wish, metres, now);
    let words = service.word_place.map_or(0, |place| -i64::try_from(place.min(30)).unwrap_or(30));
    // A point for every 400 metres beyond what is near, at most as much as having no room.
    let far = metres.map_or(0, |metres| -((metres - NEAR_METRES).max(0) / 400).min(45));
    let total = reasons.iter().map(|reason| points(*reason)).sum::<i64>() + words + far;
    Fit { service, points: total, reasons, metres }
}

fn list_reasons(service: &Candidate, wish: &Wish, metres: Option<i64>, now: Timestamp) -> Vec<Reason> {
    let need = wish.category.and_then(|need| match need {
        need if need == service.category => Some(Reason::ForTheNeed),
        need if related(need).contains(&service.category) => Some(Reason::CloseToTheNeed),
        _ => None,
    });
    let language = wish.language.as_deref().and_then(|language| service.speaks(language));
    let room = service.capacity.and_then(|capacity| match capacity {
        Capacity::HasCapacity => Some(Reason::HasRoom),
        Capacity::NoCapacity => Some(Reason::NoRoom),
        Capacity::WaitingList => Some(Reason::WaitingList),
        Capacity::Ask | Capacity::Unknown => None,
    });
    let sure = freshness(service.status, service.confirmed_at, now) == Freshness::Fresh;
    let found = [
        need,
        service.word_place.map(|_| Reason::Words),
        (language == Some(true)).then_some(Reason::Language),
        (service.days & wish.days != 0).then_some(Reason::Day),
        (service.free == Some(true)).then_some(Reason::Free),
        metres.is_some_and(|metres| metres <= NEAR_METRES).then_some(Reason::Near),
        room,
        service.expected_days.is_some_and(|days| days > LONG_WAIT_DAYS).then_some(Reason::LongWait),
        (!sure).then_some(Reason::Unsure),
    ];
    found.into_iter().flatten().collect()
}

/// Needs that often lie behind one another, nearest first: circumstances are looked at before habits.
pub const fn related(need: NeedCategory) -> &'static [NeedCategory] {
    use NeedCategory::*;
    match need {
        Money => &[Energy, Food, Housing, Work, Legal],
        Housing => &[Money, Legal, Energy, Safety],
        Food => &[Money, Connection, Energy],
        Energy => &[Money, Housing, Food],
        Work => &[Money, Digital, Connection],
        Legal => &[Money, Housing, Safety],
        Caring => &[Mood, Money, Connection, Health],
        Safety => &[Legal, Housing, Mood],
        Digital => &[Connection, Work],
        Transport => &[Connection, Health],
        Connection => &[Mood, Transport, Digital, Lifestyle],
        Mood => &[Connection, Health, Caring, Lifestyle],
        Health => &[Lifestyle, Mood, Connection, Transport],
        Lifestyle => &[Health, Connection, Mood],
        Other | Unknown => &[],
    }
}

/// Best first; ties by id, so that the order is the same on every phone.
pub fn order(fits: &mut [Fit]) {
    sort_by_key(fits, |fit| (-fit.points, fit.metres.unwrap_or(i64::MAX), fit.service.id));
}

impl Verdict for Reason {
    fn code(&self) -> &'static str {
        match self {
            Self::ForTheNeed => "for_the_need",
            Self::CloseToTheNeed => "close_to_the_need",
            Self::Words => "holds_the_words",
            Self::Language => "speaks_the_language",
            Self::Day => "open_on_the_day",
            Self::Free => "free_of_charge",
            Self::Near => "near",
            Self::HasRoom => "has_capacity",
            Self::NoRoom => "no_capacity",
            Self::WaitingList => "waiting_list",
            Self::LongWait => "long_wait",
            Self::Unsure => "not_checked_lately",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::ForTheNeed => "For this need.",
            Self::CloseToTheNeed => "Close to this need.",
            Self::Words => "Has the words you looked for.",
            Self::Language => "The client's language is spoken there.",
            Self::Day => "Open on a day the client can go.",
            Self::Free => "Free of charge.",
            Self::Near => "Within a mile.",
            Self::HasRoom => "Has room now.",
            Self::NoRoom => "Has no room now.",
            Self::WaitingList => "Has a waiting list.",
            Self::LongWait => "The wait is longer than two months.",
            Self::Unsure => "Not checked in the last three months.",
        }
        .to_owned()
    }
}
