//! The kinds of life that people on a caseload live, each told in four parts. It must not know any one person.

mod asthma;
mod caring;
mod copd;
mod damp;
mod diabetes;
mod grief;
mod gym;
mod heart;
mod isolation;
mod money;
mod newcomer;
mod nights;
mod refuge;
mod thread;
mod work;

pub(crate) use thread::{GoalSeed, PARTS, Task, Thread, task};

use super::values::Condition;

/// The kinds of life beside the long-term condition, in the order a caseload walks through them.
pub(crate) static THREADS: [&Thread; 10] = [
    &caring::CARING,
    &money::MONEY,
    &damp::DAMP,
    &grief::GRIEF,
    &gym::GYM,
    &isolation::ISOLATION,
    &refuge::REFUGE,
    &work::WORK,
    &newcomer::NEWCOMER,
    &nights::NIGHTS,
];

/// What living with the condition is like.
pub(crate) fn thread_of(condition: Condition) -> &'static Thread {
    match condition {
        Condition::T2d => &diabetes::DIABETES,
        Condition::Copd => &copd::COPD,
        Condition::Asthma => &asthma::ASTHMA,
        Condition::Chd => &heart::HEART,
    }
}

/// What the condition is called in a sentence.
pub(crate) fn name_of(condition: Condition) -> &'static str {
    match condition {
        Condition::T2d => "diabetes",
        Condition::Copd => "COPD",
        Condition::Asthma => "asthma",
        Condition::Chd => "heart disease",
    }
}
