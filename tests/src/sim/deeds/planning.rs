//! Clients, needs and goals: what client and link worker write to the same records at the same time.

use alongside_core::companion::{Companion, CompanionError, GoalView, NewClient, NewGoal};
use alongside_core::model::kinds::{GoalStatus, Mode, NeedCategory, NextContact, StepBy, WordingBy};
use alongside_core::model::{Audience, CaseId, EntityId, Role, StreamRef, Timestamp};
use alongside_demo::people::rng::Rng;

use super::noting::some_case;
use super::saving::{Writing, note, sentence};
use crate::sim::coverage::Sight;
use crate::sim::event::Deed;
use crate::sim::ledger::mark_of;
use crate::sim::world::World;

/// Most cases at once.
const MOST_CASES: usize = 7;
/// What a long text goes on with, how often, and how many such texts somebody writes at most.
const MORE: &str = ", and then the letters came";
const LONG: usize = 800;
const LONG_TEXTS: usize = 4;

/// Lets somebody plan something.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    let writers = |world: &World, rng: &mut Rng| {
        world.some_phone(rng, |phone| world.people[phone.person].role != Role::Supervisor)
    };
    let Some(phone) = writers(world, rng) else { return };
    let client = world.role(phone) == Role::Client;
    match deed {
        Deed::AddClient | Deed::RaiseNeed | Deed::SetSafeContact | Deed::PlanNextContact if client => {}
        Deed::AddClient => add_client(world, phone, rng),
        Deed::RaiseNeed => raise_need(world, phone, rng),
        Deed::SetSafeContact => set_safe_contact(world, phone, rng),
        Deed::PlanNextContact => plan(world, phone, rng),
        Deed::AgreeGoal => agree(world, phone, rng),
        _ => work_on_goal(world, phone, deed, rng),
    }
}

/// Meets a new client, unless there are enough.
pub(in crate::sim) fn add_client(world: &mut World, phone: usize, rng: &mut Rng) {
    if world.cases.len() - world.erased.len() >= MOST_CASES {
        return;
    }
    let (mark, text) = sentence(world, rng);
    let new = NewClient { name: "Ada Okafor".to_owned(), address: Some(text), ..NewClient::default() };
    let ended = world.phones[phone].core.add_client(&new);
    let person = world.phones[phone].person;
    if let Ok(case) = ended {
        world.cases.push((case, world.people[person].organisation));
        world.on.insert((case, person));
        let stream = StreamRef::of_case(case, Audience::Core);
        let writing = writing(mark, EntityId(case.0), "client", "address", stream, None);
        note(world, phone, writing, &ended);
    }
    if world.restart_if_cut(phone) {
        learn(world, phone, person);
    }
}

/// A phone that died while it opened a case may have opened it.
fn learn(world: &mut World, phone: usize, person: usize) {
    let lines = world.phones[phone].core.caseload().unwrap_or_default();
    for case in lines.iter().map(|line| line.case) {
        if !world.cases.iter().any(|(known, _)| *known == case) {
            world.cases.push((case, world.people[person].organisation));
            world.on.insert((case, person));
        }
    }
}

fn raise_need(world: &mut World, phone: usize, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Some(case) = some_case(&core, rng) else { return };
    let (mark, text) = sentence(world, rng);
    let ended = core.raise_need(case, NeedCategory::Connection, &text);
    drop(core);
    let stream = StreamRef::of_case(case, Audience::Core);
    created(world, phone, mark, &ended, ("need", "words", stream));
}

fn set_safe_contact(world: &mut World, phone: usize, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Some(case) = some_case(&core, rng) else { return };
    let shown = core.client(case).ok().and_then(|view| view.client.safe_contact).as_deref().and_then(mark_of);
    let (mark, text) = sentence(world, rng);
    let ended = core.set_safe_contact(case, &text);
    drop(core);
    let stream = StreamRef::of_case(case, Audience::Core);
    let writing = writing(mark, EntityId(case.0), "client", "safe_contact", stream, shown);
    note(world, phone, writing, &ended);
    world.restart_if_cut(phone);
}

fn plan(world: &mut World, phone: usize, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Some(case) = some_case(&core, rng) else { return };
    let shown = core.next_contact(case).ok().flatten().and_then(|next| mark_of(&next.why));
    let (mark, text) = sentence(world, rng);
    let at = Timestamp(1_790_000_000_000 + i64::from(rng.between(0, 1_000_000)));
    let ended = core.plan_next_contact(case, at, Mode::Home, &text);
    drop(core);
    let stream = StreamRef::of_case(case, Audience::Shared);
    let writing = writing(mark, NextContact::id_of(case), "next_contact", "why", stream, shown);
    note(world, phone, writing, &ended);
    world.restart_if_cut(phone);
}

fn agree(world: &mut World, phone: usize, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Some(case) = shared_case(&core, rng) else { return };
    let (mark, text) = sentence(world, rng);
    let new = NewGoal { wording: text, wording_by: WordingBy::Client, category: None };
    let ended = core.agree_goal(case, &new);
    drop(core);
    created(world, phone, mark, &ended, ("goal", "wording", StreamRef::of_case(case, Audience::Shared)));
}

/// Writes long texts until one has no room: a short one fits into what an earlier one left free.
pub(super) fn write_much(world: &mut World, phone: usize, rng: &mut Rng) {
    let full = |world: &World| world.coverage.of(Sight::DiskFull);
    let before = full(world);
    for _ in 0..LONG_TEXTS {
        let core = world.phones[phone].core.clone();
        let Some(case) = shared_case(&core, rng) else { return };
        let (mark, text) = sentence(world, rng);
        let ended = core.say_what_matters(case, &format!("{text}{}", MORE.repeat(LONG)), None);
        drop(core);
        let stream = StreamRef::of_case(case, Audience::Shared);
        created(world, phone, mark, &ended, ("what_matters", "words", stream));
        if full(world) > before {
            return;
        }
    }
}

/// A case whose goals this phone has: a client's own, or one of the caseload.
pub(super) fn shared_case(core: &Companion, rng: &mut Rng) -> Option<CaseId> {
    core.me().ok().flatten()?.own_case.or_else(|| some_case(core, rng))
}

fn work_on_goal(world: &mut World, phone: usize, deed: Deed, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Some(case) = shared_case(&core, rng) else { return };
    let mut goals = core.goals(case).unwrap_or_default();
    goals.sort_by_key(|goal| goal.id);
    // Everybody works on the same two, so that they meet.
    let chosen = goals.get(rng.index(goals.len().min(2)));
    let stepped = goals.iter().find(|goal| deed == Deed::TickStep && !goal.steps.is_empty());
    let Some(goal) = stepped.or(chosen).cloned() else { return };
    let stream = StreamRef::of_case(case, Audience::Shared);
    match deed {
        Deed::RewordGoal => {
            let (mark, text) = sentence(world, rng);
            let ended = core.reword_goal(goal.id, &text, WordingBy::Client);
            drop(core);
            let writing = writing(mark, goal.id, "goal", "wording", stream, mark_of(&goal.goal.wording));
            note(world, phone, writing, &ended);
        }
        Deed::MoveGoal => move_goal(world, phone, &goal, stream, rng),
        Deed::AddStep => {
            let (mark, text) = sentence(world, rng);
            let ended = core.add_step(goal.id, &text, StepBy::Client);
            drop(core);
            created(world, phone, mark, &ended, ("step", "title", stream));
        }
        Deed::TickStep => {
            if let Some(step) = goal.steps.iter().min_by_key(|step| step.id) {
                let ended = core.tick_step(step.id, !step.step.done);
                world.trace.fold("tick", &ended.is_ok());
            }
        }
        _ => {
            let (mark, text) = sentence(world, rng);
            let ended = core.check_in(goal.id, Some(i64::from(rng.between(0, 10))), Some(&text));
            drop(core);
            created(world, phone, mark, &ended, ("check_in", "words", stream));
        }
    }
    world.restart_if_cut(phone);
}

fn move_goal(world: &mut World, phone: usize, goal: &GoalView, stream: StreamRef, rng: &mut Rng) {
    let (mark, text) = sentence(world, rng);
    let status = rng.draw(&[GoalStatus::Parked, GoalStatus::Active]);
    let why = (status == GoalStatus::Parked).then_some(text.as_str());
    let ended = world.phones[phone].core.set_goal_status(goal.id, status, why);
    if why.is_some() {
        let shown = goal.goal.park_reason.as_deref().and_then(mark_of);
        note(world, phone, writing(mark, goal.id, "goal", "park_reason", stream, shown), &ended);
    }
}

pub(super) fn created(
    world: &mut World,
    phone: usize,
    mark: u32,
    ended: &Result<EntityId, CompanionError>,
    (kind, field, stream): (&'static str, &str, StreamRef),
) {
    if let Ok(id) = ended {
        note(world, phone, writing(mark, *id, kind, field, stream, None), ended);
    } else {
        world.refused(ended.as_ref().err());
    }
    world.restart_if_cut(phone);
}

pub(super) fn writing(
    mark: u32,
    record: EntityId,
    kind: &'static str,
    field: &str,
    stream: StreamRef,
    replaces: Option<u32>,
) -> Writing {
    Writing { mark, record, kind, field: field.to_owned(), stream, replaces }
}
