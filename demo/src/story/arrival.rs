//! Whether every record of the caseload file is on the link worker's phone, with its words and scores as they were.
//!
//! It looks for each line's id and for what a person wrote in it; it does not repeat the import's mapping of names.

use std::collections::HashMap;

use alongside_core::companion::Companion;
use alongside_core::model::kinds::{ANSWER, COMMENT};
use alongside_core::store::RecordRow;
use serde_json::Value;
use uuid::Uuid;

use super::claim::claim;
use crate::error::DemoError;
use crate::people::line::Line;

/// Texts and numbers by the id of the line they came from.
type Held = HashMap<Uuid, Vec<Value>>;

/// Checks every line; gives how many arrived.
pub(super) fn check(phone: &Companion, lines: &[Line]) -> Result<u64, DemoError> {
    let mut held = Held::new();
    phone.visit_records(&mut |row| hold(&mut held, row))?;
    compare(&held, lines)
}

fn compare(held: &Held, lines: &[Line]) -> Result<u64, DemoError> {
    let mut arrived = 0;
    for line in lines {
        let found = held.get(&line.head().id);
        claim(found.is_some(), "every record that was imported arrives on the link worker's phone")?;
        let whole = found.is_some_and(|found| written(line).iter().all(|value| found.contains(value)));
        claim(whole, "every record arrives with the words and scores it was imported with")?;
        arrived += 1;
    }
    Ok(arrived)
}

/// An answer of an assessment counts as a record of its own, as in the file.
fn hold(held: &mut Held, row: RecordRow) {
    for (field, answer) in &row.fields {
        let Some(item) = field.strip_prefix(ANSWER) else { continue };
        let id = answer.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let said = [answer.get("value"), row.fields.get(&format!("{COMMENT}{item}"))];
        if let Some(id) = id {
            held.insert(id, said.into_iter().flatten().cloned().collect());
        }
    }
    held.insert(row.id.0, row.fields.into_values().collect());
}

/// What a person wrote in a line: words that say something, scores and ticks.
pub(super) fn written(line: &Line) -> Vec<Value> {
    let said: Vec<Value> = match line {
        Line::Client(line) => vec![line.fields.name.as_str().into(), line.fields.born.into()],
        Line::Contact(line) => vec![line.fields.mins.into()],
        Line::Note(line) => vec![line.fields.body.as_str().into()],
        Line::Assessment(line) => vec![line.fields.tool.as_str().into()],
        Line::Answer(line) => vec![line.fields.score.into(), line.fields.comment.as_str().into()],
        Line::Goal(line) => vec![line.fields.title.as_str().into()],
        Line::Step(line) => vec![line.fields.title.as_str().into(), line.fields.done.into()],
        Line::Checkin(line) => vec![line.fields.score.into(), line.fields.note.as_str().into()],
        Line::Referral(line) => vec![line.fields.to.as_str().into(), line.fields.why.as_str().into()],
        Line::Refstatus(line) => vec![line.fields.note.as_str().into()],
    };
    said.into_iter().filter(|value| value.as_str() != Some("")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caseload::Caseload;
    use crate::people::USUAL_ENDING;

    fn arrived_whole(lines: &[Line]) -> Held {
        lines.iter().map(|line| (line.head().id, written(line))).collect()
    }

    #[test]
    fn what_arrived_whole_is_counted() {
        let caseload = Caseload::invent(1, 1, USUAL_ENDING);
        let count = u64::try_from(caseload.lines().len()).unwrap();
        assert!(count > 20);
        assert_eq!(compare(&arrived_whole(caseload.lines()), caseload.lines()).unwrap(), count);
    }

    #[test]
    fn a_record_that_is_missing_or_says_something_else_is_noticed() {
        let caseload = Caseload::invent(1, 1, USUAL_ENDING);
        for line in caseload.lines() {
            let mut missing = arrived_whole(caseload.lines());
            missing.remove(&line.head().id);
            assert!(matches!(compare(&missing, caseload.lines()), Err(DemoError::Claim(_))));
            let mut other = arrived_whole(caseload.lines());
            for value in other.get_mut(&line.head().id).unwrap() {
                *value = "something else".into();
            }
            assert_eq!(compare(&other, caseload.lines()).is_ok(), written(line).is_empty());
        }
    }
}
