//! What each kind of line is as a phone's own work. An answer is part of its assessment and no record of its own.

use alongside_core::model::kinds::{
    CheckIn, Client, Contact, Goal, OnwardReferral, ReferralStatus, Step, VisitNote,
};
use alongside_core::model::{EntityId, Fields, KindEntry, Record, StreamRef};
use serde_json::json;

use super::new_record::fields_of;
use super::{BenchError, Line, NewRecord, sheet};

/// The records of a caseload, client by client.
///
/// # Errors
/// [`BenchError::Line`].
pub fn list_clients(lines: &[Line]) -> Result<Vec<Vec<NewRecord>>, BenchError> {
    lines.chunk_by(|one, next| one.case == next.case).map(list_records).collect()
}

fn list_records(lines: &[Line]) -> Result<Vec<NewRecord>, BenchError> {
    let mut records: Vec<NewRecord> = Vec::with_capacity(lines.len());
    for line in lines {
        match line.kind.as_str() {
            "assessment" => records.push(sheet::assessment(line)?),
            "answer" => sheet::add_answer(find(&mut records, line.under()?, line)?, line)?,
            _ => records.push(record(line)?),
        }
    }
    Ok(records)
}

/// Answers follow their assessment closely, so the search begins at the end.
fn find<'a>(
    records: &'a mut [NewRecord],
    id: EntityId,
    line: &Line,
) -> Result<&'a mut NewRecord, BenchError> {
    records.iter_mut().rev().find(|record| record.id == id).ok_or(BenchError::Line(line.number))
}

fn record(line: &Line) -> Result<NewRecord, BenchError> {
    let (kind, fields) = match line.kind.as_str() {
        "client" => (Client::ENTRY, client(line)?),
        "contact" => (Contact::ENTRY, contact(line)?),
        "note" => (VisitNote::ENTRY, note(line)?),
        "goal" => (Goal::ENTRY, goal(line)?),
        "step" => (Step::ENTRY, step(line)?),
        "checkin" => (CheckIn::ENTRY, check_in(line)?),
        "referral" => (OnwardReferral::ENTRY, referral(line)?),
        "refstatus" => (ReferralStatus::ENTRY, referral_status(line)?),
        _ => return Err(BenchError::Line(line.number)),
    };
    Ok(new(line, kind, fields))
}

fn new(line: &Line, kind: &'static KindEntry, mut fields: Fields) -> NewRecord {
    fields.extend(kind.time.map(|time| (time.to_owned(), json!(line.at))));
    let home = StreamRef::of_case(line.case, kind.home);
    NewRecord { id: line.id, kind: kind.name, home, sealed: kind.sealed, fields }
}

fn client(line: &Line) -> Result<Fields, BenchError> {
    Ok(fields_of([
        ("name", json!(line.text("name")?)),
        ("birth_year", json!(line.whole("born")?)),
        ("practice", json!(format!("Practice {}", line.whole("practice")?))),
        ("conditions", json!([line.text("condition")?])),
        ("consent", json!(line.flag("consent")?)),
        ("planned_months", json!(line.whole("months")?)),
        ("status", json!("active")),
    ]))
}

fn contact(line: &Line) -> Result<Fields, BenchError> {
    let mode = match line.text("mode")? {
        "surgery" => "practice",
        "text" => "message",
        same => same,
    };
    let outcome = if line.flag("kept")? { "two_way" } else { "not_home" };
    Ok(fields_of([
        ("mode", json!(mode)),
        ("minutes", json!(line.whole("mins")?)),
        ("outcome", json!(outcome)),
    ]))
}

fn note(line: &Line) -> Result<Fields, BenchError> {
    let contact = line.parent.map(|contact| ("contact".to_owned(), json!(contact)));
    let mut fields = fields_of([("case", json!(line.case)), ("body", json!(line.text("body")?))]);
    fields.extend(contact);
    Ok(fields)
}

fn goal(line: &Line) -> Result<Fields, BenchError> {
    let status = match line.text("state")? {
        "open" => "active",
        "met" => "reached",
        same => same,
    };
    let wording = json!(line.text("title")?);
    Ok(fields_of([("wording", wording), ("wording_by", json!("client")), ("status", json!(status))]))
}

fn step(line: &Line) -> Result<Fields, BenchError> {
    Ok(fields_of([
        ("goal", json!(line.under()?)),
        ("position", json!(line.whole("seq")?)),
        ("title", json!(line.text("title")?)),
        ("done", json!(line.flag("done")?)),
    ]))
}

fn check_in(line: &Line) -> Result<Fields, BenchError> {
    Ok(fields_of([
        ("goal", json!(line.under()?)),
        ("by", json!(line.text("by")?)),
        ("score", json!(line.whole("score")?)),
        ("words", json!(line.text("note")?)),
    ]))
}

fn referral(line: &Line) -> Result<Fields, BenchError> {
    Ok(fields_of([("to", json!(line.text("to")?)), ("why", json!(line.text("why")?))]))
}

fn referral_status(line: &Line) -> Result<Fields, BenchError> {
    let status = match line.text("status")? {
        "made" => "sent",
        "closed" => "finished",
        same => same,
    };
    Ok(fields_of([
        ("referral", json!(line.under()?)),
        ("status", json!(status)),
        ("reason", json!(line.text("note")?)),
    ]))
}
