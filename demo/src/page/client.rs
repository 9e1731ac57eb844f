//! `GET …/cases/{case}`: an open client on a link worker's phone. First what matters at the door: the next contact, what was
//! promised last time, how it is safe to call; then notes, goals, assessments and referrals.

use alongside_core::companion::{
    AssessmentState, AssessmentSummary, Companion, CompanionError, DraftSummary, NoteView,
};
use alongside_core::model::kinds::Client;
use alongside_core::model::{CaseId, Choice};
use axum::extract::State;
use serde_json::{Value, json};

use super::body::Named;
use super::desk::{Answer, Desk};
use super::{goals, next_contact, notes, referrals};

/// How many of the newest signed notes the screen shows.
const NOTES: usize = 12;

/// The client of a case with everything the screen shows.
pub(super) async fn show(State(desk): State<Desk>, Named((phone, case)): Named<(String, CaseId)>) -> Answer {
    desk.ask(&phone, move |core| screen(core, case)).await
}

fn screen(core: &Companion, case: CaseId) -> Result<Value, CompanionError> {
    let client = core.client(case)?;
    let signed = core.notes(case)?;
    let drafts = core.drafts()?;
    let collect = |views: Vec<Value>| Value::from(views);
    Ok(json!({
        "case": case,
        "client": person(&client.client),
        "unsent": client.unsent,
        "next_contact": core.next_contact(case)?.as_ref().map(next_contact::show),
        "promised": signed.iter().find_map(promised),
        "notes": signed.iter().take(NOTES).map(notes::view).collect::<Vec<_>>(),
        "notes_in_all": signed.len(),
        "drafts": drafts.iter().filter(|draft| draft.case == case).map(unfinished).collect::<Vec<_>>(),
        "goals": collect(core.goals(case)?.iter().map(goals::view).collect()),
        "assessments": collect(core.assessments(case)?.iter().map(assessment).collect()),
        "instruments": core.instruments().iter().map(|one| json!({ "id": one.id, "title": one.title })).collect::<Vec<_>>(),
        "referrals": collect(core.referrals(case)?.iter().map(referrals::view).collect()),
    }))
}

fn person(client: &Client) -> Value {
    json!({
        "name": client.name,
        "known_as": client.known_as,
        "birth_year": client.birth_year,
        "practice": client.practice,
        "conditions": client.conditions,
        "safe_contact": client.safe_contact,
        "status": client.status.map(Choice::name),
        "since": client.since,
    })
}

/// What was promised in a note, with when and by whom.
fn promised(note: &NoteView) -> Option<Value> {
    let words = note.note.promised.as_deref().filter(|words| !words.trim().is_empty())?;
    Some(json!({ "words": words, "at": note.note.at, "author": note.author }))
}

fn unfinished(draft: &DraftSummary) -> Value {
    json!({ "id": draft.id, "kind": draft.kind, "started": draft.started, "saved": draft.saved })
}

fn assessment(summary: &AssessmentSummary) -> Value {
    json!({
        "id": summary.id,
        "title": summary.title,
        "state": state(summary.state),
        "at": summary.at,
        "submitted_at": summary.submitted_at,
        "unsent": summary.unsent,
    })
}

/// The state of an assessment as the page's scripts know it.
pub(super) const fn state(state: AssessmentState) -> &'static str {
    match state {
        AssessmentState::Draft => "draft",
        AssessmentState::Submitted => "submitted",
        AssessmentState::NeedsConfirmation => "needs_confirmation",
        AssessmentState::Voided => "voided",
    }
}
