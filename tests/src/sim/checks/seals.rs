//! What was signed or submitted says for ever what its hash says it says (P-05, I9).

use alongside_core::model::content_hash;

use super::kept::Kept;
use super::steps::is_broken;
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Computes every seal anew, on the server and on each phone.
pub(super) fn check(world: &mut World, kept: &Kept) {
    let mut broken = Vec::new();
    for entity in kept.records.values().filter(|entity| entity.state.is_sealed()) {
        let seal = entity.sealed.as_ref().map(|sealed| sealed.hash.clone());
        if seal != Some(content_hash(&entity.kind, &entity.fields())) {
            broken.push(format!("a sealed {} on the server is not what was sealed", entity.kind));
        }
    }
    for phone in world.phones.iter().filter(|phone| !phone.shut_out) {
        let visited = phone.core.visit_records(&mut |row| {
            if is_broken(&row) {
                broken.push(format!("a sealed {} on phone {} is not what was sealed", row.kind, phone.no));
            }
        });
        visited.expect("the phone can be read");
    }
    broken.into_iter().for_each(|what| world.violated(Promise::Sealed, what));
}
