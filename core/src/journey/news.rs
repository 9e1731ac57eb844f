//! What a client reads about their referral: where it stands, what happens next, who does it and by when. Plain words, and
//! nothing from a worker's notes.

use super::calendar::Day;
use crate::model::kinds::ReferralState;

/// News of a referral for the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Where it stands.
    pub words: String,
    /// What happens next, and who does it.
    pub next: Option<String>,
    /// Whether nothing more is expected of it.
    pub closed: bool,
}

/// The news for a referral in this state. `follow_up` is the last day on which the client hears about one that came back;
/// `told` is what the link worker wants the client to read about the reason.
pub fn news(
    state: ReferralState,
    service: &str,
    follow_up: Option<Day>,
    told: Option<&str>,
    worker: &str,
) -> News {
    let happened = happened(state, service);
    let told = told.map(str::trim).filter(|told| !told.is_empty());
    let words = told.map_or_else(|| happened.clone(), |told| format!("{happened} {told}"));
    let next = follow_up.map(|day| calls_back(worker, day)).or_else(|| next(state, service, worker));
    News { words, next, closed: follow_up.is_none() && is_over(state) }
}

fn happened(state: ReferralState, service: &str) -> String {
    match state {
        ReferralState::Drafted => format!("Your link worker is getting ready to ask {service}."),
        ReferralState::Sent => format!("{service} has been asked if you can come."),
        ReferralState::Received => format!("{service} has got your referral."),
        ReferralState::Accepted => format!("{service} said yes. You can come."),
        ReferralState::Waiting => format!("You are on the waiting list for {service}."),
        ReferralState::Rejected => {
            format!("{service} said no this time. It is not because of anything you did.")
        }
        ReferralState::Failed => {
            format!("{service} could not go ahead. It is not because of anything you did.")
        }
        ReferralState::Cancelled => format!("Your place at {service} was called off."),
        ReferralState::OnHold => format!("{service} is on hold for now."),
        ReferralState::Started => format!("You have started at {service}."),
        ReferralState::Attended => format!("You have been to {service}."),
        ReferralState::Finished => format!("{service} is complete."),
        ReferralState::Unknown => format!("There is news about {service}. Please ask your link worker."),
    }
}

fn calls_back(worker: &str, day: Day) -> String {
    format!(
        "{worker} will talk with you about it by {}, and you decide together what to try next.",
        day.words()
    )
}

fn next(state: ReferralState, service: &str, worker: &str) -> Option<String> {
    match state {
        ReferralState::Drafted => Some(format!("{worker} sends it.")),
        ReferralState::Sent | ReferralState::Received => {
            Some(format!("{service} answers. {worker} keeps an eye on it."))
        }
        ReferralState::Accepted => Some(format!("{service} or {worker} tells you when you can start.")),
        ReferralState::Waiting | ReferralState::OnHold => {
            Some(format!("You do not have to do anything. {worker} asks {service} how long it will be."))
        }
        ReferralState::Started | ReferralState::Attended => {
            Some(format!("{worker} asks you how it is going."))
        }
        _ => None,
    }
}

const fn is_over(state: ReferralState) -> bool {
    matches!(
        state,
        ReferralState::Rejected | ReferralState::Failed | ReferralState::Cancelled | ReferralState::Finished
    )
}
