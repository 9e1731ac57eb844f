//! What becomes of an operation on the server: the one place where two people's work comes together.
//!
//! Pure: the result depends on the record, the operation and the context alone. Only the server calls it, so a year-old
//! app cannot compute another answer. The rules are numbered and explained in `docs/merge.md`.

mod age;
mod amendment;
mod archive;
mod create;
mod erase;
mod field;
mod order;
mod outcome;
mod publish;
mod resolve;
mod set;
mod void;

#[cfg(test)]
mod tests;

pub use age::{AgeBounds, effective_time};
pub use erase::{erase, erased_with};
pub use order::{list_order, place_between};
pub use outcome::{Context, Merged};

use crate::model::catalogue::find_kind;
use crate::model::{Act, Entity, Op, Outcome, State, Why};

/// Decides `op` on `entity`, which is absent when no record has this id.
///
/// Nothing is ever dropped: whatever does not take effect comes back as an outcome that keeps the operation visible.
pub fn merge(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    match decide(entity, op, context) {
        Merged { outcome: Outcome::Applied | Outcome::Sibling, entity, made, .. } if context.late => {
            Merged { outcome: Outcome::Late, why: Some(Why::CaseMovedOn), entity, made }
        }
        merged => merged,
    }
}

fn decide(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    let kind = entity.map(|entity| entity.kind.as_str()).or(op.kind.as_deref());
    match (op.act, entity, kind.and_then(find_kind)) {
        (_, Some(entity), _) if entity.state == State::Erased => erase::erased(),
        (_, _, None) if kind.is_some() => Merged::unchanged(Outcome::Parked, Some(Why::UnknownKind)),
        (act, ..) if context.late && !adds(act) => {
            Merged::unchanged(Outcome::Quarantined, Some(Why::CaseMovedOn))
        }
        (Act::Create, None, Some(kind)) => create::create(kind, op, context),
        (Act::Create, Some(entity), Some(kind)) => create::create_again(entity, kind, op, context),
        (Act::Set, Some(entity), Some(kind)) => set::set(entity, kind, op, context),
        (Act::Publish, Some(entity), Some(kind)) => publish::publish(entity, kind, op, context),
        (Act::Archive, Some(entity), _) => archive::archive(entity, op, context),
        (Act::Unarchive, Some(entity), _) => archive::unarchive(entity),
        (Act::Resolve, Some(entity), Some(kind)) => resolve::resolve(entity, kind, op, context),
        (Act::Void, Some(entity), Some(_)) => void::void(entity, op, context),
        _ => Merged::unchanged(Outcome::Quarantined, Some(Why::NoSuchRecord)),
    }
}

/// What somebody may still do on a case that has moved on: add to it, not take from it (rule 20).
const fn adds(act: Act) -> bool {
    matches!(act, Act::Create | Act::Set | Act::Publish)
}
