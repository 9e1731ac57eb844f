//! A home visit with no signal: a note, a goal with steps and an assessment are written, and nothing leaves the phone.

use alongside_core::companion::{Companion, CompanionError, NewGoal, Reason};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{Mode, StepBy, WordingBy};
use alongside_core::model::{CaseId, EntityId};
use alongside_core::sync::{SyncError, TransportError};

use super::claim::claim;
use crate::error::DemoError;
use crate::phone::Phone;

/// The note's words.
pub(super) const NOTE: &str = "The kettle was on when I came. The back bedroom smells of wet plaster again, and the little heater \
                               eats the money. What matters most now is one dry room before winter. We looked at the photos of \
                               the old allotment for a long while.";
/// What was promised.
pub(super) const PROMISE: &str = "To take the photos of the wall to the housing office on Thursday";
/// The goal, as the client said it.
pub(super) const GOAL: &str = "I want one room I can sit in of an evening without my coat on";
/// What was said beside the last question.
pub(super) const COMMENT: &str = "It was the letter with the red stripe, I could not sleep for it";
/// The answers, in the order of the questions.
pub(super) const ANSWERS: [(&str, i64); 4] =
    [("satisfaction", 4), ("worthwhile", 6), ("happiness", 5), ("anxiety", 7)];

/// What was written.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub(super) case: CaseId,
    pub(super) goal: EntityId,
    pub(super) step: EntityId,
    pub(super) note: EntityId,
    pub(super) assessment: EntityId,
    pub(super) ops: u64,
}

/// Makes the visit, with aeroplane mode on from its beginning; it is still on at the end.
pub(super) async fn without_signal(phone: &Phone, case: CaseId) -> Result<Visit, DemoError> {
    let core = phone.companion();
    claim(core.sync_state()?.unsent == 0, "nothing is unsent before the visit")?;
    let before = phone.figures();
    phone.set_aeroplane_mode(true);

    let note = write_note(core, case)?;
    let goal = core.agree_goal(
        case,
        &NewGoal { wording: GOAL.to_owned(), wording_by: WordingBy::Client, category: None },
    )?;
    let step = core.add_step(goal, "Show the photos of the wall at the housing office", StepBy::Together)?;
    core.add_step(goal, "Ask the neighbour about the spare curtain", StepBy::Client)?;
    let assessment = hold_assessment(core, case)?;

    let ops = core.sync_state()?.unsent;
    let tried = phone.sync_now().await;
    let unreachable =
        matches!(tried, Err(CompanionError::Sync(SyncError::Transport(TransportError::Unreachable))));
    claim(unreachable, "a sync in aeroplane mode says that the server cannot be reached")?;
    let state = core.sync_state()?;
    claim(state.unsent == ops && ops > 0, "what was written offline stays unsent until a sync succeeds")?;
    claim(state.oldest_unsent.is_some(), "the phone says since when something is on it only")?;
    claim(phone.figures().requests == before.requests, "no request leaves the phone in aeroplane mode")?;
    Ok(Visit { case, goal, step, note, assessment, ops })
}

/// Types the note as a person does, so that its autosave is part of the story.
fn write_note(core: &Companion, case: CaseId) -> Result<EntityId, CompanionError> {
    let note = core.start_note(case, None)?;
    for (end, letter) in NOTE.char_indices() {
        core.type_note(note, &NOTE[..end + letter.len_utf8()])?;
    }
    core.keep_note(note, NOTE)?;
    core.promise(note, PROMISE)?;
    core.sign_note(note)
}

/// Begins the assessment, pauses it after two questions, goes on with it and submits it; then tries to submit it again.
fn hold_assessment(core: &Companion, case: CaseId) -> Result<EntityId, DemoError> {
    let draft = core.start_assessment(case, "ons4", Mode::Home)?.assessment;
    for (item, value) in &ANSWERS[..2] {
        core.answer(draft, item, &Response::Value(*value))?;
    }
    core.pause_assessment(draft)?;
    let resumed = core.start_assessment(case, "ons4", Mode::Home)?.assessment;
    claim(resumed == draft, "a paused assessment is gone on with, not begun anew")?;
    for (item, value) in &ANSWERS[2..] {
        core.answer(draft, item, &Response::Value(*value))?;
    }
    core.comment(draft, "anxiety", COMMENT)?;
    let outside = core.answer(draft, "anxiety", &Response::Value(11));
    claim(
        matches!(outside, Err(CompanionError::Invalid { reason: Reason::OutOfRange, .. })),
        "an answer outside the scale is refused",
    )?;
    let sealed = core.submit_assessment(draft)?;
    let again = core.submit_assessment(draft);
    claim(
        matches!(again, Err(CompanionError::Invalid { reason: Reason::AlreadySealed, .. })),
        "submitting an assessment twice is refused",
    )?;
    Ok(sealed)
}
