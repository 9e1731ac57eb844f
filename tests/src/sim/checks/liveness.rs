//! The liveness phase: faults end, and within three rounds every queue is empty and every phone has read everything
//! (P-06, P-07, I11); after that a sync is one short round trip (I16).

use alongside_core::companion::SyncState;

use crate::sim::deeds::exchange_script;
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Rounds in which everything must have come to rest.
const ROUNDS: usize = 3;
/// Most bytes of an idle exchange, both ways together.
const IDLE: usize = 1_024;

/// Ends all faults and syncs every phone that still belongs to the service.
pub(super) fn come_to_rest(world: &mut World) {
    heal(world);
    rest_script(world);
    for round in 1..=ROUNDS {
        for phone in 0..world.phones.len() {
            let ended = world.sync_now(phone);
            world.trace.fold("rest", &ended.is_ok());
            if let Err(error) = ended
                && round == ROUNDS
                && !world.phones[phone].shut_out
            {
                world.violated(Promise::Queues, format!("phone {phone} cannot sync any more: {error}"));
            }
        }
    }
    for phone in 0..world.phones.len() {
        let state = world.phones[phone].core.sync_state().unwrap_or_default();
        if !world.phones[phone].shut_out && state.unsent > 0 {
            let SyncState { unsent, .. } = state;
            world.violated(Promise::Queues, format!("phone {phone} is stuck with {unsent} changes"));
        }
        if state.repairs > 0 && !world.phones[phone].shut_out {
            world.violated(
                Promise::Compared,
                format!("phone {phone} differed from the server and was repaired"),
            );
        }
    }
}

/// The phone that is not our core gets an answer to everything too, whatever it wrote.
fn rest_script(world: &mut World) {
    for _ in 0..ROUNDS {
        exchange_script(world, false);
    }
    if !world.script.is_done() && !world.people[world.script.person].left {
        let refused = world.script.refused;
        world.violated(Promise::Queues, format!("a phone of another version is stuck: {refused} refusals"));
    }
}

fn heal(world: &mut World) {
    world.server.troubles.hold();
    for phone in &mut world.phones {
        phone.hang_up();
        phone.clogged = false;
        phone.disk.mend();
    }
    for place in (0..world.phones.len()).rev() {
        world.air.take_of(place);
    }
}

/// An idle phone costs one short round trip and hears nothing.
pub(super) fn check_idle(world: &mut World) {
    for phone in 0..world.phones.len() {
        if world.phones[phone].shut_out {
            continue;
        }
        match world.sync_now(phone) {
            Ok(report) if report.requests == 1 && report.received == 0 => {
                let bytes = report.bytes_up + report.bytes_down;
                if bytes > IDLE {
                    world.violated(
                        Promise::Idle,
                        format!("phone {phone} was idle and exchanged {bytes} bytes"),
                    );
                }
            }
            Ok(report) => {
                world.violated(Promise::Idle, format!("phone {phone} was idle and did this: {report:?}"));
            }
            Err(error) => {
                world.violated(Promise::Idle, format!("phone {phone} was idle and could not sync: {error}"));
            }
        }
    }
}
