//! Nothing anybody wrote is lost, nothing counts twice, and everything is by whom it is by (P-03, P-04, P-05, P-12, I2, I4).

use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{MergeClass, Outcome, State};

use super::kept::Kept;
use crate::sim::ledger::{Mark, Saved, marks};
use crate::sim::phone::Phone;
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// What is wrong, and which promise that breaks.
type Wrong = Option<(Promise, &'static str)>;

/// Looks for every text that was saved.
pub(super) fn check(world: &mut World, kept: &Kept) {
    let mut found = Vec::new();
    for (mark, saved) in world.ledger.iter() {
        if world.is_erased(saved) {
            continue;
        }
        let wrong = [account(world, kept, mark, saved), double(kept, mark), author(world, kept, mark, saved)];
        let wrong = wrong.into_iter().flatten();
        found.extend(wrong.map(|(promise, what)| {
            (promise, format!("word {mark} ({}) {} {what}", saved.kind, written_on(saved)))
        }));
    }
    found.into_iter().for_each(|(promise, what)| world.violated(promise, what));
}

fn written_on(saved: &Saved) -> String {
    if saved.phone == usize::MAX { "of another app".to_owned() } else { format!("of phone {}", saved.phone) }
}

/// What is wrong with where a text is, if anything.
fn account(world: &World, kept: &Kept, mark: Mark, saved: &Saved) -> Wrong {
    let Some(outcomes) = kept.outcomes.get(&mark) else {
        // What a phone that was shut out hands over stands where a supervisor sees it, and in no history.
        let waits = kept.set_aside.contains(&mark) || saved.excused.is_some() || on_phone(world, saved, mark);
        return (!waits).then_some((Promise::NothingLost, "is nowhere"));
    };
    let refused = |outcome: &Outcome| matches!(outcome, Outcome::Quarantined | Outcome::Parked);
    if outcomes.iter().all(refused) {
        return (!kept.set_aside.contains(&mark))
            .then_some((Promise::NothingLost, "was set aside where nobody sees it"));
    }
    let stays = kept.words.contains_key(&mark) || !is_kept_whole(saved) || is_superseded(world, kept, mark);
    (!stays).then_some((Promise::BothTexts, "was overwritten by somebody who had not seen it"))
}

/// Whether both texts must stay when two people write at once.
fn is_kept_whole(saved: &Saved) -> bool {
    let field = find_kind(saved.kind).and_then(|kind| kind.find_field(&saved.field));
    field.is_some_and(|field| matches!(field.class, MergeClass::Prose | MergeClass::Watch | MergeClass::Once))
}

/// Whether somebody who saw a text wrote another in its place.
fn is_superseded(world: &World, kept: &Kept, mark: Mark) -> bool {
    let over = |(later, saved): (Mark, &Saved)| {
        let accepted = kept.outcomes.get(&later).is_some_and(|outcomes| {
            outcomes.iter().any(|outcome| !matches!(outcome, Outcome::Quarantined | Outcome::Parked))
        });
        saved.replaces == Some(mark) && accepted
    };
    world.ledger.iter().any(over)
}

/// A phone that was shut out keeps its work until somebody fetches it: what it has not sent, and once the server was restored, what it
/// had sent of records that it shows. Nobody asks a phone for that which is shut out between the restore and its next sync.
fn on_phone(world: &World, saved: &Saved, mark: Mark) -> bool {
    let Some(phone) = world.phones.get(saved.phone) else { return world.people[world.script.person].left };
    let copies = world.phones.iter().filter(|copy| copy.device == phone.device);
    copies.into_iter().any(|copy| holds(copy, saved, mark, world.restored))
}

fn holds(phone: &Phone, saved: &Saved, mark: Mark, restored: bool) -> bool {
    let mut there = false;
    let visited = phone.core.visit_records(&mut |row| {
        there |= restored && row.id == saved.record;
        there |= row.pending && marks(format!("{:?}", row.fields).as_bytes()).contains(&mark);
    });
    let noted = phone.core.remarks().unwrap_or_default();
    let noted = noted.iter().any(|remark| marks(format!("{:?}", remark.fields).as_bytes()).contains(&mark));
    phone.shut_out && visited.is_ok() && (there || noted || phone.unsent() > 0)
}

/// A text that took effect twice.
fn double(kept: &Kept, mark: Mark) -> Wrong {
    let applied = kept.outcomes.get(&mark).map_or(0, |outcomes| {
        outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Applied | Outcome::Late)).count()
    });
    if applied > 1 {
        return Some((Promise::Once, "was applied twice"));
    }
    let holders = kept.words.get(&mark).into_iter().flatten();
    let received = holders.filter(|(id, _)| kept.records.get(id).is_some_and(|r| r.state == State::Sealed));
    (received.count() > 1).then_some((Promise::Once, "was received twice"))
}

/// Who is said to have written a text must be who wrote it.
fn author(world: &World, kept: &Kept, mark: Mark, saved: &Saved) -> Wrong {
    let writer = world.people[saved.person].id;
    let said = kept.words.get(&mark).into_iter().flatten().find(|(_, by)| *by != writer);
    said.map(|_| (Promise::Authors, "is said to be by somebody else"))
}
