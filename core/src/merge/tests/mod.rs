//! Each rule as a case named after what a person would see, with the number it has in `docs/merge.md`; the laws that hold for
//! any history; and merges that are wrong on purpose, to show that the laws look.

mod clocks;
mod fields;
mod history;
mod laws;
mod lifecycle;
mod mutants;
mod sealing;
mod standing;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Merged, merge};
use crate::model::{
    Audience, Base, Bases, CaseId, Entity, EntityId, Fields, Op, Origin, PersonId, Publication, StreamRef,
    Timestamp, content_hash, published_id,
};

pub(super) const NOTE: EntityId = EntityId(Uuid::from_u128(7));
pub(super) const CASE: CaseId = CaseId(Uuid::from_u128(9));
pub(super) const PHONE_A: u32 = 1;
pub(super) const PHONE_B: u32 = 2;

pub(super) fn by(replica: u32, n: u64, eff: i64) -> Context {
    Context {
        by: PersonId(Uuid::from_u128(u128::from(replica))),
        origin: Origin(replica, n),
        eff: Timestamp(eff),
        now: Timestamp(1_000_000),
        late: false,
    }
}

pub(super) fn fields(pairs: &[(&str, Value)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

pub(super) fn shared() -> StreamRef {
    StreamRef::of_case(CASE, Audience::Shared)
}

/// A goal made by phone A at 10 with wording "walk", status "active".
pub(super) fn goal() -> Entity {
    let new = fields(&[("wording", json!("walk")), ("status", json!("active")), ("at", json!(5))]);
    merge(None, &Op::create(NOTE, shared(), "goal", new), &by(PHONE_A, 1, 10)).entity.unwrap()
}

pub(super) fn write(entity: &Entity, name: &str, value: Value, base: Base, context: &Context) -> Merged {
    merge(Some(entity), &Op::set(NOTE, fields(&[(name, value)]), Bases::All(base)), context)
}

pub(super) fn draft(body: &str) -> Entity {
    let new = fields(&[("case", json!(CASE)), ("at", json!(5)), ("body", json!(body))]);
    let stream = StreamRef::private(PersonId(Uuid::from_u128(u128::from(PHONE_A))));
    merge(None, &Op::create(NOTE, stream, "visit_note", new), &by(PHONE_A, 1, 10)).entity.unwrap()
}

pub(super) fn sign(draft: &Entity, seen: &Entity, context: &Context) -> Merged {
    let hash = content_hash("visit_note", &seen.fields());
    let publication = Publication { id: published_id(NOTE, 1), hash };
    merge(Some(draft), &Op::publish(NOTE, StreamRef::of_case(CASE, Audience::Work), publication), context)
}

pub(super) fn texts(entity: &Entity, name: &str) -> Vec<Value> {
    let mut texts = vec![entity.cells[name].value.clone()];
    texts.extend(entity.siblings.get(name).into_iter().flatten().map(|cell| cell.value.clone()));
    texts
}

/// The same, sent by somebody whose stream was taken away and who had not heard of it.
pub(super) fn late(replica: u32, n: u64, eff: i64) -> Context {
    Context { late: true, ..by(replica, n, eff) }
}

pub(super) fn person(replica: u32) -> PersonId {
    PersonId(Uuid::from_u128(u128::from(replica)))
}

/// An assessment begun by phone A about [`CASE`], with one answer.
pub(super) fn assessment(answer: i64) -> Entity {
    let new = fields(&[
        ("case", json!(CASE)),
        ("at", json!(5)),
        ("instrument", json!("ons4")),
        ("version", json!(1)),
        ("answer.satisfaction", json!({"value": answer})),
    ]);
    let stream = StreamRef::private(person(PHONE_A));
    merge(None, &Op::create(NOTE, stream, "assessment", new), &by(PHONE_A, 1, 10)).entity.unwrap()
}

pub(super) fn submit(draft: &Entity, seen: &Entity, context: &Context) -> Merged {
    let hash = content_hash("assessment", &seen.fields());
    let publication = Publication { id: published_id(NOTE, 1), hash };
    merge(
        Some(draft),
        &Op::publish(NOTE, StreamRef::of_case(CASE, Audience::Submitted), publication),
        context,
    )
}
