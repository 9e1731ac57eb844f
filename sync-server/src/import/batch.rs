//! Lines that were read and wait to be written together: enough to make a commit worth its while, few enough to hold.

use super::limits::{BATCH_BYTES, BATCH_LINES};
use super::line::Line;

/// A line with its number in the file.
pub(super) struct Numbered {
    pub(super) number: u64,
    pub(super) line: Line,
}

/// Lines to be written in one transaction.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) lines: Vec<Numbered>,
    bytes: usize,
}

impl Batch {
    /// Adds a line that took so many bytes in the file.
    pub(super) fn push(&mut self, line: Numbered, bytes: usize) {
        self.lines.push(line);
        self.bytes += bytes;
    }

    /// Whether it is time to write.
    pub(super) fn is_full(&self) -> bool {
        self.lines.len() >= BATCH_LINES || self.bytes >= BATCH_BYTES
    }

    /// The numbers of lines whose date was moved.
    pub(super) fn moved(&self) -> Vec<u64> {
        self.lines.iter().filter(|entry| entry.line.head().moved).map(|entry| entry.number).collect()
    }
}
