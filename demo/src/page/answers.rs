//! One answer, and what was said beside it. On the disk when the page hears of it.

use alongside_core::instrument::Response;
use alongside_core::model::EntityId;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::body::{Named, Sent};
use super::desk::{Answer, Desk};

/// `PUT …/assessments/{assessment}/answers/{item}` with `{"value": 7}`, `{"text": "…"}` or `{"skip": "not_now"}`
pub(super) async fn answer(
    State(desk): State<Desk>,
    Named((phone, assessment, item)): Named<(String, EntityId, String)>,
    Sent(response): Sent<Response>,
) -> Answer {
    desk.ask(&phone, move |core| {
        core.answer(assessment, &item, &response)?;
        Ok(json!({ "saved": true }))
    })
    .await
}

/// What was said beside a question.
#[derive(Deserialize)]
pub(super) struct Said {
    words: String,
}

/// `PUT …/assessments/{assessment}/comments/{item} {"words": …}`
pub(super) async fn comment(
    State(desk): State<Desk>,
    Named((phone, assessment, item)): Named<(String, EntityId, String)>,
    Sent(Said { words }): Sent<Said>,
) -> Answer {
    desk.ask(&phone, move |core| {
        core.comment(assessment, &item, &words)?;
        Ok(json!({ "saved": true }))
    })
    .await
}
