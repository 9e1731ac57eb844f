//! Backups and what comes of them: a phone restored, a phone copied to another, the server restored (P-10, P-11, I12, I13).

use alongside_core::model::EntityId;
use alongside_demo::people::rng::Rng;

use super::scripting;
use crate::sim::coverage::Sight;
use crate::sim::event::Deed;
use crate::sim::form::Form;
use crate::sim::ledger::Mark;
use crate::sim::phone::Backup;
use crate::sim::world::{Before, World};

/// Most phones in a world, copies too.
const MOST_PHONES: usize = 12;
/// Answered work is kept on phones for 35 days, for a server that says nothing of backups; an older one is no way back.
const OLDEST_MS: i64 = 30 * 86_400_000;

/// Lets somebody make a backup, or use one.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    let troubles = world.server.troubles.hold();
    match deed {
        Deed::BackUpServer => back_up_server(world),
        Deed::RestoreServer => restore_server(world),
        _ => on_phone(world, deed, rng),
    }
    world.server.troubles.resume(troubles);
}

fn on_phone(world: &mut World, deed: Deed, rng: &mut Rng) {
    let Some(phone) = world.some_phone(rng, |phone| deed != Deed::RestorePhone || phone.has_backup()) else {
        return;
    };
    match deed {
        Deed::BackUpPhone => {
            let known = Backup { saves: world.ledger.saves(), forms: forms_on(world, phone) };
            world.phones[phone].back_up(known);
        }
        Deed::RestorePhone => restore_phone(world, phone),
        _ => copy_phone(world, phone, rng),
    }
}

/// What was written after the backup and reached nobody is gone, as people are told; everything else must come back.
fn restore_phone(world: &mut World, phone: usize) {
    let Some(Backup { saves: point, forms }) = world.phones[phone].restore() else { return };
    let received = world.server_words();
    let alone = |(mark, place): &(Mark, u32)| *place > point && !received.contains(mark);
    let lost: Vec<Mark> = world.ledger.of_phone(phone).filter(alone).map(|(mark, _)| mark).collect();
    world.ledger.excuse(&lost, "the phone was restored from a backup");
    world.phones[phone].since = world.ledger.saves();
    // A form that was open is as it was when the backup was made.
    world.forms.retain(|(at, _), _| *at != phone);
    world.forms.extend(forms.into_iter().map(|(id, form)| ((phone, id), form)));
    world.note_gone();
    world.coverage.see(Sight::PhoneRestored);
}

/// The forms that are open on a phone.
fn forms_on(world: &World, phone: usize) -> Vec<(EntityId, Form)> {
    let open = world.forms.iter().filter(|((at, _), _)| *at == phone);
    open.map(|((_, id), form)| (*id, *form)).collect()
}

/// A phone is set up from a copy of another: two phones that both take themselves for the one.
fn copy_phone(world: &mut World, phone: usize, rng: &mut Rng) {
    if world.phones.len() >= MOST_PHONES {
        return;
    }
    let copy = world.add_copy(phone, rng);
    let open = forms_on(world, phone);
    world.forms.extend(open.into_iter().map(|(id, form)| ((copy, id), form)));
    world.coverage.see(Sight::PhoneCopied);
}

pub(super) fn back_up_server(world: &mut World) {
    if !world.server.back_up() {
        return;
    }
    world.coverage.see(Sight::ServerBackedUp);
    world.before = Some(Before {
        at: world.time.now(),
        enrolled: world.enrolled,
        cases: world.cases.len(),
        erased: world.erased.len(),
        on: world.on.clone(),
        once: world.once.clone(),
        left: world.people.iter().map(|someone| someone.left).collect(),
        shut_out: world
            .phones
            .iter()
            .filter(|phone| phone.shut_out)
            .filter_map(|phone| phone.device)
            .collect(),
    });
}

/// The server is put back to its last backup, by the command that says so. Who is on which case and which phones are lost is
/// as it was then too. A backup from before a phone was enrolled or a case was opened is left alone: whoever restores that
/// enrols phones again, which `tests/tests/recovery/restored_server.rs` shows.
pub(super) fn restore_server(world: &mut World) {
    let fits = |before: &Before| {
        before.enrolled == world.enrolled
            && before.cases == world.cases.len()
            && (0..OLDEST_MS).contains(&(world.time.now() - before.at))
    };
    let Some(before) = world.before.clone().filter(fits) else { return };
    // What these had sent they do not hold, or may not send again.
    let gone = |world: &World, phone: usize| {
        let phone = &world.phones[phone];
        phone.since > 0 || phone.device.is_some_and(|device| before.shut_out.contains(&device))
    };
    let of_gone = (0..world.phones.len()).filter(|phone| gone(world, *phone));
    let lost: Vec<Mark> =
        of_gone.flat_map(|phone| world.ledger.of_phone(phone).map(|(mark, _)| mark)).collect();
    if !world.server.restore() {
        return;
    }
    let received = world.server_words();
    let lost: Vec<Mark> = lost.into_iter().filter(|mark| !received.contains(mark)).collect();
    world.ledger.excuse(&lost, "its phone holds it no longer");
    if world.erased.len() > before.erased {
        world.coverage.see(Sight::ErasedAgain);
    }
    (world.on, world.once) = (before.on, before.once);
    for (someone, left) in world.people.iter_mut().zip(before.left) {
        someone.left = left;
    }
    for phone in &mut world.phones {
        phone.shut_out = phone.device.is_some_and(|device| before.shut_out.contains(&device))
            || world.people[phone.person].left;
    }
    world.restored = true;
    scripting::begin_again(world);
    world.note_gone();
    world.coverage.see(Sight::ServerRestored);
}
