//! Whether a service is likely to take somebody: looked at before any form is filled in.
//!
//! Never a bar. A service may make an exception; whoever tries all the same writes down why, and it travels with the referral.

use super::candidate::{Candidate, Wish};
use crate::journey::finding::{Verdict, days};
use crate::model::kinds::{Capacity, ServiceStatus};

/// A wait longer than this is too long to be of use (metric M13).
pub const LONG_WAIT_DAYS: i64 = 60;

/// Something that may stand in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It does not run now.
    NotActive,
    /// The client is younger than it takes.
    TooYoung(i64),
    /// The client is older than it takes.
    TooOld(i64),
    /// It costs money and the client has none to spare.
    Costs,
    /// It does not say that the client's language is spoken.
    Language,
    /// It has no room.
    NoCapacity,
    /// The wait is longer than [`LONG_WAIT_DAYS`].
    LongWait(i64),
    /// It has conditions in words, which only a person can judge.
    AskAbout(String),
    /// It has bounds of age and the client's age is not known.
    AgeUnknown,
}

impl Obstacle {
    /// Whether it is known to stand in the way; otherwise it is to be asked.
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::AskAbout(_) | Self::AgeUnknown)
    }
}

/// What a look at the criteria gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eligibility {
    /// Nothing stands in the way.
    Fits,
    /// Something is to be asked first.
    Ask,
    /// Something stands in the way; to try all the same needs a reason.
    DoesNotFit,
}

/// What these obstacles come to.
pub fn judge(obstacles: &[Obstacle]) -> Eligibility {
    if obstacles.iter().any(Obstacle::is_known) {
        Eligibility::DoesNotFit
    } else if obstacles.is_empty() {
        Eligibility::Fits
    } else {
        Eligibility::Ask
    }
}

/// Everything that may stand in the way of this wish. `conditions` are the service's criteria in words.
pub fn list_obstacles(service: &Candidate, wish: &Wish, conditions: Option<&str>) -> Vec<Obstacle> {
    let bounds = service.minimum_age.is_some() || service.maximum_age.is_some();
    let wait = service.expected_days.filter(|days| *days > LONG_WAIT_DAYS);
    let language = wish.language.as_deref().and_then(|language| service.speaks(language));
    let conditions = conditions.map(str::trim).filter(|words| !words.is_empty());
    let found = [
        (service.status != ServiceStatus::Active).then_some(Obstacle::NotActive),
        wish.age.and_then(|age| service.minimum_age.filter(|least| age < *least)).map(Obstacle::TooYoung),
        wish.age.and_then(|age| service.maximum_age.filter(|most| age > *most)).map(Obstacle::TooOld),
        (wish.free && service.free == Some(false)).then_some(Obstacle::Costs),
        (language == Some(false)).then_some(Obstacle::Language),
        (service.capacity == Some(Capacity::NoCapacity)).then_some(Obstacle::NoCapacity),
        wait.map(Obstacle::LongWait),
        (wish.age.is_none() && bounds).then_some(Obstacle::AgeUnknown),
        conditions.map(|words| Obstacle::AskAbout(words.to_owned())),
    ];
    found.into_iter().flatten().collect()
}

impl Verdict for Obstacle {
    fn code(&self) -> &'static str {
        match self {
            Self::NotActive => "service_not_active",
            Self::TooYoung(_) => "too_young",
            Self::TooOld(_) => "too_old",
            Self::Costs => "costs_money",
            Self::Language => "language_not_spoken",
            Self::NoCapacity => "no_capacity",
            Self::LongWait(_) => "long_wait",
            Self::AskAbout(_) => "ask_about_conditions",
            Self::AgeUnknown => "age_unknown",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotActive => "It is not running now.".to_owned(),
            Self::TooYoung(least) => format!("It takes people from {least} years of age."),
            Self::TooOld(most) => format!("It takes people up to {most} years of age."),
            Self::Costs => "It costs money.".to_owned(),
            Self::Language => "It does not say that the client's language is spoken there.".to_owned(),
            Self::NoCapacity => "It has no room, as a colleague found out.".to_owned(),
            Self::LongWait(wait) => format!("The wait is about {}, longer than two months.", days(*wait)),
            Self::AskAbout(words) => format!("It says who can come: {words}"),
            Self::AgeUnknown => "It has bounds of age, and the client's age is not known here.".to_owned(),
        }
    }
}
