//! A service as the picker sees it, and what is wished for.

use super::distance::Point;
use crate::model::kinds::{Capacity, NeedCategory, ServiceStatus};
use crate::model::{EntityId, Timestamp};

/// The days of the week as a service's record names them, in order.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The bits of these days, Monday the lowest; words that are no day are none.
pub fn day_bits<'a>(days: impl IntoIterator<Item = &'a str>) -> u8 {
    days.into_iter()
        .filter_map(|day| DAYS.iter().position(|known| *known == day))
        .fold(0, |bits, day| bits | 1 << day)
}

/// A service as the picker sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The record.
    pub id: EntityId,
    /// Whether it can be used.
    pub status: ServiceStatus,
    /// The need it serves first.
    pub category: NeedCategory,
    /// The days it is open, as [`day_bits`]; 0 when nobody said.
    pub days: u8,
    /// The youngest it takes, in years.
    pub minimum_age: Option<i64>,
    /// The oldest it takes, in years.
    pub maximum_age: Option<i64>,
    /// Where it is.
    pub point: Option<Point>,
    /// Whether it is free of charge.
    pub free: Option<bool>,
    /// The longest wait it speaks of, in days.
    pub expected_days: Option<i64>,
    /// The languages spoken there, in small letters, apart by line breaks; empty when nobody said.
    pub languages: String,
    /// When anybody last checked it.
    pub confirmed_at: Option<Timestamp>,
    /// Whether it has room, as a link worker last found out.
    pub capacity: Option<Capacity>,
    /// Its place among those that hold the words searched for, from 0; absent when no words were.
    pub word_place: Option<usize>,
}

/// What is wished for. What is absent does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The need.
    pub category: Option<NeedCategory>,
    /// The days the client can go, as [`day_bits`]; 0 for any.
    pub days: u8,
    /// The client's age in years.
    pub age: Option<i64>,
    /// A language that must be spoken, in any case of letters.
    pub language: Option<String>,
    /// It may cost nothing.
    pub free: bool,
    /// Where from.
    pub place: Option<Point>,
    /// How far at most, in metres.
    pub within_metres: Option<i64>,
}

impl Candidate {
    /// How far it is from the place wished for, in metres.
    pub fn metres(&self, wish: &Wish) -> Option<i64> {
        Some(self.point?.metres_to(wish.place?))
    }

    /// Whether `language` is spoken there; nothing when nobody said which are.
    pub fn speaks(&self, language: &str) -> Option<bool> {
        let wanted = language.trim().to_lowercase();
        (!self.languages.is_empty()).then(|| self.languages.lines().any(|spoken| spoken.trim() == wanted))
    }

    /// Whether it takes somebody of this age; nothing when it has no bounds.
    pub fn takes_age(&self, age: i64) -> Option<bool> {
        let bounds = self.minimum_age.is_some() || self.maximum_age.is_some();
        let fits = self.minimum_age.is_none_or(|least| least <= age)
            && self.maximum_age.is_none_or(|most| age <= most);
        bounds.then_some(fits)
    }

    /// Whether nothing that is known of it is against the wish. The category is no bar: it only orders.
    pub fn may_fit(&self, wish: &Wish) -> bool {
        let day = wish.days == 0 || self.days == 0 || self.days & wish.days != 0;
        let age = wish.age.and_then(|age| self.takes_age(age)) != Some(false);
        let language = wish.language.as_deref().and_then(|language| self.speaks(language)) != Some(false);
        let cost = !(wish.free && self.free == Some(false));
        let near = match (self.metres(wish), wish.within_metres) {
            (Some(metres), Some(most)) => metres <= most,
            _ => true,
        };
        day && age && language && cost && near
    }
}
