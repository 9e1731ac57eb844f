//! Declaring a sealed record void (rule 23): a mark with a reason beside what was sealed, which stays as it is.

use serde_json::Value;

use super::outcome::{Context, Merged};
use crate::model::{Entity, Fields, MAX_TEXT_BYTES, Op, Outcome, State, VOID_REASON, Why};

/// Marks `entity` as void for the reason that `op` gives.
pub(super) fn void(entity: &Entity, op: &Op, context: &Context) -> Merged {
    let Some(reason) = find_reason(&op.fields) else {
        return Merged::unchanged(Outcome::Quarantined, Some(Why::BadValue));
    };
    match entity.state {
        State::Voided => again(entity, reason),
        State::Sealed | State::NeedsConfirmation => {
            let mut next = Entity { state: State::Voided, rev: entity.rev + 1, ..entity.clone() };
            next.cells.insert(VOID_REASON.to_owned(), context.cell(reason.clone(), next.rev));
            Merged::changed(Outcome::Applied, next)
        }
        State::Active | State::Archived | State::Published | State::Erased => {
            Merged::unchanged(Outcome::Quarantined, Some(Why::NotAllowed))
        }
    }
}

/// It is void already; a second reason is in the history.
fn again(entity: &Entity, reason: &Value) -> Merged {
    let same = entity.cells.get(VOID_REASON).is_some_and(|cell| cell.value == *reason);
    Merged::unchanged(if same { Outcome::Duplicate } else { Outcome::Merged }, None)
}

/// The reason, when it is the one thing the operation says, and says something.
fn find_reason(fields: &Fields) -> Option<&Value> {
    let reason = fields.get(VOID_REASON).filter(|_| fields.len() == 1)?;
    let text = reason.as_str()?;
    (!text.trim().is_empty() && text.len() <= MAX_TEXT_BYTES).then_some(reason)
}
