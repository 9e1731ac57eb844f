//! Writing a table: every cell quoted, lines ended by carriage return and line feed, as RFC 4180 says.

use super::guard::guarded;
use crate::exchange::tables::Table;

/// The byte-order mark: without it Excel reads names as another alphabet. Programs that read UTF-8 as such pass over it.
pub(super) const BOM: &str = "\u{feff}";

/// The table as a file.
pub fn write_csv(table: &Table) -> Vec<u8> {
    let mut out = String::from(BOM);
    line(&mut out, table.header.iter().copied());
    for row in &table.rows {
        line(&mut out, row.iter().map(String::as_str));
    }
    out.into_bytes()
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push('"');
        out.push_str(&guarded(cell).replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
