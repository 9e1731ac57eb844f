//! Goals in the client's words, with steps to tick and check-ins, on either phone.

use alongside_core::companion::{CheckInView, GoalView, NewGoal, StepView};
use alongside_core::model::kinds::{StepBy, WordingBy};
use alongside_core::model::{CaseId, Choice, EntityId};
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Named, Sent};
use super::desk::{Answer, Desk};

/// How many of the newest check-ins a goal shows.
const CHECK_INS: usize = 4;

/// A goal as both phones show it; the newest check-in first.
pub(super) fn view(goal: &GoalView) -> Value {
    json!({
        "id": goal.id,
        "wording": goal.goal.wording,
        "wording_by": goal.goal.wording_by.name(),
        "other_wordings": goal.other_wordings,
        "status": goal.goal.status.name(),
        "park_reason": goal.goal.park_reason,
        "at": goal.goal.at,
        "steps": goal.steps.iter().map(step).collect::<Vec<_>>(),
        "check_ins": goal.check_ins.iter().rev().take(CHECK_INS).map(check_in_view).collect::<Vec<_>>(),
        "unsent": goal.unsent,
    })
}

fn step(view: &StepView) -> Value {
    json!({
        "id": view.id,
        "title": view.step.title,
        "by": view.step.by.map(Choice::name),
        "done": view.step.done,
        "unsent": view.unsent,
    })
}

fn check_in_view(view: &CheckInView) -> Value {
    json!({
        "id": view.id,
        "by": view.check_in.by.name(),
        "score": view.check_in.score,
        "words": view.check_in.words,
        "at": view.check_in.at,
        "unsent": view.unsent,
    })
}

/// A goal as it is agreed, with its first step if there is one.
#[derive(Deserialize)]
pub(super) struct Agreed {
    wording: String,
    wording_by: WordingBy,
    #[serde(default)]
    first_step: String,
}

/// `POST …/cases/{case}/goals`
pub(super) async fn agree(
    State(desk): State<Desk>,
    Named((phone, case)): Named<(String, CaseId)>,
    Sent(Agreed { wording, wording_by, first_step }): Sent<Agreed>,
) -> Answer {
    desk.ask(&phone, move |core| {
        let id = core.agree_goal(case, &NewGoal { wording, wording_by, category: None })?;
        if !first_step.trim().is_empty() {
            core.add_step(id, &first_step, StepBy::Together)?;
        }
        Ok(json!({ "id": id }))
    })
    .await
}

/// A step to add.
#[derive(Deserialize)]
pub(super) struct NewStep {
    title: String,
    by: StepBy,
}

/// `POST …/goals/{goal}/steps`
pub(super) async fn add_step(
    State(desk): State<Desk>,
    Named((phone, goal)): Named<(String, EntityId)>,
    Sent(NewStep { title, by }): Sent<NewStep>,
) -> Answer {
    desk.ask(&phone, move |core| Ok(json!({ "id": core.add_step(goal, &title, by)? }))).await
}

/// Whether a step is done.
#[derive(Deserialize)]
pub(super) struct Tick {
    done: bool,
}

/// `PUT …/steps/{step} {"done": true}`
pub(super) async fn tick(
    State(desk): State<Desk>,
    Named((phone, step)): Named<(String, EntityId)>,
    Sent(Tick { done }): Sent<Tick>,
) -> Answer {
    desk.ask(&phone, move |core| {
        core.tick_step(step, done)?;
        Ok(json!({ "done": done }))
    })
    .await
}

/// How it is going: a number, words, or both.
#[derive(Deserialize)]
pub(super) struct Going {
    score: Option<i64>,
    words: Option<String>,
}

/// `POST …/goals/{goal}/check-ins`
pub(super) async fn check_in(
    State(desk): State<Desk>,
    Named((phone, goal)): Named<(String, EntityId)>,
    Sent(Going { score, words }): Sent<Going>,
) -> Answer {
    desk.ask(&phone, move |core| Ok(json!({ "id": core.check_in(goal, score, words.as_deref())? }))).await
}
