//! The way back: from a phone's record to the lines of the file it came from. Written apart from the import, so that a
//! mistake in one is not made up for in the other.

use alongside_core::model::{State, Timestamp};
use alongside_core::store::RecordRow;
use serde_json::{Value, json};

/// The lines a record came from: one, or an assessment's and its answers'.
pub(crate) fn lines(record: &RecordRow) -> Vec<Value> {
    let field = |name: &str| record.fields.get(name).cloned().unwrap_or(Value::Null);
    let line = |kind: &str, parent: &str, at: &str, own: Value| {
        vec![line(record, kind, &field(parent), &field(at), own)]
    };
    match record.kind.as_str() {
        "client" => line("client", "", "since", client(record)),
        "contact" => line("contact", "", "at", contact(record)),
        "visit_note" => {
            assert_eq!(record.state, State::Sealed, "a note that came from outside is signed");
            line("note", "contact", "at", json!({"body": field("body")}))
        }
        "goal" => line("goal", "", "at", goal(record)),
        "step" => {
            let own = json!({"seq": field("position"), "title": field("title"), "done": field("done")});
            line("step", "goal", "at", own)
        }
        "check_in" => {
            let own = json!({"by": field("by"), "score": field("score"), "note": field("words")});
            line("checkin", "goal", "at", own)
        }
        "onward_referral" => line("referral", "", "at", json!({"to": field("to"), "why": field("why")})),
        "referral_status" => line("refstatus", "referral", "at", referral_status(record)),
        "assessment" => assessment(record),
        // Made of the client's line, for whoever receives an assessment and nothing else of the case.
        "name_card" => {
            assert!(field("name").is_string(), "a card without a name says nothing");
            Vec::new()
        }
        // Compared with the file, this stands out.
        other => vec![json!({"nobody sent a": other})],
    }
}

fn line(record: &RecordRow, kind: &str, parent: &Value, at: &Value, own: Value) -> Value {
    let case = match record.stream.case() {
        Some(case) => json!(case),
        None => record.fields["case"].clone(),
    };
    let mut line = json!({"k": kind, "id": record.id, "c": case, "p": parent, "at": iso(at)});
    if let (Value::Object(all), Value::Object(own)) = (&mut line, own) {
        all.extend(own);
    }
    line
}

fn iso(at: &Value) -> String {
    Timestamp(at.as_i64().expect("a time is a number")).to_iso()
}

/// The file's word for the service's.
fn word(record: &RecordRow, field: &str, words: &[(&str, &str)]) -> String {
    let ours = record.fields[field].as_str().expect("a choice is a word");
    words
        .iter()
        .find(|(word, _)| *word == ours)
        .map(|(_, theirs)| (*theirs).to_owned())
        .expect("a known word")
}

fn client(record: &RecordRow) -> Value {
    let fields = &record.fields;
    assert_eq!(fields["status"], json!("active"));
    let practice =
        fields["practice"].as_str().and_then(|name| name.strip_prefix("Practice ")).map(str::parse::<u32>);
    json!({
        "name": fields["name"],
        "born": fields["birth_year"],
        "practice": practice.expect("a practice has a number").expect("a practice has a number"),
        "condition": fields["conditions"][0],
        "consent": fields["consent"],
        "months": fields["planned_months"],
    })
}

fn contact(record: &RecordRow) -> Value {
    let modes = [
        ("home", "home"),
        ("phone", "phone"),
        ("practice", "surgery"),
        ("community", "community"),
        ("message", "text"),
    ];
    let kept = word(record, "outcome", &[("two_way", "true"), ("not_home", "false")]) == "true";
    json!({"mode": word(record, "mode", &modes), "mins": record.fields["minutes"], "kept": kept})
}

fn goal(record: &RecordRow) -> Value {
    assert_eq!(record.fields["wording_by"], json!("client"));
    let states = [("active", "open"), ("reached", "met"), ("dropped", "dropped")];
    json!({"title": record.fields["wording"], "state": word(record, "status", &states)})
}

fn referral_status(record: &RecordRow) -> Value {
    let statuses =
        [("sent", "made"), ("accepted", "accepted"), ("attended", "attended"), ("finished", "closed")];
    json!({"status": word(record, "status", &statuses), "note": record.fields["reason"]})
}

fn assessment(record: &RecordRow) -> Vec<Value> {
    let fields = &record.fields;
    let state = match (record.state, record.seal.is_some()) {
        (State::Sealed, true) => "final",
        (State::Active, false) => "draft",
        _ => "neither",
    };
    let own = json!({"tool": fields["instrument"], "ver": fields["version"], "state": state});
    let mut lines = vec![line(record, "assessment", &Value::Null, &fields["at"], own)];
    for domain in fields.get("discussed").and_then(Value::as_array).into_iter().flatten() {
        let domain = domain.as_str().expect("a domain is a word");
        let answer = &fields[&format!("answer.{domain}")];
        let own = json!({"domain": domain, "score": answer["value"], "comment": fields[&format!("comment.{domain}")]});
        let mut answer_line = line(record, "answer", &json!(record.id), &answer["at"], own);
        answer_line["id"] = answer["id"].clone();
        lines.push(answer_line);
    }
    lines
}

/// A line of the file with the date a calendar has: some files reckon in months of thirty days, and the import carries the
/// days after the end of February into March.
pub(crate) fn in_calendar(mut line: Value) -> Value {
    let at = line["at"].as_str().expect("a line has a time").to_owned();
    let (year, month_day, time) = (&at[..4], &at[5..10], &at[10..]);
    let leap = year.parse::<u32>().expect("a year is a number").is_multiple_of(4);
    let moved = match (month_day, leap) {
        ("02-29", false) | ("02-30", true) => "03-01",
        ("02-30", false) => "03-02",
        _ => return line,
    };
    line["at"] = json!(format!("{year}-{moved}{time}"));
    line
}
