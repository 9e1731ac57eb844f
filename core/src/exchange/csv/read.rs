//! Reading back what [`write_csv`](super::write_csv) wrote, so that what a table says can be shown to survive.

use super::guard::bare;
use super::write::BOM;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// It is not UTF-8.
    #[error("it is not UTF-8")]
    Encoding,
    /// A cell does not begin or end with a quotation mark.
    #[error("a cell is not quoted")]
    Unquoted,
    /// It ends within a cell.
    #[error("it ends within a cell")]
    Unfinished,
}

/// The rows, header first, as they were before they were written.
///
/// # Errors
/// [`CsvError`]; nothing is guessed.
pub fn read_csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, CsvError> {
    let text = std::str::from_utf8(bytes).map_err(|_| CsvError::Encoding)?;
    let mut rest = text.strip_prefix(BOM).unwrap_or(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    while !rest.is_empty() {
        let (cell, after) = cell(rest)?;
        row.push(bare(&cell).to_owned());
        rest = match after.strip_prefix("\r\n") {
            Some(next) => {
                rows.push(std::mem::take(&mut row));
                next
            }
            None => after.strip_prefix(',').ok_or(CsvError::Unquoted)?,
        };
    }
    if row.is_empty() { Ok(rows) } else { Err(CsvError::Unfinished) }
}

/// One quoted cell, and what follows it.
fn cell(text: &str) -> Result<(String, &str), CsvError> {
    let mut rest = text.strip_prefix('"').ok_or(CsvError::Unquoted)?;
    let mut cell = String::new();
    loop {
        let (part, after) = rest.split_once('"').ok_or(CsvError::Unfinished)?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return Ok((cell, after)),
        }
    }
}
