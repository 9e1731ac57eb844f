//! The rules against what happened to people in the study: cases drawn from its failure modes, renamed, and named after what
//! happened.

mod bounced;
mod cold_called;
mod discharged;
mod drifting;
mod handed_over;
mod lost;
mod properties;
mod unsafe_ways;

use uuid::Uuid;

use super::calendar::Day;
use crate::model::kinds::{
    Contact, Direction, Mode, Outcome, Purpose, ReferralState, ReferralStatus, StatusBy,
};
use crate::model::{EntityId, Timestamp};

fn id(number: u128) -> EntityId {
    EntityId(Uuid::from_u128(number))
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Ten in the morning of a day.
fn at(text: &str) -> Timestamp {
    day(text).start().plus_ms(10 * 3_600_000)
}

/// A visit both expected, in which both spoke.
fn visit(on: &str) -> Contact {
    Contact {
        at: at(on),
        zone: None,
        mode: Mode::Home,
        direction: Some(Direction::Worker),
        purposes: vec![Purpose::Listen],
        agreed_before: Some(true),
        outcome: Outcome::TwoWay,
        minutes: Some(50),
        place: None,
        methods: vec![],
        next_at: None,
        next_mode: None,
        next_why: None,
        no_next_because: None,
        planned_for: None,
        about: None,
        reason: None,
        with_carer: false,
        demanding: None,
        clock_suspect: false,
    }
}

/// A call about an assessment and nothing else, that nobody had agreed.
fn call_for_questions(on: &str) -> Contact {
    Contact {
        mode: Mode::Phone,
        purposes: vec![Purpose::Assessment],
        agreed_before: Some(false),
        minutes: Some(12),
        ..visit(on)
    }
}

fn attempt(on: &str, mode: Mode, demanding: bool) -> Contact {
    let outcome = match mode {
        Mode::Home => Outcome::NotHome,
        Mode::Message | Mode::Letter => Outcome::MessageLeft,
        _ => Outcome::NoAnswer,
    };
    Contact { mode, outcome, demanding: Some(demanding), minutes: None, ..visit(on) }
}

fn status(on: &str, state: ReferralState, by: StatusBy) -> ReferralStatus {
    let reason = state.needs_reason().then(|| "blood pressure".to_owned());
    ReferralStatus { referral: id(9), status: state, reason, at: at(on), by: Some(by), health_reason: None }
}
