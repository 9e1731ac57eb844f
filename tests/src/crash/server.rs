//! A day's pushes at the server's engine, one after the other, each told when it is acknowledged.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_core::model::{
    Audience, Base, Bases, CaseId, EntityId, Fields, Op, OpClock, RequestClock, StreamRef, Timestamp,
};
use alongside_core::wire::{App, PROTOCOL, SyncRequest, Tail};
use alongside_server::engine::{CursorKey, Engine, Wishes, exchange};
use alongside_server::store::sqlite::{SqliteOptions, SqliteStore};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use uuid::Uuid;

/// The SHA-256 of the phone's token.
pub const SERVER_TOKEN: [u8; 32] = [9; 32];

const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// Plays `pushes` pushes of one replica on the database `server.db` in `folder`. After each, one line on standard output: what is
/// acknowledged from now on.
///
/// # Panics
/// When one is refused.
pub fn play_server(folder: &Path, pushes: usize) {
    let store = SqliteStore::open(&SqliteOptions::at(folder.join("server.db"))).expect("the database opens");
    let (cursors, instruments) = (CursorKey::new([3; 32]), Arc::new(Registry::shipped()));
    let engine = Engine { cursors, instruments, wishes: Wishes::default() };
    let (mut tail, mut cursor, mut out) = (Tail::default(), None, std::io::stdout().lock());
    for n in 0..pushes {
        let (id, field, value, ops) = push(n);
        let texts: Vec<String> =
            ops.iter().map(|op| serde_json::to_string(op).expect("it is an operation")).collect();
        let request = request(tail, cursor, &texts);
        let later = NOW.plus_ms(i64::try_from(n).unwrap_or(i64::MAX) * 1_000);
        let answer = exchange(&store, &engine, SERVER_TOKEN, &request, later).expect("it is taken");
        assert!(answer.results.is_empty(), "everything applies");
        tail = answer.acked.expect("it is acknowledged");
        cursor = answer.cursor.or(request.cursor);
        writeln!(out, "{}", json!({ "id": id, "field": field, "value": value, "acked": tail.0 }))
            .expect("it is told");
        out.flush().expect("it is told");
    }
}

fn request(tail: Tail, cursor: Option<String>, texts: &[String]) -> SyncRequest {
    let raw = |text: &String| RawValue::from_string(text.clone()).expect("it is JSON");
    let clock = RequestClock { boot: 1, elapsed: 60_000, ..RequestClock::default() };
    let app = Some(App { build: "0.1.0".into(), catalogue: 1 });
    let ops = texts.iter().map(raw).collect();
    let clock = Some(clock);
    SyncRequest { v: PROTOCOL, replica: 1, tail, cursor, ops, clock, app, ..SyncRequest::default() }
}

/// The record of the push with this number, a field of it, what that says from now on, and the operations.
fn push(n: usize) -> (EntityId, &'static str, Value, Vec<Op>) {
    let words = json!(format!("number {n}: {}", "something that was said at home. ".repeat(n % 7)));
    let number = u128::try_from(n).unwrap_or_default();
    // Every fourth opens a case, the two after it write to it, the fourth changes it again.
    let case = CaseId(id(number / 4 * 4).0);
    let core = StreamRef::of_case(case, Audience::Core);
    match n % 4 {
        0 => {
            (id(number), "name", words.clone(), vec![create(id(number), core, "client", &[("name", words)])])
        }
        1 | 2 => {
            let goal = [
                ("wording", words.clone()),
                ("wording_by", json!("client")),
                ("status", json!("active")),
                ("at", json!(1)),
            ];
            let shared = StreamRef::of_case(case, Audience::Shared);
            let need = [("category", json!("money")), ("words", words.clone()), ("raised_at", json!(1))];
            let ops = vec![
                create(id((1 << 64) + number), core, "need", &need),
                create(id(number), shared, "goal", &goal),
            ];
            (id(number), "wording", words, ops)
        }
        _ => {
            let client = id(number / 4 * 4);
            let fields = Fields::from([("name".to_owned(), words.clone())]);
            let op = Op::set(client, fields, Bases::All(Base::Revision(1)));
            (client, "name", words, vec![clocked(op)])
        }
    }
}

fn create(id: EntityId, stream: StreamRef, kind: &str, fields: &[(&str, Value)]) -> Op {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    clocked(Op::create(id, stream, kind, fields))
}

fn clocked(op: Op) -> Op {
    Op { clock: OpClock(1, 59_000), ..op }
}

fn id(number: u128) -> EntityId {
    EntityId(Uuid::from_u128((1 << 100) + number))
}
