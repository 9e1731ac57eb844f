//! Signing and submitting: one operation, which seals what its author saw.

use super::amendment;
use super::outcome::{Context, Merged};
use crate::model::{
    Audience, Entity, EntityId, KindEntry, Op, Outcome, Publication, Sealed, State, StreamRef, Why,
    content_hash, published_id,
};
#[cfg(feature = "planted")]
use crate::ports::planted;

/// Seals a copy of the draft in the stream named by `op`, when the author saw what the server has (rules 12 to 18).
pub(super) fn publish(draft: &Entity, kind: &KindEntry, op: &Op, context: &Context) -> Merged {
    let (Some(said), Some(to)) = (&op.publication, op.stream) else {
        return Merged::unchanged(Outcome::Quarantined, Some(Why::Malformed));
    };
    let has = content_hash(&draft.kind, &draft.fields());
    match &draft.sealed {
        Some(before) if before.hash == said.hash => Merged::unchanged(Outcome::Duplicate, None),
        _ if has != said.hash => Merged::unchanged(Outcome::SignStale, Some(Why::HashDiffers)),
        _ if draft.has_siblings() => Merged::unchanged(Outcome::SignStale, Some(Why::Unsettled)),
        #[cfg(feature = "planted")]
        Some(_) if planted::is(planted::Bug::SubmissionTwice) => {
            let id = published_id(draft.id, draft.rev.max(2));
            seal(draft, id, to, State::Sealed, context)
        }
        Some(_) if draft.state == State::Published => Merged::unchanged(Outcome::Duplicate, None),
        Some(_) if kind.home == Audience::Submitted => again(draft, said, to, context),
        Some(_) => signed_again(draft, context),
        None if said.id == published_id(draft.id, 1) => seal(draft, said.id, to, State::Sealed, context),
        None => Merged::unchanged(Outcome::Quarantined, Some(Why::IdTaken)),
    }
}

/// A second, different submission of one draft is kept apart and counts nowhere until a person confirms it (rule 18).
fn again(draft: &Entity, said: &Publication, to: StreamRef, context: &Context) -> Merged {
    let id = published_id(draft.id, draft.rev.max(2));
    let hash = said.hash.clone();
    let mut merged = seal(draft, id, to, State::NeedsConfirmation, context);
    merged.outcome = Outcome::SealedLate;
    merged.why = Some(Why::SubmittedBefore);
    debug_assert!(
        merged.made.as_ref().and_then(|made| made.sealed.as_ref()).is_some_and(|seal| seal.hash == hash)
    );
    merged
}

/// A second, different signature of one draft does not seal twice: what was signed becomes an amendment of what was sealed
/// first, and its author looks at it once more (rule 14).
fn signed_again(draft: &Entity, context: &Context) -> Merged {
    let amendment = amendment::draft(published_id(draft.id, 1), &draft.kind, draft.fields(), context);
    let closed = Entity { state: State::Published, rev: draft.rev + 1, ..draft.clone() };
    let why = Some(Why::SubmittedBefore);
    Merged { outcome: Outcome::SealedLate, why, entity: Some(closed), made: Some(amendment) }
}

fn seal(draft: &Entity, id: EntityId, to: StreamRef, state: State, context: &Context) -> Merged {
    let fields = draft.fields();
    let sealed = Sealed { hash: content_hash(&draft.kind, &fields), by: context.by, at: context.now };
    let content = fields.into_iter().filter(|(name, value)| name != "case" && !value.is_null());
    let copy = Entity {
        id,
        kind: draft.kind.clone(),
        stream: to,
        state,
        rev: 1,
        author: context.by,
        cells: content.map(|(name, value)| (name, context.cell(value, 1))).collect(),
        siblings: Default::default(),
        sealed: Some(sealed.clone()),
    };
    let closed =
        Entity { state: State::Published, rev: draft.rev + 1, sealed: Some(sealed), ..draft.clone() };
    Merged { outcome: Outcome::Applied, why: None, entity: Some(closed), made: Some(copy) }
}
