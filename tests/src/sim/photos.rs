//! A check of one layer: a photo goes to whoever shares the case and to nobody else, and is what its record says.

use alongside_core::companion::{NewGoal, NewPhoto};
use alongside_core::model::kinds::WordingBy;
use alongside_core::model::{CaseId, EntityId};
use alongside_server::admin::unassign;

use super::birth;
use super::world::World;

/// A JPEG of one dot, as short as can be.
const DOT: &[u8] = &[
    0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 7,
    0xff, 0xd9,
];

/// What is given to somebody who no longer shares the case.
pub(super) fn strangers_get_nothing(seed: u64) -> Result<(), String> {
    let (mut world, case) = birth::small(seed);
    let photo = take(&mut world, case);
    send(&mut world);
    let _ = world.sync_now(1);
    let (store, ports) = (world.server.store.clone(), world.server.ports.clone());
    unassign(&*store, &ports, case, world.people[1].id, None).expect("they were on it");
    // Their phone has not heard of it yet and asks.
    let _ = world.finish_now(1, |phone| phone.begin_fetch(photo));
    match world.phones[1].core.photo(photo) {
        Ok(Some(_)) => Err("somebody who no longer shares the case was given a photo of it".to_owned()),
        _ => Ok(()),
    }
}

/// What is said of bytes that are not those of the record.
pub(super) fn rubbish_is_not_taken(seed: u64) -> Result<(), String> {
    let (mut world, case) = birth::small(seed);
    let photo = take(&mut world, case);
    let rubbish = "UPDATE photo_part SET bytes = zeroblob(length(bytes)) WHERE photo = ?1";
    world.phones[0].tamper(rubbish, (photo.0.as_bytes(),));
    send(&mut world);
    match world.phones[0].core.sync_state().map(|state| state.photos_unsent) {
        Ok(0) => Err("bytes were taken for a photo that they are not".to_owned()),
        _ => Ok(()),
    }
}

fn take(world: &mut World, case: CaseId) -> EntityId {
    let core = &world.phones[0].core;
    let wording = "Sit by the river again".to_owned();
    let goal = core.agree_goal(case, &NewGoal { wording, wording_by: WordingBy::Client, category: None });
    let new = NewPhoto { jpeg: DOT.to_vec(), ..NewPhoto::default() };
    let photo = core.add_photo(goal.expect("it is written"), &new).expect("it is written");
    let _ = world.sync_now(0);
    photo
}

fn send(world: &mut World) {
    let _ = world.finish_now(0, super::phone::Phone::begin_photos);
}
