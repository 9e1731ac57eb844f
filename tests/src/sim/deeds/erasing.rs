//! Somebody asks that what is held on them be erased (rule 24), and the administrator does it by the command: whatever is
//! under way, unsent, open on a phone, or in a backup that somebody will use.

use alongside_core::model::CaseId;
use alongside_demo::people::rng::Rng;
use alongside_server::store::Moment;

use super::recovering::{back_up_server, restore_server};
use crate::sim::coverage::Sight;
use crate::sim::guard::Trouble;
use crate::sim::phone::Phone;
use crate::sim::world::World;

/// So many cases stay, that there is something left to go wrong with.
const FEWEST: usize = 3;

/// Lets somebody's case be erased.
pub(super) fn happen(world: &mut World, rng: &mut Rng) {
    let living: Vec<(CaseId, usize)> =
        world.cases.iter().filter(|(case, _)| !world.erased.contains(case)).copied().collect();
    if living.len() <= FEWEST {
        return;
    }
    let (case, home) = rng.draw(&living);
    let troubles = world.server.troubles.hold();
    if is_known(world, case) {
        // As before anything that cannot be taken back; and somebody may come to need it, or take it at once.
        back_up_server(world);
        if rng.percent(50) {
            begin_sync(world, case, rng);
        }
        look(world, case);
        erase(world, case, home, rng);
        if rng.percent(20) {
            restore_server(world);
        }
    }
    world.server.troubles.resume(troubles);
}

/// A case that was only ever written down on a phone cannot be asked for yet.
fn is_known(world: &World, case: CaseId) -> bool {
    let found = world.server.store.read(|txn| {
        for organisation in &world.organisations {
            let organisation = txn.find_organisation(*organisation)?.expect("the organisation is there");
            if txn.find_case(organisation.no, case)?.is_some() {
                return Ok(true);
            }
        }
        Ok::<_, alongside_server::store::StoreError>(false)
    });
    found.expect("the server's file can be read")
}

/// Whether a phone has the case.
fn reads(world: &World, case: CaseId, phone: &Phone) -> bool {
    let own = world.own.get(&phone.person) == Some(&case);
    !phone.shut_out && (own || world.on.contains(&(case, phone.person)))
}

/// A phone that has the case asks for news just before.
fn begin_sync(world: &mut World, case: CaseId, rng: &mut Rng) {
    let fits = |phone: &Phone| !phone.is_waiting() && reads(world, case, phone);
    if let Some(phone) = world.some_phone(rng, fits) {
        world.begin_sync(phone);
    }
}

fn look(world: &mut World, case: CaseId) {
    let readers = |phone: &&Phone| reads(world, case, phone);
    let unsent = world.phones.iter().filter(readers).any(|phone| phone.unsent() > 0);
    let in_flight = world.phones.iter().filter(readers).any(Phone::is_waiting);
    if unsent {
        world.coverage.see(Sight::ErasedUnsent);
    }
    if in_flight {
        world.coverage.see(Sight::ErasedInFlight);
    }
}

/// Every other time the process ends on the way, and the administrator, who was not told that it is done, asks again.
fn erase(world: &mut World, case: CaseId, home: usize, rng: &mut Rng) {
    let organisation = world.organisations[home];
    if rng.percent(50) {
        let moment = rng.draw(&[Moment::Writing, Moment::Committing, Moment::Committed]);
        world.server.troubles.next(Trouble::Stop(moment));
        if !world.server.erase(organisation, case) {
            world.coverage.see(Sight::ErasedCut);
        }
        world.server.troubles.hold();
    }
    let done = world.server.erase(organisation, case);
    debug_assert!(done, "nothing goes wrong the second time");
    world.erased.insert(case);
    world.coverage.see(Sight::Erased);
}
