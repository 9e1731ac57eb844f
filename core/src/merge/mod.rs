//! What becomes of an operation on the server: the one place where two people's work comes together.
//!
//! Pure: the result depends on the record, the operation and the context alone. Only the server calls it, so a year-old
//! app cannot compute another answer. The rules are numbered and explained in `docs/merge.md`.

mod age;
mod archive;
mod create;
mod field;
mod outcome;
mod publish;
mod resolve;
mod set;

#[cfg(test)]
mod tests;

pub use age::{AgeBounds, effective_time};
pub use outcome::{Context, Merged};

use crate::model::catalogue::find_kind;
use crate::model::{Act, Entity, Op, Outcome, Why};

/// Decides `op` on `entity`, which is absent when no record has this id.
///
/// Nothing is ever dropped: whatever does not take effect comes back as an outcome that keeps the operation visible.
pub fn merge(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    let kind = entity.map(|entity| entity.kind.as_str()).or(op.kind.as_deref());
    match (op.act, entity, kind.and_then(find_kind)) {
        (_, _, None) if kind.is_some() => Merged::unchanged(Outcome::Parked, Some(Why::UnknownKind)),
        (Act::Create, None, Some(kind)) => create::create(kind, op, context),
        (Act::Create, Some(entity), Some(kind)) => create::create_again(entity, kind, op, context),
        (Act::Set, Some(entity), Some(kind)) => set::set(entity, kind, op, context),
        (Act::Publish, Some(entity), Some(_)) => publish::publish(entity, op, context),
        (Act::Archive, Some(entity), _) => archive::archive(entity, op, context),
        (Act::Unarchive, Some(entity), _) => archive::unarchive(entity),
        (Act::Resolve, Some(entity), Some(_)) => resolve::resolve(entity, op, context),
        _ => Merged::unchanged(Outcome::Quarantined, Some(Why::NoSuchRecord)),
    }
}
