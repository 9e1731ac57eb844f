//! `GET /api/changes?after=N`: what is on the stage, as soon as it is no longer as it was at number N. The page asks again at
//! once, so that it shows a change within milliseconds and asks for nothing while nothing happens.

use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::desk::{Answer, Desk};
use super::fault::Fault;
use super::sync_line;
use crate::stage::{Owner, Stage};

/// An answer is given at the latest after this long, so that a browser that went away is noticed.
const AT_MOST: Duration = Duration::from_secs(20);

/// How the question is asked.
#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    after: u64,
}

/// Waits for a change and gives the stage.
pub(super) async fn wait(State(desk): State<Desk>, Query(After { after }): Query<After>) -> Answer {
    let _ = timeout(AT_MOST, desk.stage.moved_on_from(after)).await;
    let stage = std::sync::Arc::clone(&desk.stage);
    let shown = tokio::task::spawn_blocking(move || show(&stage)).await;
    Ok(Json(shown.map_err(|_| Fault::Stopped)??))
}

/// The number is read first: what changes while the rest is read shows at the next question.
fn show(stage: &Stage) -> Result<Value, Fault> {
    let number = stage.number();
    let phones = Owner::ALL.map(|owner| match stage.find_phone(owner) {
        Some(phone) => sync_line::show(owner, phone),
        None => Ok(json!({ "name": owner.name(), "ready": false })),
    });
    let phones = phones.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        "number": number,
        "stage": stage.phase(),
        "supervisors_page": stage.find_supervisors_page(),
        "phones": phones,
    }))
}
