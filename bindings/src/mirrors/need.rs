//! Needs.

use alongside_core::companion::NeedView;
use alongside_core::model::kinds::{Need, NeedCategory, Resolution as NeedResolution};
use alongside_core::model::{EntityId, Timestamp};

/// What a need or a goal is about. Circumstances come first: they are asked about before habits.
#[uniffi::remote(Enum)]
pub enum NeedCategory {
    /// Money, debts, benefits.
    Money,
    /// A home, its state, its cost.
    Housing,
    /// Enough to eat.
    Food,
    /// Heating and light.
    Energy,
    /// Work or learning towards it.
    Work,
    /// Rights and the law.
    Legal,
    /// Caring for somebody.
    Caring,
    /// Being safe.
    Safety,
    /// Getting online.
    Digital,
    /// Getting about.
    Transport,
    /// Company, groups, culture, nature.
    Connection,
    /// Mood and confidence.
    Mood,
    /// Living with a health condition.
    Health,
    /// Activity, food, weight, smoking, alcohol, sleep.
    Lifestyle,
    /// Anything else.
    Other,
    /// A category of a newer version; never written.
    Unknown,
}

/// What became of a need.
#[uniffi::remote(Enum)]
pub enum NeedResolution {
    /// It was met.
    Met,
    /// It was met in part.
    Partly,
    /// It was not met.
    NotMet,
    /// Life changed and it no longer weighs.
    Changed,
    /// There is nothing nearby that serves it.
    NoService,
    /// The services there are do not take this person.
    NotEligible,
    /// The wait is too long to be of use (over 60 days).
    Waiting,
    /// It costs more than the client has.
    Unaffordable,
    /// The client cannot get there or get in.
    Inaccessible,
    /// A word of a newer version; never written.
    Unknown,
}

/// A need, in the client's words.
#[uniffi::remote(Record)]
pub struct Need {
    /// What it is about.
    pub category: NeedCategory,
    /// The client's words.
    pub words: String,
    /// When the client raised it.
    pub raised_at: Timestamp,
    /// What became of it.
    pub resolution: Option<NeedResolution>,
    /// When that was.
    pub resolved_at: Option<Timestamp>,
    /// What stood in the way, in words.
    pub barrier: Option<String>,
    /// Whether the client raised it unasked.
    pub raised_by_client: Option<bool>,
}

/// A need in a list.
#[uniffi::remote(Record)]
pub struct NeedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub need: Need,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
