//! Copying everything from one engine to another, row by row. Both have the same tables and columns; a test compares them.

use super::connection::Connection;
use super::param::Param;
use super::row::Row;
use crate::store::StoreError;

/// Rows read at once, and rows written by one statement.
const READ: usize = 200;
const WRITE: usize = 50;

/// A table, as it is described by the engine that knows the types of its columns.
#[derive(Debug)]
pub(in crate::store) struct Table {
    /// Its name.
    pub(in crate::store) name: String,
    /// Its columns.
    pub(in crate::store) columns: Vec<Column>,
}

/// A column.
#[derive(Debug)]
pub(in crate::store) struct Column {
    /// Its name.
    pub(in crate::store) name: String,
    /// What it holds.
    pub(in crate::store) holds: Holds,
    /// Its place in the primary key, from 1; 0 when it is not part of it.
    pub(in crate::store) key: usize,
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) enum Holds {
    /// Numbers.
    Int,
    /// Words.
    Text,
    /// Bytes.
    Blob,
}

/// Copies `tables`, each before those that refer to it. `overriding` stands before the values, for an engine that hands out
/// row numbers itself.
pub(in crate::store) fn copy_tables(
    from: &dyn Connection,
    to: &mut dyn Connection,
    tables: &[Table],
    overriding: &str,
) -> Result<(), StoreError> {
    for table in tables {
        let mut last: Option<Vec<Param<'static>>> = None;
        loop {
            let rows = read(from, table, last.as_deref())?;
            for some in rows.chunks(WRITE) {
                let values: Vec<Param<'static>> = some.iter().flatten().cloned().collect();
                to.run(&table.insert(some.len(), overriding), &values)?;
            }
            if rows.len() < READ {
                break;
            }
            last = rows.last().map(|row| table.key().map(|place| row[place].clone()).collect());
        }
    }
    Ok(())
}

/// The rows after those whose last key this is.
fn read(
    from: &dyn Connection,
    table: &Table,
    last: Option<&[Param<'static>]>,
) -> Result<Vec<Vec<Param<'static>>>, StoreError> {
    let mut rows = Vec::new();
    from.each(&table.select(last.is_some()), last.unwrap_or_default(), &mut |row| {
        let values = table.columns.iter().enumerate().map(|(place, column)| value(row, place, column.holds));
        rows.push(values.collect::<Result<_, _>>()?);
        Ok(true)
    })?;
    Ok(rows)
}

fn value(row: &dyn Row, place: usize, holds: Holds) -> Result<Param<'static>, StoreError> {
    Ok(match holds {
        Holds::Int => row.int(place)?.map_or(Param::Null, Param::Int),
        Holds::Text => row.text(place)?.map_or(Param::Null, |text| Param::from(text.to_owned())),
        Holds::Blob => row.blob(place)?.map_or(Param::Null, |bytes| Param::from(bytes.to_vec())),
    })
}

impl Table {
    /// The places of the key's columns, in the order of the key.
    fn key(&self) -> impl Iterator<Item = usize> + '_ {
        (1..=self.columns.len()).map_while(|nth| self.columns.iter().position(|column| column.key == nth))
    }

    /// Whether the engine numbers its rows.
    pub(in crate::store) fn numbers_rows(&self) -> bool {
        self.columns.iter().filter(|column| column.key > 0).all(|column| column.name == "no")
    }

    fn names(&self) -> String {
        self.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn select(&self, goes_on: bool) -> String {
        let key: Vec<&str> = self.key().map(|place| self.columns[place].name.as_str()).collect();
        let marks: Vec<String> = (1..=key.len()).map(|nth| format!("?{nth}")).collect();
        let (names, table, keys) = (self.names(), &self.name, key.join(", "));
        let after = if goes_on { format!("WHERE ({keys}) > ({})", marks.join(", ")) } else { String::new() };
        format!("SELECT {names} FROM {table} {after} ORDER BY {keys} LIMIT {READ}")
    }

    fn insert(&self, rows: usize, overriding: &str) -> String {
        let width = self.columns.len();
        let row = |nth: usize| {
            let marks: Vec<String> = (1..=width).map(|place| format!("?{}", nth * width + place)).collect();
            format!("({})", marks.join(", "))
        };
        let values: Vec<String> = (0..rows).map(row).collect();
        format!("INSERT INTO {} ({}) {overriding} VALUES {}", self.name, self.names(), values.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_go_through_a_table_by_its_key() {
        let column = |name: &str, key| Column { name: name.into(), holds: Holds::Int, key };
        let table =
            Table { name: "run".into(), columns: vec![column("no", 2), column("org", 1), column("salt", 0)] };
        assert_eq!(
            table.select(false),
            format!("SELECT no, org, salt FROM run  ORDER BY org, no LIMIT {READ}")
        );
        assert!(table.select(true).contains("WHERE (org, no) > (?1, ?2) ORDER BY org, no"));
        assert_eq!(table.insert(2, ""), "INSERT INTO run (no, org, salt)  VALUES (?1, ?2, ?3), (?4, ?5, ?6)");
    }
}
