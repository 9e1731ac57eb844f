//! Spreadsheets: comma-separated values after RFC 4180, with a byte-order mark, that no spreadsheet program runs as formulas.

mod guard;
mod read;
mod write;

pub use read::{CsvError, read_csv};
pub use write::write_csv;
