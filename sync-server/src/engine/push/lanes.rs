//! Where a case stands in a first listing: by the day of its next contact, and behind all others once it has ended.

use std::collections::BTreeSet;

use alongside_core::model::kinds::NextContact;
use alongside_core::model::{CaseId, Entity, EntityId, Record as _};

use super::desk::Work;
use crate::store::{Lane, OrgNo, Seq, StoreError, WriteTxn};

const DAY_MS: i64 = 86_400_000;

/// Moves the cases whose client or next contact this push wrote.
pub(super) fn move_cases(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    work: &Work,
    seq: Seq,
) -> Result<(), StoreError> {
    let written = work.records.values().filter_map(|held| held.now.as_ref());
    let cases: BTreeSet<CaseId> = written.filter_map(moves).collect();
    for case in cases {
        let client = find(txn, org, work, EntityId(case.0))?;
        let contact = find(txn, org, work, NextContact::id_of(case))?;
        txn.set_lane(org, case, lane(client.as_ref(), contact.as_ref()), seq)?;
    }
    Ok(())
}

/// The case whose lane depends on this record.
fn moves(entity: &Entity) -> Option<CaseId> {
    let decides = entity.kind == "client" || entity.kind == NextContact::ENTRY.name;
    entity.stream.case().filter(|_| decides)
}

fn find(txn: &dyn WriteTxn, org: OrgNo, work: &Work, id: EntityId) -> Result<Option<Entity>, StoreError> {
    match work.records.get(&id) {
        Some(held) => Ok(held.now.clone()),
        None => Ok(txn.find_record(org, id)?.map(|record| record.entity)),
    }
}

fn lane(client: Option<&Entity>, contact: Option<&Entity>) -> Lane {
    let value = |entity: Option<&Entity>, name: &str| Some(entity?.cells.get(name)?.value.clone());
    if value(client, "status").is_some_and(|status| status == "ended") {
        return Lane::ENDED;
    }
    let day = value(contact, "at").and_then(|at| u16::try_from(at.as_i64()? / DAY_MS).ok());
    day.filter(|day| *day < Lane::UNPLANNED.0).map_or(Lane::UNPLANNED, Lane)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use alongside_core::model::{Audience, Cell, Origin, PersonId, State, StreamRef, Timestamp};
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;

    fn entity(field: &str, value: Value) -> Entity {
        let by = PersonId(Uuid::nil());
        let cell = Cell { value, rev: 1, eff: Timestamp(0), by, origin: Origin(1, 1) };
        Entity {
            id: EntityId(Uuid::nil()),
            kind: "client".into(),
            stream: StreamRef { audience: Audience::Core, owner: Uuid::nil() },
            state: State::Active,
            rev: 1,
            author: by,
            cells: BTreeMap::from([(field.to_owned(), cell)]),
            siblings: BTreeMap::new(),
            sealed: None,
        }
    }

    #[test]
    fn a_case_stands_by_the_day_of_its_next_contact_and_an_ended_one_behind_all() {
        let active = entity("status", json!("active"));
        let ended = entity("status", json!("ended"));
        let planned = |at: i64| entity("at", json!(at));
        let today = 20_783 * DAY_MS + 9 * 3_600_000;
        assert_eq!(lane(Some(&active), Some(&planned(today))), Lane(20_783));
        assert_eq!(lane(Some(&active), None), Lane::UNPLANNED);
        assert_eq!(lane(Some(&ended), Some(&planned(today))), Lane::ENDED);
        for nonsense in [-5 * DAY_MS, i64::MAX, 30_000 * DAY_MS] {
            assert_eq!(lane(None, Some(&planned(nonsense))), Lane::UNPLANNED, "{nonsense}");
        }
    }
}
