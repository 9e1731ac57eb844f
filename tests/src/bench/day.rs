//! A working day: the lines of every save, in order, and which of them are the last of their form.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use alongside_core::model::{CaseId, EntityId};

use super::{BenchError, Line, read_lines};

/// A day of saves.
pub struct Day {
    lines: Vec<Line>,
    last: BTreeSet<usize>,
}

impl Day {
    /// Reads a day.
    ///
    /// # Errors
    /// When the file or a line cannot be read.
    pub fn read(file: &Path) -> Result<Self, BenchError> {
        Ok(Self::of(read_lines(file)?))
    }

    /// A day of these lines.
    pub fn of(lines: Vec<Line>) -> Self {
        let mut last: HashMap<EntityId, usize> = HashMap::new();
        for (place, line) in lines.iter().enumerate() {
            last.extend(form_of(line).map(|form| (form, place)));
        }
        Self { lines, last: last.into_values().collect() }
    }

    /// Each line, with whether its note is signed or its assessment submitted after it.
    pub fn saves(&self) -> impl Iterator<Item = (&Line, bool)> {
        self.lines.iter().enumerate().map(|(place, line)| (line, self.last.contains(&place)))
    }

    /// The clients visited, in order.
    pub fn cases(&self) -> Vec<CaseId> {
        let mut seen = BTreeSet::new();
        self.lines.iter().map(|line| line.case).filter(|case| seen.insert(*case)).collect()
    }

    /// How many records the day leaves.
    pub fn records(&self) -> usize {
        self.lines.iter().map(|line| line.id).collect::<BTreeSet<_>>().len()
    }
}

/// The note or assessment a line writes in.
fn form_of(line: &Line) -> Option<EntityId> {
    match line.kind.as_str() {
        "note" => Some(line.id),
        "answer" => line.parent,
        _ => None,
    }
}
