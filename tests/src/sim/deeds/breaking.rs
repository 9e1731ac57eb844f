//! Devices and the server: power cuts, full disks, clocks, and time that passes.

use alongside_demo::people::rng::Rng;
use alongside_server::store::Moment;

use super::planning;
use crate::sim::coverage::Sight;
use crate::sim::disk::Stop;
use crate::sim::event::{Deed, is_paired};
use crate::sim::guard::Trouble;
use crate::sim::world::World;

const HOUR: i64 = 3_600_000;

/// Lets something break, or mend.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    match deed {
        Deed::CutServer => {
            let moment = rng.draw(&[Moment::Writing, Moment::Committing, Moment::Committed]);
            world.server.troubles.next(Trouble::Stop(moment));
        }
        Deed::FillServer => {
            let moment = rng.draw(&[Moment::Writing, Moment::Committing]);
            world.server.troubles.next(Trouble::Full(moment));
        }
        Deed::RestartServer => {
            world.server.power_cut();
            world.coverage.see(Sight::ServerRestarted);
        }
        Deed::SetServerClock => {
            world.server.clock.jump((i64::from(rng.between(0, 48)) - 24) * HOUR);
            world.coverage.see(Sight::ServerClockSet);
        }
        Deed::Wait => {
            let hours = i64::from(rng.between(1, 72));
            world.time.pass(hours * HOUR);
        }
        _ => on_phone(world, deed, rng),
    }
}

fn on_phone(world: &mut World, deed: Deed, rng: &mut Rng) {
    let Some(phone) = world.some_phone(rng, |_| true) else { return };
    let strict = is_paired(world.seed);
    let chosen = &mut world.phones[phone];
    match deed {
        Deed::CutPhone => {
            let stops = [Stop::Begun, Stop::Midway(rng.index(6)), Stop::Committing, Stop::Committed];
            chosen.disk.stop_at(rng.draw(&stops), rng.between(0, 3));
        }
        Deed::Reboot => {
            chosen.clock.reboot();
            chosen.power_cut();
            world.coverage.see(Sight::Rebooted);
        }
        Deed::FillDisk => {
            chosen.disk.fill(strict);
            planning::write_much(world, phone, rng);
        }
        Deed::EmptyDisk => world.phones.iter().for_each(|phone| phone.disk.empty()),
        Deed::SetClock => {
            let days = i64::from(rng.between(0, 7_300)) - 3_650;
            chosen.clock.jump(days * 24 * HOUR);
            world.coverage.see(Sight::ClockSet);
        }
        _ => {
            chosen.clock.run_at(i64::from(rng.between(0, 2)) - 1);
            world.coverage.see(Sight::ClockBroken);
        }
    }
}
