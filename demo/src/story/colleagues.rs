//! The other two phones: the client sees the goal and answers it; the second link worker reads the note; neither sees more
//! than is theirs.

use alongside_core::companion::{Companion, GoalView, NoteState};

use super::claim::claim;
use super::visit::{GOAL, NOTE, PROMISE, Visit};
use crate::error::DemoError;
use crate::phone::Phone;

const SCORE: i64 = 3;
const WORDS: &str = "The curtain is up and it helps a bit";

/// The client finds the goal in their own words, ticks a step and says how it is going; the link worker's phone shows both.
/// Gives how many operations the client wrote.
pub(super) async fn client_answers(client: &Phone, worker: &Phone, visit: &Visit) -> Result<u64, DemoError> {
    client.sync_now().await?;
    let goal = find_goal(client.companion(), visit)?;
    claim(goal.goal.wording == GOAL, "the client's phone shows the goal in the client's words")?;
    claim(goal.steps.len() == 2, "the client's phone shows the goal's steps")?;
    claim(
        no_work_records(client.companion())?,
        "no note, need or assessment ever reaches the client's phone",
    )?;

    client.companion().tick_step(visit.step, true)?;
    client.companion().check_in(visit.goal, Some(SCORE), Some(WORDS))?;
    let ops = client.companion().sync_state()?.unsent;
    client.sync_now().await?;
    worker.sync_now().await?;
    let goal = find_goal(worker.companion(), visit)?;
    let ticked = goal.steps.iter().any(|step| step.id == visit.step && step.step.done);
    claim(ticked, "the link worker's phone shows the step the client ticked")?;
    let said = goal
        .check_ins
        .iter()
        .any(|said| said.check_in.score == Some(SCORE) && said.check_in.words.as_deref() == Some(WORDS));
    claim(said, "the link worker's phone shows how the client says it is going")?;
    Ok(ops)
}

/// The second link worker, who shares the case, reads the signed note and what was promised.
pub(super) async fn second_link_worker_reads(second: &Phone, visit: &Visit) -> Result<(), DemoError> {
    second.sync_now().await?;
    let note = second.companion().note(visit.note)?;
    let same = note.note.body == NOTE && note.note.promised.as_deref() == Some(PROMISE);
    claim(
        same && note.state == NoteState::Signed,
        "the second link worker reads the signed note as it was written",
    )?;
    claim(note.other_texts.is_empty(), "the signed note has one text")
}

fn find_goal(phone: &Companion, visit: &Visit) -> Result<GoalView, DemoError> {
    let goal = phone.goals(visit.case)?.into_iter().find(|goal| goal.id == visit.goal);
    goal.ok_or_else(|| DemoError::Claim("a goal agreed on one phone reaches the other".to_owned()))
}

fn no_work_records(phone: &Companion) -> Result<bool, DemoError> {
    let mut found = false;
    phone.visit_records(&mut |row| {
        found |= ["visit_note", "need", "assessment", "client", "contact"].contains(&row.kind.as_str());
    })?;
    Ok(!found)
}
