//! `GET …/mine`: the client's own phone: who my link worker is, when and why we meet next, and my goals in my words.

use alongside_core::companion::{Companion, CompanionError};
use axum::extract::State;
use serde_json::{Value, json};

use super::body::Named;
use super::desk::{Answer, Desk};
use super::{goals, next_contact};

/// The client's screen.
pub(super) async fn show(State(desk): State<Desk>, Named(phone): Named<String>) -> Answer {
    desk.ask(&phone, screen).await
}

fn screen(core: &Companion) -> Result<Value, CompanionError> {
    let me = core.me()?.ok_or(CompanionError::NotFound)?;
    let Some(case) = me.own_case else { return Err(CompanionError::NotFound) };
    let card = core.link_worker(case)?.map(|card| {
        json!({
            "name": card.name,
            "what_they_do": card.what_they_do,
            "employer": card.employer,
            "reach": card.reach,
        })
    });
    Ok(json!({
        "case": case,
        "name": me.name,
        "link_worker": card,
        "next_contact": core.next_contact(case)?.as_ref().map(next_contact::show),
        "goals": core.goals(case)?.iter().map(goals::view).collect::<Vec<_>>(),
    }))
}
