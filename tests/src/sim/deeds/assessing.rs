//! Assessments: answered on one phone and another, submitted once or more often than once.

use alongside_core::companion::AssessmentState;
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{Audience, Role, StreamRef};
use alongside_demo::people::rng::Rng;

use super::noting::{some_case, some_draft};
use super::saving::{Writing, note, sentence};
use crate::sim::event::Deed;
use crate::sim::ledger::mark_of;
use crate::sim::world::World;

/// Lets a link worker go on with an assessment, or submit one.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    let worker = world.some_phone(rng, |phone| world.people[phone.person].role == Role::LinkWorker);
    let Some(phone) = worker else { return };
    if deed == Deed::Assess { assess(world, phone, rng) } else { submit(world, phone, rng) }
}

fn assess(world: &mut World, phone: usize, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Some(case) = some_case(&core, rng) else { return };
    let begun = core.start_assessment(case, "ons4", Mode::Home);
    let view = begun.and_then(|begun| core.assessment(begun.assessment));
    if let Ok(view) = view
        && view.state == AssessmentState::Draft
        && let Some(question) = view.questions.get(rng.index(view.questions.len()))
    {
        world.ledger.note_case(view.id, case);
        let (mark, text) = sentence(world, rng);
        let answered = core.answer(view.id, &question.item, &Response::Value(i64::from(rng.between(0, 10))));
        let ended = answered
            .and_then(|()| core.comment(view.id, &question.item, &text))
            .and_then(|()| core.pause_assessment(view.id));
        let writing = Writing {
            mark,
            record: view.id,
            kind: "assessment",
            field: format!("comment.{}", question.item),
            stream: StreamRef::private(world.people[world.phones[phone].person].id),
            replaces: question.comment.as_deref().and_then(mark_of),
        };
        note(world, phone, writing, &ended);
    }
    drop(core);
    world.restart_if_cut(phone);
}

fn submit(world: &mut World, phone: usize, rng: &mut Rng) {
    let Some((id, case)) = some_draft(world, phone, "assessment", rng) else { return };
    world.ledger.publish(id, StreamRef::of_case(case, Audience::Submitted));
    let ended = world.phones[phone].core.submit_assessment(id);
    world.must_fit(phone, &ended);
    world.trace.fold("submit", &ended.is_ok());
    world.restart_if_cut(phone);
}
