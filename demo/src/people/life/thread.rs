//! The form of one kind of life: what a link worker hears over months, told in four parts, with the goals and services that
//! belong to it. It must not know any person; patterns are filled in by `phrase`.

use crate::people::services::Service;

/// How many parts a kind of life is told in: as it was first told, the hard middle, the turn, the easing.
pub(crate) const PARTS: usize = 4;

/// One kind of life, as patterns of sentences.
#[derive(Debug)]
pub(crate) struct Thread {
    /// Its name, unique among the kinds.
    pub(crate) key: &'static str,
    /// What the worker reports, by part.
    pub(crate) told: [&'static [&'static str]; PARTS],
    /// The client's own words, by part.
    pub(crate) said: [&'static [&'static str]; PARTS],
    /// What the worker promises, to follow “I will”.
    pub(crate) promises: &'static [&'static str],
    /// What the client takes on.
    pub(crate) tasks: &'static [Task],
    /// What the client may want.
    pub(crate) goals: &'static [GoalSeed],
    /// Why a referral is made.
    pub(crate) reasons: &'static [&'static str],
    /// Which services fit.
    pub(crate) services: &'static [Service],
    /// A look back, once it has eased.
    pub(crate) later: &'static [&'static str],
}

/// Something a client takes on until the next contact.
#[derive(Debug)]
pub(crate) struct Task {
    /// To follow “will”.
    pub(crate) todo: &'static str,
    /// To follow “had”.
    pub(crate) done: &'static str,
}

/// A short way to write a task.
pub(crate) const fn task(todo: &'static str, done: &'static str) -> Task {
    Task { todo, done }
}

/// A goal and the steps that lead to it.
#[derive(Debug)]
pub(crate) struct GoalSeed {
    /// The client's wording.
    pub(crate) words: &'static str,
    /// What check-ins call it.
    pub(crate) about: &'static str,
    /// Whether check-ins may say how far the person walked.
    pub(crate) moving: bool,
    /// Who does what; six are drawn.
    pub(crate) steps: &'static [&'static str],
}
