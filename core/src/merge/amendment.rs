//! Draft amendments: what becomes of words that come after a seal.

use serde_json::json;

use super::outcome::{Context, Merged};
use crate::model::{Entity, EntityId, Fields, Op, Outcome, State, StreamRef};

/// An edit of a sealed record becomes a draft amendment of its author (rule 15): the sealed words stay, the new ones too.
pub(super) fn amendment(sealed: &Entity, op: &Op, context: &Context) -> Merged {
    let mut fields: Fields = sealed.fields();
    fields.extend(op.fields.clone());
    if let Some(case) = sealed.stream.case() {
        fields.insert("case".to_owned(), json!(case));
    }
    let draft = draft(sealed.id, &sealed.kind, fields, context);
    Merged { outcome: Outcome::SealedLate, why: None, entity: None, made: Some(draft) }
}

/// A draft of the sender that amends the sealed record `amended`.
pub(super) fn draft(amended: EntityId, kind: &str, mut fields: Fields, context: &Context) -> Entity {
    fields.remove(crate::model::VOID_REASON);
    fields.insert("amends".to_owned(), json!(amended));
    let name = format!("amendment {}.{}", context.origin.0, context.origin.1);
    Entity {
        id: EntityId(uuid::Uuid::new_v5(&amended.0, name.as_bytes())),
        kind: kind.to_owned(),
        stream: StreamRef::private(context.by),
        state: State::Active,
        rev: 1,
        author: context.by,
        cells: fields.into_iter().map(|(name, value)| (name, context.cell(value, 1))).collect(),
        siblings: Default::default(),
        sealed: None,
    }
}
