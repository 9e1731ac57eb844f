//! Noting in the ledger what a save on a phone was said to have done.

use std::collections::BTreeSet;

use alongside_core::companion::CompanionError;
use alongside_core::model::{EntityId, StreamRef};
use alongside_core::store::StoreError;
use alongside_demo::people::rng::Rng;

use crate::sim::coverage::Sight;
use crate::sim::ledger::{Mark, Saved};
use crate::sim::world::World;

/// A text on its way into a record.
pub(super) struct Writing {
    pub(super) mark: Mark,
    pub(super) record: EntityId,
    pub(super) kind: &'static str,
    pub(super) field: String,
    pub(super) stream: StreamRef,
    pub(super) replaces: Option<Mark>,
}

/// Notes how a save ended. One that the phone could not confirm may be there or not; one that was refused was never made.
pub(super) fn note<T>(world: &mut World, phone: usize, writing: Writing, ended: &Result<T, CompanionError>) {
    world.trace.fold("save", &(phone, writing.mark, ended.is_ok()));
    world.must_fit(phone, ended);
    let excused = match ended {
        Ok(_) => None,
        Err(CompanionError::Store(StoreError::Full)) => {
            world.coverage.see(Sight::DiskFull);
            Some("the disk was full")
        }
        Err(CompanionError::Store(_)) => Some("the save was not confirmed"),
        Err(_) => return,
    };
    if ended.is_ok() && world.phones[phone].is_waiting() {
        world.coverage.see(Sight::WroteInFlight);
    }
    let Writing { mark, record, kind, field, stream, replaces } = writing;
    let person = world.phones[phone].person;
    let (streams, case) = (BTreeSet::from([stream]), world.ledger.case_of(record, stream));
    world
        .ledger
        .note(mark, Saved { phone, person, record, kind, field, streams, case, replaces, place: 0, excused });
    world.restart_if_cut(phone);
}

/// A sentence with a word of its own.
pub(super) fn sentence(world: &mut World, rng: &mut Rng) -> (Mark, String) {
    const ENDINGS: [&str; 6] = [
        "would like to walk to the river again",
        "feels better about the letters",
        "chce pójść na spacer",
        "slept badly, asked about the group",
        "ہفتے کے روز فون کریں",
        "said: \"not on Tuesdays\"; {braces}, \\ and\n a line",
    ];
    let (mark, word) = world.ledger.mint();
    (mark, format!("{word} {}", rng.draw(&ENDINGS)))
}
