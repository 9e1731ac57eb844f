//! The passages a person must decide about before a copy is given, and what they decided.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::exchange::error::ExchangeError;
use crate::exchange::held::PersonRecord;
use crate::exchange::inventory::find_line;
use crate::exchange::passages::standing_marks;
use crate::model::kinds::{PassageMark, PassageReason};
use crate::model::{EntityId, Timestamp};

/// A marked passage, as it is shown to whoever decides. `Debug` shows the mark alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    /// The mark.
    pub mark: EntityId,
    /// The record the passage is in.
    pub record: EntityId,
    /// What a person calls a record of its kind.
    pub label: String,
    /// When that record happened.
    pub at: Option<Timestamp>,
    /// The passage.
    pub passage: String,
    /// Why it is marked.
    pub why: PassageReason,
}

/// What somebody decided about a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageDecision {
    /// The mark.
    pub mark: EntityId,
    /// Whether the person gets the passage.
    pub disclose: bool,
    /// Who decided, by name.
    pub decided_by: String,
}

/// Every passage to decide about, oldest first.
pub fn list_passages(record: &PersonRecord) -> Vec<Passage> {
    let marks = standing_marks(record).into_iter();
    marks
        .map(|(mark, said)| {
            let held = record.records.iter().find(|held| held.id == said.record);
            let label = held.and_then(|held| find_line(&held.kind)).map_or("A record", |line| line.label);
            Passage {
                mark,
                record: said.record,
                label: label.to_owned(),
                at: held.and_then(|held| held.at()),
                passage: said.passage,
                why: said.why,
            }
        })
        .collect()
}

/// The marks whose passages are withheld.
///
/// # Errors
/// [`ExchangeError::Undecided`] while any mark has no decision; [`ExchangeError::BadDecision`].
pub(super) fn withheld(
    record: &PersonRecord,
    decisions: &[PassageDecision],
) -> Result<Vec<PassageMark>, ExchangeError> {
    let marks = standing_marks(record);
    let sound = |decision: &PassageDecision| {
        !decision.decided_by.trim().is_empty() && marks.iter().any(|(mark, _)| *mark == decision.mark)
    };
    if !decisions.iter().all(sound) {
        return Err(ExchangeError::BadDecision);
    }
    let decided = |mark: EntityId| decisions.iter().filter(move |decision| decision.mark == mark);
    let open = marks.iter().filter(|(mark, _)| decided(*mark).count() == 0).count();
    if open > 0 {
        return Err(ExchangeError::Undecided(open));
    }
    // Two people who disagree keep it back: what was given cannot be taken back.
    let back = |mark: EntityId| decided(mark).any(|decision| !decision.disclose);
    Ok(marks.into_iter().filter(|(mark, _)| back(*mark)).map(|(_, mark)| mark).collect())
}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passage").field("mark", &self.mark).finish_non_exhaustive()
    }
}
