//! An assessment held as a conversation: begun, paused for as long as it takes, submitted once.

use alongside_core::companion::{AssessmentView, QuestionView};
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId};
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Named, Sent};
use super::client::state;
use super::desk::{Answer, Desk};

fn view(view: &AssessmentView) -> Value {
    json!({
        "id": view.id,
        "case": view.case,
        "instrument": view.instrument,
        "title": view.title,
        "introduction": view.introduction,
        "licence": view.licence,
        "state": state(view.state),
        "at": view.at,
        "submitted_at": view.submitted_at,
        "questions": view.questions.iter().map(question).collect::<Vec<_>>(),
        "answered": view.answered,
        "left": view.left,
        "unsent": view.unsent,
    })
}

fn question(view: &QuestionView) -> Value {
    let options = view.options.iter().map(|option| json!({ "value": option.value, "label": option.label }));
    json!({
        "item": view.item,
        "prompt": view.prompt,
        "help": view.help,
        "options": options.collect::<Vec<_>>(),
        "allow_not_now": view.allow_not_now,
        "allow_prefer_not_to_say": view.allow_prefer_not_to_say,
        "value": view.value,
        "said": view.said,
        "band": view.band,
        "comment": view.comment,
    })
}

/// Which questions.
#[derive(Deserialize)]
pub(super) struct Begun {
    instrument: String,
}

/// `POST …/cases/{case}/assessments`: begins one, or goes on with the unfinished one of the same instrument.
pub(super) async fn start(
    State(desk): State<Desk>,
    Named((phone, case)): Named<(String, CaseId)>,
    Sent(Begun { instrument }): Sent<Begun>,
) -> Answer {
    desk.ask(&phone, move |core| {
        Ok(json!({ "id": core.start_assessment(case, &instrument, Mode::Home)?.assessment }))
    })
    .await
}

/// `GET …/assessments/{assessment}`
pub(super) async fn show(State(desk): State<Desk>, Named((phone, id)): Named<(String, EntityId)>) -> Answer {
    desk.ask(&phone, move |core| Ok(view(&core.assessment(id)?))).await
}

/// `POST …/assessments/{assessment}/pause`
pub(super) async fn pause(State(desk): State<Desk>, Named((phone, id)): Named<(String, EntityId)>) -> Answer {
    desk.ask(&phone, move |core| {
        core.pause_assessment(id)?;
        Ok(json!({}))
    })
    .await
}

/// `POST …/assessments/{assessment}/submit`
pub(super) async fn submit(
    State(desk): State<Desk>,
    Named((phone, id)): Named<(String, EntityId)>,
) -> Answer {
    desk.ask(&phone, move |core| Ok(json!({ "id": core.submit_assessment(id)? }))).await
}
