//! What an event does to a world, a file for each sort of deed.

mod assessing;
mod breaking;
mod carrying;
mod desk;
mod erasing;
mod mattering;
mod noting;
mod planning;
mod recovering;
mod saving;
mod scripting;

pub(super) use desk::{enrol, put_on};
pub(super) use planning::add_client;
pub(super) use scripting::{begin as begin_script, exchange as exchange_script};

use alongside_demo::people::rng::Rng;

use super::event::{Deed, Event};
use super::world::World;

/// Lets an event happen. Between two events a few minutes pass.
pub(super) fn happen(world: &mut World, event: &Event) {
    let mut rng = Rng::new(event.salt);
    world.trace.fold("event", &(event.no, event.deed as u8));
    world.time.pass(i64::from(rng.between(1, 900)) * 1_000);
    deed(world, event, &mut rng);
    (world.watch.settings)(world);
}

fn deed(world: &mut World, event: &Event, rng: &mut Rng) {
    match event.deed {
        Deed::AddClient | Deed::RaiseNeed | Deed::SetSafeContact | Deed::PlanNextContact => {
            planning::happen(world, event.deed, rng);
        }
        Deed::AgreeGoal
        | Deed::RewordGoal
        | Deed::MoveGoal
        | Deed::AddStep
        | Deed::TickStep
        | Deed::CheckIn => planning::happen(world, event.deed, rng),
        Deed::SetDetails | Deed::WhatMatters => mattering::happen(world, event.deed, rng),
        Deed::WriteNote
        | Deed::OpenDraft
        | Deed::SaveDraft
        | Deed::SignNote
        | Deed::SignElsewhere
        | Deed::DiscardDraft => {
            noting::happen(world, event.deed, rng);
        }
        Deed::Assess | Deed::SubmitAssessment => assessing::happen(world, event.deed, rng),
        Deed::BeginSync
        | Deed::Deliver
        | Deed::DeliverAll
        | Deed::LoseRequest
        | Deed::LoseReply
        | Deed::Duplicate
        | Deed::Truncate
        | Deed::LoginPage
        | Deed::RefuseCursor
        | Deed::Clog
        | Deed::Unclog => carrying::happen(world, event.deed, rng),
        Deed::Assign
        | Deed::Unassign
        | Deed::Reassign
        | Deed::RevokePhone
        | Deed::GivePhone
        | Deed::Leave => desk::happen(world, event.deed, rng),
        Deed::Erase => erasing::happen(world, rng),
        Deed::BackUpPhone
        | Deed::RestorePhone
        | Deed::CopyPhone
        | Deed::BackUpServer
        | Deed::RestoreServer => recovering::happen(world, event.deed, rng),
        Deed::Script => scripting::happen(world, rng),
        _ => breaking::happen(world, event.deed, rng),
    }
}
