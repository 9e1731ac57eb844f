//! What is known of a client beside the name, and what matters to them: fields in which one of two values stands by rule, lists
//! that somebody puts into another order while somebody else adds to them or puts a part of them away.

use alongside_core::companion::ClientDetails;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{Audience, CaseId, EntityId, Role, StreamRef};
use alongside_demo::people::rng::Rng;

use super::noting::some_case;
use super::planning::{created, shared_case, writing};
use super::saving::{note, sentence};
use crate::sim::event::Deed;
use crate::sim::ledger::mark_of;
use crate::sim::world::World;

/// Lets somebody write what they have learned of a client.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    let fits = |role: Role| match deed {
        Deed::SetDetails => role == Role::LinkWorker,
        _ => role != Role::Supervisor,
    };
    let Some(phone) = world.some_phone(rng, |phone| fits(world.people[phone.person].role)) else { return };
    let core = world.phones[phone].core.clone();
    let case = if deed == Deed::SetDetails { some_case(&core, rng) } else { shared_case(&core, rng) };
    drop(core);
    let Some(case) = case else { return };
    match deed {
        Deed::SetDetails => details(world, phone, case, rng),
        _ => what_matters(world, phone, case, rng),
    }
    world.restart_if_cut(phone);
}

/// Language, pronouns and the way of contact: of two values written at once the later stands, and nobody is asked.
fn details(world: &mut World, phone: usize, case: CaseId, rng: &mut Rng) {
    let details = ClientDetails {
        language: Some(rng.draw(&["pl", "en", "ur", "cy"]).to_owned()),
        pronouns: rng.percent(50).then(|| rng.draw(&["she", "he", "they"]).to_owned()),
        preferred_mode: rng.percent(50).then(|| rng.draw(&[Mode::Home, Mode::Phone])),
        ..ClientDetails::default()
    };
    let ended = world.phones[phone].core.set_client_details(case, &details);
    world.trace.fold("details", &ended.is_ok());
    world.refused(ended.as_ref().err());
}

fn what_matters(world: &mut World, phone: usize, case: CaseId, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let there = core.what_matters(case).unwrap_or_default();
    let mut ids: Vec<(EntityId, String)> =
        there.into_iter().map(|view| (view.id, view.matters.words)).collect();
    ids.sort_unstable();
    let chosen = ids.get(rng.index(ids.len().min(2))).cloned();
    let stream = StreamRef::of_case(case, Audience::Shared);
    match (rng.index(5), chosen) {
        (2, Some((id, words))) => {
            let (mark, text) = sentence(world, rng);
            let ended = core.reword_what_matters(id, &text);
            drop(core);
            note(world, phone, writing(mark, id, "what_matters", "words", stream, mark_of(&words)), &ended);
        }
        (3, Some((id, _))) => {
            let ended = core.put_away_what_matters(id);
            world.trace.fold("put away", &ended.is_ok());
        }
        (4, Some((id, _))) => {
            let ended = core.order_what_matters(case, &[id]);
            world.trace.fold("order", &ended.is_ok());
        }
        _ => {
            let (mark, text) = sentence(world, rng);
            let ended = core.say_what_matters(case, &text, None);
            drop(core);
            created(world, phone, mark, &ended, ("what_matters", "words", stream));
        }
    }
}
