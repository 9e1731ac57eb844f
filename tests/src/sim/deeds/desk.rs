//! The administrator's desk: who is on which case, which phones are lost, who leaves.

use alongside_core::model::{CaseId, Role};
use alongside_core::sync::TransportError;
use alongside_demo::people::rng::Rng;
use alongside_server::admin::{
    assign, disable_person, list_devices, make_code, reassign, revoke_device, unassign,
};

use crate::sim::air::{Content, fill};
use crate::sim::coverage::Sight;
use crate::sim::event::Deed;
use crate::sim::phone::Phone;
use crate::sim::world::World;

/// Most phones in a world.
const MOST_PHONES: usize = 10;

/// Lets an administrator do something. Nothing goes wrong at the desk itself.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    let troubles = world.server.troubles.hold();
    match deed {
        Deed::Assign => put_on(world, rng),
        Deed::Unassign => take_off(world, rng),
        Deed::Reassign => hand_over(world, rng),
        Deed::RevokePhone => revoke(world, rng),
        Deed::GivePhone => give(world, rng),
        _ => leave(world, rng),
    }
    world.server.troubles.resume(troubles);
}

fn some_case(world: &World, rng: &mut Rng) -> Option<CaseId> {
    let cases: Vec<CaseId> = world.cases.iter().map(|(case, _)| *case).collect();
    (!cases.is_empty()).then(|| rng.draw(&cases))
}

fn workers_off(world: &World, case: CaseId) -> Vec<usize> {
    let home = world.cases.iter().find(|(known, _)| *known == case).map(|(_, home)| *home);
    let fits = |place: &usize| {
        let someone = &world.people[*place];
        someone.role == Role::LinkWorker
            && !someone.left
            && Some(someone.organisation) == home
            && !world.on.contains(&(case, *place))
    };
    (0..world.people.len()).filter(fits).collect()
}

fn workers_on(world: &World, case: CaseId) -> Vec<usize> {
    world.on.iter().filter(|(on, _)| *on == case).map(|(_, place)| *place).collect()
}

/// Puts a link worker on a case.
pub(in crate::sim) fn put_on(world: &mut World, rng: &mut Rng) {
    let Some(case) = some_case(world, rng) else { return };
    let off = workers_off(world, case);
    if off.is_empty() {
        return;
    }
    let place = rng.draw(&off);
    if assign(&*world.server.store, &world.server.ports, case, world.people[place].id).is_ok() {
        joined(world, case, place);
    }
}

fn joined(world: &mut World, case: CaseId, place: usize) {
    world.on.insert((case, place));
    world.coverage.see(Sight::Assigned);
    if world.once.contains(&(case, place)) {
        world.coverage.see(Sight::Granted);
    }
}

fn parted(world: &mut World, case: CaseId, place: usize) {
    world.on.remove(&(case, place));
    world.once.insert((case, place));
    let unsent = world.phones.iter().filter(|phone| phone.person == place).any(|phone| phone.unsent() > 0);
    if unsent {
        world.coverage.see(Sight::UnassignedUnsent);
    }
}

fn take_off(world: &mut World, rng: &mut Rng) {
    let Some(case) = some_case(world, rng) else { return };
    let on = workers_on(world, case);
    if on.is_empty() {
        return;
    }
    let place = rng.draw(&on);
    if unassign(&*world.server.store, &world.server.ports, case, world.people[place].id, None).is_ok() {
        parted(world, case, place);
    }
}

fn hand_over(world: &mut World, rng: &mut Rng) {
    let Some(case) = some_case(world, rng) else { return };
    let (on, off) = (workers_on(world, case), workers_off(world, case));
    if on.is_empty() || off.is_empty() {
        return;
    }
    let (from, to) = (rng.draw(&on), rng.draw(&off));
    let (giver, taker) = (world.people[from].id, world.people[to].id);
    if reassign(&*world.server.store, &world.server.ports, case, giver, taker, None).is_ok() {
        parted(world, case, from);
        joined(world, case, to);
        world.coverage.see(Sight::Reassigned);
    }
}

fn revoke(world: &mut World, rng: &mut Rng) {
    // Most often one that has just asked for something.
    let is_in_use = |phone: &Phone| !phone.shut_out && phone.device.is_some();
    let asks = |phone: &Phone| is_in_use(phone) && world.air.has_request_of(phone.no);
    let in_flight = rng.percent(80);
    let asking = if in_flight { world.some_phone(rng, asks) } else { None };
    let Some(phone) = asking.or_else(|| world.some_phone(rng, is_in_use)) else { return };
    let Some(device) = world.phones[phone].device else { return };
    if in_flight {
        world.begin_sync(phone);
    }
    revoke_device(&*world.server.store, &world.server.ports, device).expect("the phone is known");
    if world.air.has_request_of(phone) {
        world.coverage.see(Sight::RevokedInFlight);
    }
    world.coverage.see(Sight::Revoked);
    // A copy of it has the same token.
    world
        .phones
        .iter_mut()
        .filter(|phone| phone.device == Some(device))
        .for_each(|phone| phone.shut_out = true);
    world.note_gone();
}

fn give(world: &mut World, rng: &mut Rng) {
    let staying: Vec<usize> = (0..world.people.len()).filter(|place| !world.people[*place].left).collect();
    if world.phones.len() < MOST_PHONES && !staying.is_empty() {
        let person = rng.draw(&staying);
        enrol(world, person, rng);
    }
}

fn leave(world: &mut World, rng: &mut Rng) {
    let workers: Vec<usize> = (0..world.people.len())
        .filter(|place| world.people[*place].role == Role::LinkWorker && !world.people[*place].left)
        .collect();
    if workers.len() < 3 {
        return;
    }
    let place = rng.draw(&workers);
    let id = world.people[place].id;
    disable_person(&*world.server.store, &world.server.ports, id).expect("the person is known");
    world.people[place].left = true;
    world.phones.iter_mut().filter(|phone| phone.person == place).for_each(|phone| phone.shut_out = true);
    world.note_gone();
    world.coverage.see(Sight::Left);
}

/// Gives somebody a phone and enrols it over a good network.
pub(in crate::sim) fn enrol(world: &mut World, person: usize, rng: &mut Rng) -> usize {
    let phone = world.add_phone(person, rng);
    world.enrolled += 1;
    let (id, organisation) = (world.people[person].id, world.people[person].organisation);
    let code = make_code(&*world.server.store, &world.server.ports, id, 10).expect("a code is made");
    let core = world.phones[phone].core.clone();
    let mut enrolling = Box::pin(async move { core.enrol("http://server", &code, "sim").await });
    let ended = loop {
        if let Some(ended) = crate::sim::phone::poll(enrolling.as_mut()) {
            break ended;
        }
        for letter in world.air.take_of(phone) {
            if let Content::Request(request) = letter.content {
                fill(&letter.slot, world.ask(phone, &request).ok_or(TransportError::CutOff));
            }
        }
    };
    ended.expect("a phone enrols over a good network");
    let organisation = world.organisations[organisation];
    let devices = list_devices(&*world.server.store, organisation).expect("phones are listed");
    world.phones[phone].device = devices.last().map(|line| line.id);
    phone
}
