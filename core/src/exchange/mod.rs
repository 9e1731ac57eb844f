//! Handing one person's record on: to a practice, to the person, to another system.
//!
//! Pure: it is given what is held and gives back bytes. Knows no store, no clock and no network, and decides nothing about who may
//! ask. What is written where, and why, is in `docs/exchange.md`.

mod bundle;
mod check;
mod csv;
mod error;
mod export;
mod fhir;
mod held;
mod html;
mod inventory;
mod map;
mod message_back;
mod passages;
mod practice;
mod subject_access;
mod tables;
mod words;

#[cfg(test)]
mod tests;

pub use bundle::to_bundle;
pub use check::{BundleFault, FaultKind, check_bundle};
pub use csv::{CsvError, read_csv, write_csv};
pub use error::ExchangeError;
pub use export::{ExportFile, ExportForm, access_files, export};
pub use held::{HeldRecord, HeldSeal, LeftOut, OtherText, PersonRecord, SetAside};
pub use inventory::{INVENTORY, InBundle, InventoryLine, find_line};
pub use passages::{note_in_place, standing_marks, without_marked};
pub use practice::{PracticeScope, practice_scope};
pub use subject_access::{
    Passage, PassageDecision, SubjectAccess, list_passages, read_records, subject_access,
};
pub use tables::Table;
