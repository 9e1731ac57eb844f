//! The head of a phone: whose it is, its aeroplane-mode switch, and an honest account of what is on this phone only.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use alongside_core::companion::CompanionError;
use alongside_core::model::Choice;

use super::body::{Named, Sent};
use super::desk::{Answer, Desk};
use super::fault::Fault;
use crate::phone::Phone;
use crate::stage::Owner;

/// The phone as its head shows it.
pub(super) fn show(owner: Owner, phone: &Phone) -> Result<Value, Fault> {
    // Read first: what changes while the rest is read shows at the next question.
    let changes = phone.changes();
    let me = phone.companion().me()?;
    let sync = phone.companion().sync_state()?;
    Ok(json!({
        "name": owner.name(),
        "ready": true,
        "changes": changes,
        "owner": me.as_ref().map(|me| &me.name),
        "role": me.as_ref().map(|me| me.role.name()),
        "role_words": me.as_ref().map(|me| me.role.words()),
        "organisation": me.as_ref().map(|me| &me.organisation),
        "aeroplane": phone.in_aeroplane_mode(),
        "unsent": sync.unsent,
        "oldest_unsent": sync.oldest_unsent,
        "last_sync": sync.last_sync,
        "problem": sync.problem,
        "running": sync.running,
        "remarks": sync.remarks,
    }))
}

/// Where the switch is to be.
#[derive(Deserialize)]
pub(super) struct Switch {
    on: bool,
}

/// `PUT …/aeroplane {"on": true}`
pub(super) async fn set_aeroplane_mode(
    State(desk): State<Desk>,
    Named(phone): Named<String>,
    Sent(Switch { on }): Sent<Switch>,
) -> Answer {
    desk.phone(&phone)?.set_aeroplane_mode(on);
    Ok(Json(json!({ "on": on })))
}

/// `POST …/sync`: a sync now; one that is running already will do.
pub(super) async fn sync_now(State(desk): State<Desk>, Named(phone): Named<String>) -> Answer {
    match desk.phone(&phone)?.sync_now().await {
        Ok(report) => Ok(Json(json!({ "sent": report.sent, "received": report.received }))),
        Err(CompanionError::Sync(alongside_core::sync::SyncError::Busy)) => {
            Ok(Json(json!({ "running": true })))
        }
        Err(error) => Err(error.into()),
    }
}
