//! The network: letters that arrive, arrive late, twice, in pieces, in another order, or never.

use alongside_core::sync::{HttpReply, TransportError};
use alongside_core::wire::Code;
use alongside_demo::people::rng::Rng;
use serde_json::json;

use crate::sim::air::{Content, Letter, Slot, fill};
use crate::sim::coverage::Sight;
use crate::sim::event::Deed;
use crate::sim::world::World;

/// Most letters that one event delivers.
const MOST: usize = 60;

/// Lets something happen to a letter.
pub(super) fn happen(world: &mut World, deed: Deed, rng: &mut Rng) {
    match deed {
        Deed::BeginSync => {
            if let Some(phone) = world.some_phone(rng, |phone| !phone.is_waiting()) {
                world.begin_sync(phone);
            }
        }
        Deed::Deliver => {
            deliver(world, rng);
        }
        Deed::DeliverAll => {
            for _ in 0..MOST {
                if !deliver(world, rng) {
                    break;
                }
            }
        }
        Deed::Clog => clog(world, rng),
        Deed::Unclog => {
            if let Some(phone) = world.some_phone(rng, |phone| phone.clogged) {
                world.phones[phone].clogged = false;
            }
        }
        _ => spoil(world, deed, rng),
    }
}

fn clog(world: &mut World, rng: &mut Rng) {
    if let Some(phone) = world.some_phone(rng, |phone| !phone.clogged) {
        world.phones[phone].clogged = true;
        world.coverage.see(Sight::Clogged);
    }
}

/// Delivers a letter, mostly the oldest that can arrive. Says whether there was one.
fn deliver(world: &mut World, rng: &mut Rng) -> bool {
    let open = open(world);
    if open.is_empty() {
        return false;
    }
    let chosen = if rng.percent(60) { 0 } else { rng.index(open.len()) };
    if chosen > 0 {
        world.coverage.see(Sight::Reordered);
    }
    if let Some(letter) = world.air.take(open[chosen]) {
        if letter.again && world.time.now() - letter.sent > 3_600_000 {
            world.coverage.see(Sight::StaleDuplicate);
        }
        world.deliver(letter);
    }
    true
}

/// The places of letters whose phones are not cut off.
fn open(world: &World) -> Vec<usize> {
    world.air.places(|letter| !world.phones[letter.phone].clogged)
}

/// Takes a request or a reply and does something bad to it.
fn spoil(world: &mut World, deed: Deed, rng: &mut Rng) {
    let wants_reply = matches!(deed, Deed::LoseReply | Deed::Truncate);
    if wants_reply && world.air.places(|letter| matches!(letter.content, Content::Reply(_))).is_empty() {
        deliver_request(world, rng);
    }
    let fits = |letter: &Letter| matches!(letter.content, Content::Reply(_)) == wants_reply && !letter.again;
    let places = world.air.places(fits);
    if places.is_empty() {
        return;
    }
    let Some(letter) = world.air.take(rng.draw(&places)) else { return };
    match (deed, letter.content.clone()) {
        (Deed::LoseRequest, _) => lose(world, &letter, Sight::RequestLost),
        (Deed::LoseReply, _) => lose(world, &letter, Sight::ReplyLost),
        (Deed::Duplicate, _) => {
            world.air.send(Letter { slot: Slot::default(), again: true, ..letter.clone() });
            world.deliver(letter);
        }
        (Deed::LoginPage, _) => answer(world, &letter, login_page(), Sight::LoginPage),
        (Deed::RefuseCursor, _) => answer(world, &letter, cursor_refused(), Sight::CursorRefused),
        (_, Content::Reply(reply)) => {
            let whole = reply.body.len();
            let body = reply.body[..rng.index(whole.max(1))].to_vec();
            answer(world, &letter, HttpReply { body, ..reply }, Sight::Truncated);
        }
        _ => {}
    }
}

fn deliver_request(world: &mut World, rng: &mut Rng) {
    let places = world.air.places(|letter| matches!(letter.content, Content::Request(_)));
    if !places.is_empty()
        && let Some(letter) = world.air.take(rng.draw(&places))
    {
        world.deliver(letter);
    }
}

fn lose(world: &mut World, letter: &Letter, sight: Sight) {
    world.coverage.see(sight);
    let error =
        if sight == Sight::RequestLost { TransportError::Unreachable } else { TransportError::CutOff };
    fill(&letter.slot, Err(error));
    world.go_on(letter.phone);
}

fn answer(world: &mut World, letter: &Letter, reply: HttpReply, sight: Sight) {
    world.coverage.see(sight);
    fill(&letter.slot, Ok(reply));
    world.go_on(letter.phone);
}

fn cursor_refused() -> HttpReply {
    let code = Code::CursorUnknown;
    let problem = json!({ "code": code, "message": code.sentence(), "request": "0000000000000000" });
    let body = problem.to_string().into_bytes();
    let status = code.status();
    HttpReply { status, content_type: "application/json".into(), body, ..HttpReply::default() }
}

fn login_page() -> HttpReply {
    let body = b"<html><body><h1>Welcome! Accept our terms to go online.</h1></body></html>".to_vec();
    HttpReply { status: 200, content_type: "text/html; charset=utf-8".into(), body, ..HttpReply::default() }
}
