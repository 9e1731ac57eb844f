//! Writing a visit note: every keystroke is handed to the core, which says whether it is on the disk.

use alongside_core::companion::{NoteState, NoteView, Typed};
use alongside_core::model::{CaseId, EntityId};
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Named, Sent};
use super::desk::{Answer, Desk};

/// A note as the page shows it.
pub(super) fn view(note: &NoteView) -> Value {
    json!({
        "id": note.id,
        "case": note.case,
        "at": note.note.at,
        "body": note.note.body,
        "promised": note.note.promised,
        "signed": note.state == NoteState::Signed,
        "signed_at": note.signed_at,
        "author": note.author,
        "unsent": note.unsent,
    })
}

/// `POST …/cases/{case}/notes`
pub(super) async fn start(State(desk): State<Desk>, Named((phone, case)): Named<(String, CaseId)>) -> Answer {
    desk.ask(&phone, move |core| Ok(json!({ "id": core.start_note(case, None)? }))).await
}

/// `GET …/notes/{note}`
pub(super) async fn show(
    State(desk): State<Desk>,
    Named((phone, note)): Named<(String, EntityId)>,
) -> Answer {
    desk.ask(&phone, move |core| Ok(view(&core.note(note)?))).await
}

/// Words.
#[derive(Deserialize)]
pub(super) struct Words {
    text: String,
}

/// `PUT …/notes/{note} {"text": …}`: the whole text after a keystroke. Says whether it is on the disk, and if not, after how
/// many milliseconds to hand it over again.
pub(super) async fn type_on(
    State(desk): State<Desk>,
    Named((phone, note)): Named<(String, EntityId)>,
    Sent(Words { text }): Sent<Words>,
) -> Answer {
    desk.ask(&phone, move |core| {
        Ok(match core.type_note(note, &text)? {
            Typed::Saved => json!({ "saved": true }),
            Typed::SaveWithin(ms) => json!({ "saved": false, "again_ms": ms }),
        })
    })
    .await
}

/// `PUT …/notes/{note}/promise {"text": …}`
pub(super) async fn promise(
    State(desk): State<Desk>,
    Named((phone, note)): Named<(String, EntityId)>,
    Sent(Words { text }): Sent<Words>,
) -> Answer {
    desk.ask(&phone, move |core| {
        core.promise(note, &text)?;
        Ok(json!({ "saved": true }))
    })
    .await
}

/// `POST …/notes/{note}/leave {"text": …}`: the screen is left. The note becomes a draft that syncs to its author's phones; one
/// in which nothing was written is put away.
pub(super) async fn leave(
    State(desk): State<Desk>,
    Named((phone, note)): Named<(String, EntityId)>,
    Sent(Words { text }): Sent<Words>,
) -> Answer {
    desk.ask(&phone, move |core| {
        let promised = core.note(note)?.note.promised.unwrap_or_default();
        if text.trim().is_empty() && promised.trim().is_empty() {
            core.discard_draft(note)?;
            return Ok(json!({ "kept": false }));
        }
        core.keep_note(note, &text)?;
        core.save_note(note)?;
        Ok(json!({ "kept": true }))
    })
    .await
}

/// `POST …/notes/{note}/sign {"text": …}`: what is on the screen is sealed.
pub(super) async fn sign(
    State(desk): State<Desk>,
    Named((phone, note)): Named<(String, EntityId)>,
    Sent(Words { text }): Sent<Words>,
) -> Answer {
    desk.ask(&phone, move |core| {
        core.keep_note(note, &text)?;
        Ok(json!({ "id": core.sign_note(note)? }))
    })
    .await
}
