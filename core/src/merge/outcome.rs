//! The answers a merge can give.

use crate::model::{Cell, Entity, Origin, Outcome, PersonId, Timestamp, Why};

/// Who did it and when, as the server knows: nothing of this comes from the operation's text.
#[derive(Clone, Debug)]
pub struct Context {
    /// The person whose device sent it.
    pub by: PersonId,
    /// The replica's number and the operation's number.
    pub origin: Origin,
    /// When it was done, from [`super::effective_time`].
    pub eff: Timestamp,
    /// When the server received it.
    pub now: Timestamp,
    /// The sender's stream was taken away, and they wrote this before they had heard of it (rule 20).
    pub late: bool,
}

/// The result of a merge: what became of the operation, and the records as they are now.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What became of the operation.
    pub outcome: Outcome,
    /// Why, when it did not simply apply.
    pub why: Option<Why>,
    /// The record as it is now; absent when nothing changed.
    pub entity: Option<Entity>,
    /// A further record that the operation made: a sealed copy, or a draft amendment.
    pub made: Option<Entity>,
}

impl Merged {
    pub(super) fn unchanged(outcome: Outcome, why: Option<Why>) -> Self {
        Self { outcome, why, entity: None, made: None }
    }

    pub(super) fn changed(outcome: Outcome, entity: Entity) -> Self {
        Self { outcome, why: None, entity: Some(entity), made: None }
    }
}

impl Context {
    /// A cell written by this operation in revision `rev`.
    pub(super) fn cell(&self, value: serde_json::Value, rev: u32) -> Cell {
        Cell { value, rev, eff: self.eff, by: self.by, origin: self.origin }
    }
}
