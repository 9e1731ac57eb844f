//! Erasing a record at somebody's request (rule 24): the one permitted loss. An administrator asks for it, never a phone.

use super::outcome::Merged;
use crate::model::catalogue::find_kind;
use crate::model::{Entity, EntityId, Fields, Outcome, State};

/// Kinds whose records repeat or continue the record they belong to, or cannot be seen without it. They are erased with it;
/// any other, such as the referral that was made for a need, was written for its own sake and stays.
const PARTS: &[&str] = &[
    "assessment_copy",
    "attachment",
    "check_in",
    "closure_check",
    "duty",
    "passage_mark",
    "referral_status",
    "step",
];

/// The records with which a record of this kind is erased: the one it amends, and, for a part, the one it is part of.
/// Without a kind, as an operation on a record that is there comes, only the fields say it.
pub fn erased_with(kind: Option<&str>, fields: &Fields) -> Vec<EntityId> {
    let part = kind.filter(|kind| PARTS.contains(kind)).and_then(find_kind);
    let parent = part.and_then(|kind| kind.parent);
    let named = ["amends"].into_iter().chain(parent).filter_map(|field| fields.get(field)?.as_str());
    named.filter_map(|id| id.parse().ok()).collect()
}

/// The tombstone of `entity`: its id, kind, stream and author, and nothing anybody said. It stays, so that a phone that
/// still has the record learns that it is gone, and one that was away for months cannot bring it back.
#[must_use]
pub fn erase(entity: &Entity) -> Entity {
    if entity.state == State::Erased {
        return entity.clone();
    }
    Entity {
        state: State::Erased,
        rev: entity.rev + 1,
        cells: Default::default(),
        siblings: Default::default(),
        sealed: None,
        ..entity.clone()
    }
}

/// Whatever is done to an erased record is erased with it.
pub(super) fn erased() -> Merged {
    Merged::unchanged(Outcome::Erased, None)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::model::catalogue::KINDS;

    /// Kinds that have a parent and stay when it is erased.
    const STAYS: &[&str] = &["local_knowledge", "onward_referral", "unmet_need", "visit_note"];

    #[test]
    fn rule_24_every_kind_that_belongs_to_another_record_says_whether_it_goes_with_it() {
        let id = EntityId(Uuid::from_u128(7));
        for kind in KINDS {
            let Some(parent) = kind.parent else { continue };
            let fields = Fields::from([(parent.to_owned(), json!(id))]);
            let goes = erased_with(Some(kind.name), &fields) == [id];
            assert_ne!(goes, STAYS.contains(&kind.name), "{}", kind.name);
        }
    }

    #[test]
    fn rule_24_an_amendment_goes_with_what_it_amends() {
        let id = EntityId(Uuid::from_u128(7));
        let fields = Fields::from([("amends".to_owned(), json!(id))]);
        assert_eq!(erased_with(Some("visit_note"), &fields), [id]);
        assert_eq!(erased_with(None, &fields), [id]);
        assert_eq!(erased_with(Some("visit_note"), &Fields::new()), []);
    }
}
