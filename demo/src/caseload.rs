//! The invented caseload of a demonstration, as records and as the file the server's import reads.

use alongside_core::model::CaseId;
use chrono::NaiveDate;

use crate::people::line::Line;
use crate::people::records;

/// Invented clients with everything on record.
#[derive(Debug)]
pub struct Caseload {
    lines: Vec<Line>,
}

impl Caseload {
    /// `clients` clients whose journeys end shortly before `ending`; the same numbers give the same caseload.
    pub fn invent(clients: usize, seed: u64, ending: NaiveDate) -> Self {
        Self { lines: records(clients, seed, ending).collect() }
    }

    /// Every record, parents before what hangs under them.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The cases with their clients' names, in the caseload's order.
    pub fn cases(&self) -> Vec<(CaseId, &str)> {
        self.lines
            .iter()
            .filter_map(|line| match line {
                Line::Client(client) => Some((CaseId(client.head.id), client.fields.name.as_str())),
                _ => None,
            })
            .collect()
    }

    /// The file: one record a line.
    pub fn to_file(&self) -> String {
        let mut file = String::new();
        for line in &self.lines {
            file.push_str(&line.to_json());
            file.push('\n');
        }
        file
    }
}
