//! Notes: written, opened again, typed in while news arrives, signed, thrown away.

use std::collections::BTreeSet;

use alongside_core::companion::{Companion, CompanionError};
use alongside_core::model::{Audience, CaseId, EntityId, Role, StreamRef};
use alongside_demo::people::rng::Rng;

use super::saving::{Writing, note, sentence};
use crate::sim::event::Deed;
use crate::sim::form::Form;
use crate::sim::ledger::mark_of;
use crate::sim::phone::Phone;
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Lets somebody do something to a note.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    let worker = |world: &World, rng: &mut Rng| {
        world.some_phone(rng, |phone| world.people[phone.person].role == Role::LinkWorker)
    };
    let Some(phone) = worker(world, rng) else { return };
    match deed {
        Deed::WriteNote => {
            if let Some(form) = begin(world, phone, rng) {
                save(world, phone, form);
            }
        }
        Deed::OpenDraft => {
            if let Some((id, _)) = some_draft(world, phone, "visit_note", rng) {
                open(world, phone, id, rng);
            }
        }
        Deed::SaveDraft => {
            if let Some(form) = some_form(world, rng) {
                save(world, form.0, form.1);
            }
        }
        Deed::SignNote => {
            if let Some((id, case)) = some_draft(world, phone, "visit_note", rng) {
                sign(world, phone, id, case);
            }
        }
        Deed::SignElsewhere => sign_elsewhere(world, rng),
        _ => discard(world, phone, rng),
    }
}

fn some_form(world: &World, rng: &mut Rng) -> Option<(usize, EntityId)> {
    let open: Vec<_> = world.forms.keys().copied().collect();
    (!open.is_empty()).then(|| rng.draw(&open))
}

/// A case on this phone; every other time the first, so that people meet.
pub(super) fn some_case(core: &Companion, rng: &mut Rng) -> Option<CaseId> {
    let mut cases: Vec<CaseId> = core.caseload().ok()?.iter().map(|line| line.case).collect();
    cases.sort_unstable();
    let first = rng.percent(50).then(|| cases.first().copied()).flatten();
    first.or_else(|| (!cases.is_empty()).then(|| rng.draw(&cases)))
}

/// A draft on a phone and its case. In the order of ids: what a wall clock says must not decide what happens. One that was begun
/// just when the power went is known only from here.
pub(super) fn some_draft(
    world: &mut World,
    phone: usize,
    kind: &str,
    rng: &mut Rng,
) -> Option<(EntityId, CaseId)> {
    let drafts = world.phones[phone].core.drafts().ok()?.into_iter().filter(|draft| draft.kind == kind);
    let mut drafts: Vec<_> = drafts.map(|draft| (draft.id, draft.case)).collect();
    drafts.sort_unstable();
    let (id, case) = (!drafts.is_empty()).then(|| rng.draw(&drafts))?;
    world.ledger.note_case(id, case);
    Some((id, case))
}

fn begin(world: &mut World, phone: usize, rng: &mut Rng) -> Option<EntityId> {
    let core = world.phones[phone].core.clone();
    let case = some_case(&core, rng)?;
    let started = core.start_note(case, None);
    let (typed, text) = sentence(world, rng);
    let kept = started.as_ref().map(|id| core.keep_note(*id, &text));
    let whole = matches!(kept, Ok(Ok(())));
    drop(core);
    world.restart_if_cut(phone);
    let id = started.ok()?;
    world.ledger.note_case(id, case);
    keep_form(world, phone, id, Form { shown: None, typed });
    whole.then_some(id)
}

/// Remembers a form, if what was typed is on the phone: after a power cut it may be or not.
fn keep_form(world: &mut World, phone: usize, id: EntityId, form: Form) {
    let shown = world.phones[phone].core.note(id).ok().and_then(|view| mark_of(&view.note.body));
    if shown == Some(form.typed) {
        world.forms.insert((phone, id), form);
    }
}

/// Opens a draft and types over what it says. Saving comes later, perhaps after news.
fn open(world: &mut World, phone: usize, id: EntityId, rng: &mut Rng) {
    let core = world.phones[phone].core.clone();
    let Ok(view) = core.note(id) else { return };
    let (typed, text) = sentence(world, rng);
    let _ = core.keep_note(id, &text);
    drop(core);
    world.restart_if_cut(phone);
    let shown = world.forms.get(&(phone, id)).map_or_else(|| mark_of(&view.note.body), |form| form.shown);
    keep_form(world, phone, id, Form { shown, typed });
}

fn save(world: &mut World, phone: usize, id: EntityId) {
    let Some(form) = world.forms.get(&(phone, id)).copied() else { return };
    let ended = world.phones[phone].core.save_note(id);
    settle_form(world, phone, id, form, &ended);
}

/// A form that was on the disk is saved, signed, or still there.
fn settle_form<T>(
    world: &mut World,
    phone: usize,
    id: EntityId,
    form: Form,
    ended: &Result<T, CompanionError>,
) {
    let stream = StreamRef::private(world.people[world.phones[phone].person].id);
    let erased = world.ledger.case_of(id, stream).is_some_and(|case| world.erased.contains(&case));
    if erased && matches!(ended, Err(CompanionError::NotFound)) {
        world.forms.remove(&(phone, id));
        return;
    }
    if matches!(ended, Err(CompanionError::NotFound)) {
        world.violated(Promise::Typing, format!("word {} on phone {phone} is gone", form.typed));
    }
    if ended.is_ok() {
        world.forms.remove(&(phone, id));
    }
    let writing = Writing {
        mark: form.typed,
        record: id,
        kind: "visit_note",
        field: "body".to_owned(),
        stream,
        replaces: form.shown,
    };
    let unconfirmed = matches!(ended, Err(CompanionError::Store(_)));
    note(world, phone, writing, ended);
    if unconfirmed {
        forget_if_closed(world, phone, id);
    }
}

/// After a save that was not confirmed, the form is open still unless the record says what was typed, or there is none.
fn forget_if_closed(world: &mut World, phone: usize, id: EntityId) {
    let Some(form) = world.forms.get(&(phone, id)) else { return };
    let core = &world.phones[phone].core;
    let mut saved = None;
    let _ = core.visit_records(&mut |row| {
        if row.id == id {
            saved = row.fields.get("body").and_then(|body| mark_of(body.as_str()?));
        }
    });
    let shown = core.note(id).ok().and_then(|view| mark_of(&view.note.body));
    if saved == Some(form.typed) || shown != Some(form.typed) {
        world.forms.remove(&(phone, id));
    }
}

/// Somebody with two phones types on one, which mostly syncs at once, and signs on the other what that one still shows.
fn sign_elsewhere(world: &mut World, rng: &mut Rng) {
    let pairs = pairs(world);
    if pairs.is_empty() {
        return;
    }
    let (here, there) = rng.draw(&pairs);
    let mut shared = drafts_on_both(world, here, there);
    if shared.is_empty() {
        meet(world, here, there, rng);
        shared = drafts_on_both(world, here, there);
    }
    if shared.is_empty() {
        return;
    }
    let (id, case) = rng.draw(&shared);
    world.ledger.note_case(id, case);
    open(world, there, id, rng);
    save(world, there, id);
    if rng.percent(80) {
        // Whether it got through does not matter here.
        let _ = world.sync_now(there);
    }
    sign(world, here, id, case);
}

/// Two phones of one link worker, either way round.
fn pairs(world: &World) -> Vec<(usize, usize)> {
    let fits = |phone: &&Phone| !phone.shut_out && world.role(phone.no) == Role::LinkWorker;
    let others = |here: usize| {
        let person = world.phones[here].person;
        let others = world.phones.iter().filter(fits).filter(move |other| other.person == person);
        others.map(move |other| (here, other.no)).filter(|(here, there)| here != there)
    };
    world.phones.iter().filter(fits).flat_map(|phone| others(phone.no)).collect()
}

fn drafts_on_both(world: &World, here: usize, there: usize) -> Vec<(EntityId, CaseId)> {
    let drafts = |phone: usize| {
        let drafts = world.phones[phone].core.drafts().unwrap_or_default().into_iter();
        drafts.filter(|draft| draft.kind == "visit_note").map(|draft| (draft.id, draft.case))
    };
    let theirs: BTreeSet<_> = drafts(there).collect();
    drafts(here).filter(|draft| theirs.contains(draft)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A note is begun on one phone and reaches the other, unless the network or a power cut has it otherwise.
fn meet(world: &mut World, here: usize, there: usize, rng: &mut Rng) {
    if let Some(form) = begin(world, here, rng) {
        save(world, here, form);
    }
    for phone in [here, there] {
        let _ = world.sync_now(phone);
    }
}

fn sign(world: &mut World, phone: usize, id: EntityId, case: CaseId) {
    let core = world.phones[phone].core.clone();
    let form = world.forms.get(&(phone, id)).copied();
    world.ledger.publish(id, StreamRef::of_case(case, Audience::Work));
    let ended = core.sign_note(id);
    world.must_fit(phone, &ended);
    drop(core);
    if let Some(form) = form {
        settle_form(world, phone, id, form, &ended);
    }
    world.ledger.publish(id, StreamRef::of_case(case, Audience::Work));
    world.restart_if_cut(phone);
}

fn discard(world: &mut World, phone: usize, rng: &mut Rng) {
    let kind = rng.draw(&["visit_note", "assessment"]);
    let Some((id, _)) = some_draft(world, phone, kind, rng) else { return };
    let ended = world.phones[phone].core.discard_draft(id);
    if !matches!(ended, Err(CompanionError::Store(_))) {
        world.forms.remove(&(phone, id));
    }
    world.restart_if_cut(phone);
    if ended.is_err() {
        forget_if_closed(world, phone, id);
    }
}
