//! The first revision of a record that is made after a restore. Phones may have seen it before, in revisions that went with
//! the database, and what they wrote then names those. Were a number given twice, an edit could pass for one of a text its
//! writer never saw. Records that the backup has go on far above their last revision when it is restored, and elsewhere when it is
//! restored once more; one that is made again begins far above 1.
//!
//! A sealed copy begins at 1 all the same: it never changes, so no edit can name a revision of it, and its phone, which made
//! the same copy and is not sent it, knows it as 1.

use alongside_core::merge::Merged;
use alongside_core::model::Entity;

/// An epoch that a restore began is the time of that restore in seconds since 1970, so an earlier number is no restore.
const EARLIEST: u32 = 1_700_000_000;

/// The revision in which a record begins in this epoch.
pub(super) fn first(epoch: u32) -> u32 {
    1 + ahead(epoch)
}

/// How far the revisions of a backup that was made in one epoch go on when another begins by its restore: to where those begin
/// that are made in it.
pub fn revisions_between(backup: u32, restored: u32) -> u32 {
    ahead(restored).saturating_sub(ahead(backup))
}

fn ahead(epoch: u32) -> u32 {
    epoch.saturating_sub(EARLIEST)
}

/// What an operation did; a record it made is in a revision that nobody can have been told of before `epoch` began.
pub(super) fn begin_ahead(merged: Merged, epoch: u32) -> Merged {
    let ahead = ahead(epoch);
    let raise = |entity: Option<Entity>| entity.map(|entity| raised(entity, ahead));
    let (sealed, made) = (|made: &Entity| made.state.is_sealed(), merged.made);
    let made = if made.as_ref().is_some_and(sealed) { made } else { raise(made) };
    Merged { entity: raise(merged.entity), made, ..merged }
}

/// Everything in a record's first revision was written by whoever made it.
fn raised(entity: Entity, ahead: u32) -> Entity {
    if entity.rev != 1 || ahead == 0 {
        return entity;
    }
    let mut begun = Entity { rev: 1 + ahead, ..entity };
    begun.cells.values_mut().for_each(|cell| cell.rev = 1 + ahead);
    begun
}

#[cfg(test)]
mod tests {
    use alongside_core::model::{
        Audience, CaseId, Cell, EntityId, Origin, Outcome, PersonId, State, StreamRef, Timestamp,
    };
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn goal(rev: u32) -> Entity {
        let by = PersonId(Uuid::from_u128(1));
        let cell = Cell { value: json!("walk"), rev, eff: Timestamp(5), by, origin: Origin(1, 1) };
        Entity {
            id: EntityId(Uuid::from_u128(2)),
            kind: "goal".into(),
            stream: StreamRef::of_case(CaseId(Uuid::from_u128(3)), Audience::Shared),
            state: State::Active,
            rev,
            author: by,
            cells: [("wording".to_owned(), cell)].into(),
            siblings: Default::default(),
            sealed: None,
        }
    }

    #[test]
    fn a_backup_that_is_restored_twice_goes_on_in_two_places() {
        let [once, again, later] = [90_000_000, 90_065_536, 95_000_000].map(|after| EARLIEST + after);
        assert_eq!((revisions_between(1, once), revisions_between(1, again)), (90_000_000, 90_065_536));
        assert_eq!(revisions_between(once, later), 5_000_000, "one made between two restores");
    }

    fn written(rev: u32, epoch: u32) -> Entity {
        let merged = Merged { outcome: Outcome::Applied, why: None, entity: Some(goal(rev)), made: None };
        begin_ahead(merged, epoch).entity.expect("it is there")
    }

    #[test]
    fn without_a_restore_a_record_begins_at_one() {
        assert_eq!(written(1, 1), goal(1));
    }

    #[test]
    fn a_sealed_copy_begins_at_one_whatever_was_restored_and_a_draft_made_beside_does_not() {
        for (state, begins) in [(State::Sealed, 1), (State::NeedsConfirmation, 1), (State::Active, 6)] {
            let made = Some(Entity { state, ..goal(1) });
            let merged = Merged { outcome: Outcome::Applied, why: None, entity: None, made };
            let made = begin_ahead(merged, EARLIEST + 5).made.expect("it is there");
            assert_eq!((made.rev, made.cells["wording"].rev), (begins, begins), "{state:?}");
        }
    }

    #[test]
    fn a_record_made_after_a_restore_begins_where_nobody_was_before() {
        let begun = written(1, EARLIEST + 90_000_000);
        assert_eq!(begun, goal(90_000_001));
        assert_eq!(written(7, EARLIEST + 90_000_000), goal(7), "one that was there counts on");
    }
}
