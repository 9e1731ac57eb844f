//! Whether what an amendment amends is there to be amended (rule 16): a sealed record of the same kind, in the stream the
//! amendment goes to. Merging sees one record alone, so this is looked up here.

use alongside_core::model::{Act, Entity, EntityId, Op, Why};

use super::desk::Desk;
use crate::store::StoreError;

/// Why the draft `entity` may not be published as an amendment, when that is what `op` does.
pub(super) fn find_flaw(
    desk: &mut Desk<'_>,
    op: &Op,
    entity: Option<&Entity>,
) -> Result<Option<Why>, StoreError> {
    let Some(draft) = entity.filter(|_| op.act == Act::Publish) else { return Ok(None) };
    let Some(amended) = draft.cells.get("amends").filter(|cell| !cell.value.is_null()) else {
        return Ok(None);
    };
    let Some(id) = amended.value.as_str().and_then(|id| id.parse::<EntityId>().ok()) else {
        return Ok(Some(Why::BadValue));
    };
    let is_amended = |found: &Entity| {
        found.state.is_sealed() && found.kind == draft.kind && Some(found.stream) == op.stream
    };
    let found = desk.find(id)?;
    Ok((!found.as_ref().is_some_and(is_amended)).then_some(Why::NoSuchRecord))
}
