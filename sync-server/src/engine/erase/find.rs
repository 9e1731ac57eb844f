//! Finding everything an erasure reaches: in the records; in the history, which also knows what never became a record; and in
//! what phones left, which is in no history.

use std::collections::BTreeSet;

use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{EntityId, Origin};

use super::about::About;
use super::reach::{MadeFrom, Node, reach};
use crate::store::{Batch, OrgNo, Position, ReadTxn, StoreError, WriteTxn};

/// What an erasure reaches.
pub(super) struct Found {
    /// Records and cases.
    pub(super) ids: BTreeSet<EntityId>,
    /// Operations that wrote something which stands in one of those records, whichever record they are on.
    pub(super) origins: BTreeSet<Origin>,
}

impl Found {
    /// Looks through everything the organisation has.
    pub(super) fn of(txn: &dyn WriteTxn, org: OrgNo, asked: &[EntityId]) -> Result<Self, StoreError> {
        let nodes = nodes(txn, org)?;
        let made_from = made_from(txn, org, &nodes)?;
        let mut ids: BTreeSet<EntityId> = asked.iter().copied().collect();
        ids.extend(clients(txn, org, asked)?);
        loop {
            reach(&nodes, &made_from, &mut ids);
            if !add_from_history(txn, org, &mut ids)? {
                break;
            }
        }
        let origins = origins(txn, org, &ids)?;
        Ok(Self { ids, origins })
    }

    /// Whether the operation of this origin and text loses its text.
    pub(super) fn takes(&self, origin: Origin, about: &About) -> bool {
        self.origins.contains(&origin) || self.is_about(about)
    }

    /// Whether an operation is on, or belongs to, something that is erased.
    pub(super) fn is_about(&self, about: &About) -> bool {
        about.record.iter().chain(&about.with).any(|id| self.ids.contains(id))
    }
}

fn nodes(txn: &dyn ReadTxn, org: OrgNo) -> Result<Vec<Node>, StoreError> {
    let batch = Batch { rows: 4_000, bytes: 4 * 1024 * 1024 };
    let mut nodes = Vec::new();
    for stream in txn.list_streams(org)? {
        let mut position = Position::default();
        loop {
            let (records, more) = txn.list_records(stream, position, batch)?;
            nodes.extend(records.iter().map(|record| {
                let seals = find_kind(&record.entity.kind).is_some_and(|kind| kind.sealed);
                Node::of(record, seals)
            }));
            position = records.last().map_or(position, |last| Position { seq: last.seq, no: last.no });
            if !more {
                break;
            }
        }
    }
    Ok(nodes)
}

/// Goes through the history, operation by operation.
pub(super) fn each_op(
    txn: &dyn ReadTxn,
    org: OrgNo,
    mut take: impl FnMut(Origin, About),
) -> Result<(), StoreError> {
    for replica in txn.list_replicas(org)? {
        for push in txn.list_pushes(org, replica.number, 0)? {
            for (n, op) in (push.first_n..).zip(&push.ops) {
                if let Some(text) = op.text() {
                    take(Origin(replica.number, n), About::read(text));
                }
            }
        }
    }
    Ok(())
}

/// The records on which the operations were that made sealed copies and draft amendments.
fn made_from(txn: &dyn ReadTxn, org: OrgNo, nodes: &[Node]) -> Result<MadeFrom, StoreError> {
    let wanted: BTreeSet<Origin> = nodes.iter().filter_map(|node| node.derived).collect();
    let mut made_from = MadeFrom::new();
    each_op(txn, org, |origin, about| {
        if let Some(record) = about.record.filter(|_| wanted.contains(&origin)) {
            made_from.insert(origin, (record, about.publishes));
        }
    })?;
    Ok(made_from)
}

/// The people whose own cases are erased: what they keep for themselves is in streams of theirs.
fn clients(txn: &dyn ReadTxn, org: OrgNo, asked: &[EntityId]) -> Result<Vec<EntityId>, StoreError> {
    let people = txn.list_people(org)?.into_iter();
    let theirs = people.filter(|person| person.case.is_some_and(|case| asked.contains(&EntityId(case.0))));
    Ok(theirs.map(|person| EntityId(person.id.0)).collect())
}

/// Adds records that operations speak of, those that phones left as well, which belong to what is erased, and says whether there were any.
fn add_from_history(txn: &dyn ReadTxn, org: OrgNo, ids: &mut BTreeSet<EntityId>) -> Result<bool, StoreError> {
    let before = ids.len();
    let mut add = |about: About| {
        if about.with.iter().any(|id| ids.contains(id)) {
            ids.extend(about.record);
        }
    };
    each_op(txn, org, |_, about| add(about))?;
    for (no, _) in txn.list_salvage_rows(org)? {
        let left = txn.find_salvage_texts(org, no)?.unwrap_or_default();
        left.iter().for_each(|text| add(About::read(text)));
    }
    Ok(ids.len() > before)
}

/// Whether anything that was set aside or left is on one of these records.
pub(super) fn is_spoken_of(txn: &dyn ReadTxn, org: OrgNo, ids: &[EntityId]) -> Result<bool, StoreError> {
    let on = |id: Option<EntityId>| id.is_some_and(|id| ids.contains(&id));
    if txn.list_ever_set_aside(org)?.iter().any(|aside| on(aside.entity)) {
        return Ok(true);
    }
    for (no, _) in txn.list_salvage_rows(org)? {
        let left = txn.find_salvage_texts(org, no)?.unwrap_or_default();
        if left.iter().any(|text| on(About::read(text).record)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The operations whose words stand in these records.
fn origins(txn: &dyn WriteTxn, org: OrgNo, ids: &BTreeSet<EntityId>) -> Result<BTreeSet<Origin>, StoreError> {
    let mut origins = BTreeSet::new();
    for id in ids {
        let Some(record) = txn.find_record(org, *id)? else { continue };
        let entity = &record.entity;
        let cells = entity.cells.values().chain(entity.siblings.values().flatten());
        origins.extend(cells.map(|cell| cell.origin));
    }
    Ok(origins)
}
