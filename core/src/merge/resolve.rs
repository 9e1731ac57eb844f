//! A person settles which of several texts stand.

use super::{Context, Merged, set};
use crate::model::catalogue::find_kind;
use crate::model::{Entity, Op, Outcome};

/// Removes exactly the siblings that were named and writes the chosen text; a sibling the person had not seen survives
/// (rule 5).
pub(super) fn resolve(entity: &Entity, op: &Op, context: &Context) -> Merged {
    let mut settled = entity.clone();
    for (field, revs) in &op.resolved {
        if let Some(siblings) = settled.siblings.get_mut(field) {
            siblings.retain(|cell| !revs.contains(&cell.rev));
        }
    }
    settled.siblings.retain(|_, siblings| !siblings.is_empty());
    match find_kind(&entity.kind) {
        Some(kind) if !op.fields.is_empty() => set::set(&settled, kind, op, context),
        _ => {
            settled.rev += 1;
            Merged::changed(Outcome::Applied, settled)
        }
    }
}
