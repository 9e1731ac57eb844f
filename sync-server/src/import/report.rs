//! What an import did, and what it has to say of single lines.

use std::fmt;

use super::fault::Fault;
use crate::store::StoreError;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is on the server now.
    Taken,
    /// It was there, with the same content.
    AlreadyThere,
    /// It was not taken.
    Refused(u64, Fault),
}

/// What an import did, in lines. Blank lines are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Lines read.
    pub read: u64,
    /// Lines that are on the server now and were not before.
    pub taken: u64,
    /// Lines that were there, with the same content.
    pub already_there: u64,
    /// Lines that were not taken.
    pub refused: u64,
    /// Lines whose date was carried from the end of February into March.
    pub moved: u64,
    /// How long it took.
    pub milliseconds: u64,
}

impl ImportReport {
    pub(super) fn add(&mut self, verdict: Verdict, remark: &mut dyn FnMut(Remark)) {
        match verdict {
            Verdict::Taken => self.taken += 1,
            Verdict::AlreadyThere => self.already_there += 1,
            Verdict::Refused(line, fault) => self.refuse(line, fault, remark),
        }
    }

    pub(super) fn refuse(&mut self, line: u64, fault: Fault, remark: &mut dyn FnMut(Remark)) {
        self.refused += 1;
        remark(Remark::Refused { line, fault });
    }

    pub(super) fn note_moved(&mut self, line: u64, remark: &mut dyn FnMut(Remark)) {
        self.moved += 1;
        remark(Remark::DateMoved { line });
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { read, taken, already_there, refused, milliseconds, .. } = self;
        write!(
            f,
            "{read} lines read: {taken} taken, {already_there} already there, {refused} refused; {milliseconds} ms"
        )
    }
}

/// Something to say of one line, counted from 1. Written as `line 7: code, plain words`; holds nothing the line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It was not taken.
    Refused {
        /// Its number.
        line: u64,
        /// Why.
        fault: Fault,
    },
    /// It names a 29 or 30 February that its year does not have, and was read as so many days after the 28th.
    DateMoved {
        /// Its number.
        line: u64,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { line, fault } => write!(f, "line {line}: {}, {fault}", fault.code()),
            Self::DateMoved { line } => {
                write!(
                    f,
                    "line {line}: date_moved, a day past the end of February was read as a day in March"
                )
            }
        }
    }
}

/// Why an import could not go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The store cannot be read or written.
    #[error("the records cannot be stored: {0}")]
    Store(#[from] StoreError),
}
