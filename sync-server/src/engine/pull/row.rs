//! A record as a row: whole, or those of its fields that were written since.

use std::collections::BTreeMap;

use alongside_core::model::{Cell, Sealed};
use alongside_core::wire::{Row, SealRow, SiblingRow};

use super::people::People;
use crate::store::{Seq, StoredRecord};

/// The row of `record` with the fields written after `since`; with all of them when the record was made after it.
pub(super) fn row(record: StoredRecord, since: Seq, people: &mut People) -> Row {
    let whole = record.created > since;
    let fresh = |name: &str| whole || record.written_in(name) > since;
    let cells: Vec<(&String, &Cell)> = record.entity.cells.iter().filter(|(name, _)| fresh(name)).collect();
    let older = cells.iter().filter(|(_, cell)| cell.rev != record.entity.rev);
    let rs: BTreeMap<String, u32> = older.map(|(name, cell)| ((*name).clone(), cell.rev)).collect();
    let f = cells.iter().map(|(name, cell)| ((*name).clone(), cell.value.clone())).collect();
    let entity = record.entity;
    Row {
        e: entity.id,
        r: entity.rev,
        rs,
        st: entity.state,
        by: people.place(entity.author),
        f,
        sib: entity.siblings.into_iter().map(|(name, cells)| (name, siblings(cells, people))).collect(),
        seal: entity.sealed.map(|seal| seal_row(seal, people)),
        t: entity.kind,
    }
}

fn siblings(cells: Vec<Cell>, people: &mut People) -> Vec<SiblingRow> {
    let sibling =
        |cell: Cell| SiblingRow { value: cell.value, rev: cell.rev, by: people.place(cell.by), at: cell.eff };
    cells.into_iter().map(sibling).collect()
}

fn seal_row(seal: Sealed, people: &mut People) -> SealRow {
    SealRow { hash: seal.hash, by: people.place(seal.by), at: seal.at }
}
