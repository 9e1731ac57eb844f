//! The next contact: when, how, with whom and what for. The client sees the same.

use alongside_core::companion::NextContactView;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, Choice, Timestamp};
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Named, Sent};
use super::desk::{Answer, Desk};

/// The next contact as both phones show it.
pub(super) fn show(next: &NextContactView) -> Value {
    json!({ "at": next.at, "mode": next.mode.name(), "who": next.who, "why": next.why, "unsent": next.unsent })
}

/// What is planned.
#[derive(Deserialize)]
pub(super) struct Planned {
    at: Timestamp,
    mode: Mode,
    why: String,
}

/// `PUT …/cases/{case}/next-contact`
pub(super) async fn plan(
    State(desk): State<Desk>,
    Named((phone, case)): Named<(String, CaseId)>,
    Sent(planned): Sent<Planned>,
) -> Answer {
    desk.ask(&phone, move |core| {
        core.plan_next_contact(case, planned.at, planned.mode, &planned.why)?;
        Ok(json!({}))
    })
    .await
}
