//! An assessment with its answers, which a workload writes as lines of their own.

use alongside_core::model::kinds::{ANSWER, Assessment, COMMENT};
use alongside_core::model::{Audience, Record, StreamRef};
use serde_json::{Value, json};

use super::new_record::fields_of;
use super::{BenchError, Line, NewRecord};

/// An assessment before its answers. One that is final is submitted; a draft stays its author's.
pub(super) fn assessment(line: &Line) -> Result<NewRecord, BenchError> {
    let fields = [
        ("case", json!(line.case)),
        ("at", json!(line.at)),
        ("instrument", json!(line.text("tool")?)),
        ("version", json!(line.whole("ver")?)),
        ("discussed", json!([])),
    ];
    Ok(NewRecord {
        id: line.id,
        kind: Assessment::ENTRY.name,
        home: StreamRef::of_case(line.case, Audience::Submitted),
        sealed: line.text("state")? == "final",
        fields: fields_of(fields),
    })
}

/// Puts an answer into its assessment.
pub(super) fn add_answer(assessment: &mut NewRecord, line: &Line) -> Result<(), BenchError> {
    let domain = line.text("domain")?;
    if let Some(Value::Array(discussed)) = assessment.fields.get_mut("discussed") {
        discussed.push(json!(domain));
    }
    let response = json!({"value": line.whole("score")?, "at": line.at, "id": line.id});
    assessment.fields.insert(format!("{ANSWER}{domain}"), response);
    assessment.fields.insert(format!("{COMMENT}{domain}"), json!(line.text("comment")?));
    Ok(())
}
