//! A day's saves on a phone, one after the other, each told when it is acknowledged.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use alongside_core::companion::{Companion, CompanionError, NewClient, NewGoal, Setup};
use alongside_core::model::kinds::{StepBy, WordingBy};
use alongside_core::model::{CaseId, EntityId};
use alongside_core::store::FixedKey;
use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, Transport, TransportError};
use serde_json::{Value, json};

/// The key of the phone's file. It protects nothing: what is in it is invented.
pub const DEVICE_KEY: [u8; 32] = *b"a key of a phone without a power";

struct Aeroplane;

impl Transport for Aeroplane {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async { Err(TransportError::Unreachable) })
    }
}

/// The phone in `folder`, without a network.
///
/// # Errors
/// When it does not open.
pub fn open_device(folder: &Path) -> Result<Companion, CompanionError> {
    Companion::open(Setup::new(folder, Arc::new(FixedKey::holding(DEVICE_KEY)), Arc::new(Aeroplane)))
}

/// Plays `saves` saves on the phone in `folder`. After each, one line on standard output: what is acknowledged from now on.
///
/// # Panics
/// When one is refused.
pub fn play_device(folder: &Path, saves: usize) {
    let mut play = Play {
        phone: open_device(folder).expect("the phone opens"),
        case: None,
        goal: None,
        step: None,
        note: None,
    };
    let mut out = std::io::stdout().lock();
    for n in 0..saves {
        let (id, field, value) = play.save(n);
        let unsent = play.phone.sync_state().expect("it can be read").unsent;
        writeln!(out, "{}", json!({ "id": id, "field": field, "value": value, "unsent": unsent }))
            .expect("it is told");
        out.flush().expect("it is told");
    }
}

struct Play {
    phone: Companion,
    case: Option<CaseId>,
    goal: Option<EntityId>,
    step: Option<EntityId>,
    note: Option<EntityId>,
}

impl Play {
    /// The next save: the record, a field of it, and what that says from now on.
    fn save(&mut self, n: usize) -> (EntityId, &'static str, Value) {
        let words = format!("number {n}: {}", "something that was said at home. ".repeat(n % 7));
        match n % 8 {
            0 => {
                let new = NewClient { name: words.clone(), ..NewClient::default() };
                let case = self.phone.add_client(&new).expect("it is saved");
                self.case = Some(case);
                (EntityId(case.0), "name", json!(words))
            }
            1 => {
                let new = NewGoal { wording: words.clone(), wording_by: WordingBy::Client, category: None };
                let goal = self.phone.agree_goal(self.case(), &new).expect("it is saved");
                self.goal = Some(goal);
                (goal, "wording", json!(words))
            }
            2 | 7 => {
                let goal = self.goal.expect("there is a goal");
                self.phone.reword_goal(goal, &words, WordingBy::Client).expect("it is saved");
                (goal, "wording", json!(words))
            }
            3 => {
                let step = self.phone.add_step(self.goal.expect("there is a goal"), &words, StepBy::Client);
                self.step = Some(step.expect("it is saved"));
                (self.step.expect("there is a step"), "title", json!(words))
            }
            4 => {
                let step = self.step.expect("there is a step");
                self.phone.tick_step(step, true).expect("it is saved");
                (step, "done", json!(true))
            }
            5 => {
                let note = self.phone.start_note(self.case(), None).expect("it is saved");
                self.phone.keep_note(note, &words).expect("it is saved");
                self.phone.save_note(note).expect("it is saved");
                self.note = Some(note);
                (note, "body", json!(words))
            }
            _ => {
                let note = self.note.expect("there is a note");
                let signed = self.phone.sign_note(note).expect("it is saved");
                let body = self.phone.note(signed).expect("it can be read").note.body;
                (signed, "body", json!(body))
            }
        }
    }

    fn case(&self) -> CaseId {
        self.case.expect("there is a case")
    }
}
