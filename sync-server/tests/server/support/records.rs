//! Records to write, shorter than the catalogue would have them.

use std::sync::atomic::{AtomicU64, Ordering};

use alongside_core::model::{
    Audience, Base, Bases, CaseId, EntityId, Fields, Op, OpClock, PersonId, Publication, StreamRef,
    content_hash, published_id,
};
use serde_json::{Value, json};
use uuid::Uuid;

/// An id nobody has used before.
pub(crate) fn new_id() -> EntityId {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    EntityId(Uuid::from_u128((1 << 100) + u128::from(NEXT.fetch_add(1, Ordering::Relaxed))))
}

pub(crate) fn fields(pairs: &[(&str, Value)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// A client whose creation opens a case.
pub(crate) fn client(name: &str) -> (CaseId, Op) {
    let id = new_id();
    let case = CaseId(id.0);
    let op =
        Op::create(id, StreamRef::of_case(case, Audience::Core), "client", fields(&[("name", json!(name))]));
    (case, clocked(op))
}

pub(crate) fn need(case: CaseId, words: &str) -> Op {
    let fields = fields(&[("category", json!("money")), ("words", json!(words)), ("raised_at", json!(1))]);
    clocked(Op::create(new_id(), StreamRef::of_case(case, Audience::Core), "need", fields))
}

pub(crate) fn goal(case: CaseId, wording: &str) -> Op {
    let fields = fields(&[
        ("wording", json!(wording)),
        ("wording_by", json!("client")),
        ("status", json!("active")),
        ("at", json!(1)),
    ]);
    clocked(Op::create(new_id(), StreamRef::of_case(case, Audience::Shared), "goal", fields))
}

pub(crate) fn contact(case: CaseId, place: &str) -> Op {
    let fields = fields(&[
        ("at", json!(1)),
        ("mode", json!("home")),
        ("outcome", json!("two_way")),
        ("place", json!(place)),
    ]);
    clocked(Op::create(new_id(), StreamRef::of_case(case, Audience::Work), "contact", fields))
}

/// Fields written over the revision `rev`.
pub(crate) fn set(id: EntityId, rev: u32, pairs: &[(&str, Value)]) -> Op {
    clocked(Op::set(id, fields(pairs), Bases::All(Base::Revision(rev))))
}

/// A draft in somebody's own stream.
pub(crate) fn draft(person: PersonId, kind: &str, fields: Fields) -> Op {
    clocked(Op::create(new_id(), StreamRef::private(person), kind, fields))
}

pub(crate) fn note(person: PersonId, case: CaseId, body: &str) -> Op {
    draft(person, "visit_note", fields(&[("case", json!(case)), ("at", json!(1)), ("body", json!(body))]))
}

/// ONS4 with its four answers, held at `at`.
pub(crate) fn ons4(person: PersonId, case: CaseId, at: i64, answers: [i64; 4]) -> Op {
    let items = alongside_core::instrument::Registry::shipped();
    let items = items.find("ons4", 1).unwrap().items.iter().map(|item| item.id.clone());
    let mut said = fields(&[
        ("case", json!(case)),
        ("at", json!(at)),
        ("instrument", json!("ons4")),
        ("version", json!(1)),
    ]);
    said.extend(
        items.zip(answers).map(|(item, value)| (format!("answer.{item}"), json!({ "value": value }))),
    );
    draft(person, "assessment", said)
}

/// Publishes the draft that `op` made, as its author saw it there.
pub(crate) fn publish(draft: &Op, to: StreamRef) -> Op {
    let hash = content_hash(draft.kind.as_deref().unwrap(), &draft.fields);
    let publication = Publication { id: published_id(draft.entity, 1), hash };
    clocked(Op::publish(draft.entity, to, publication))
}

/// Done a moment before the request that carries it.
pub(crate) fn clocked(op: Op) -> Op {
    Op { clock: OpClock(1, 59_000), ..op }
}

pub(crate) fn joined(op: Op) -> Op {
    Op { joined: true, ..op }
}

pub(crate) fn text(op: &Op) -> String {
    serde_json::to_string(op).unwrap()
}
