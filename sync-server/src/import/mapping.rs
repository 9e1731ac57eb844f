//! What each kind of line becomes. Nothing is lost on the way: every line can be written again from its record.

use alongside_core::model::catalogue::{FieldError, check_field};
use alongside_core::model::kinds::{
    CheckIn, Client, Contact, Goal, OnwardReferral, ReferralStatus, Step, VisitNote,
};
use alongside_core::model::{EntityId, Fields, KindEntry, Record};
use serde_json::{Value, json};

use super::fault::Fault;
use super::keys::Keys;
use super::limits::MAX_NAME_BYTES;
use super::line::{Head, NewAnswer, NewAssessment, NewRecord};

/// What a line of one kind is.
pub(super) struct Shape {
    name: &'static str,
    kind: &'static KindEntry,
    under: Under,
    fill: fn(&mut Filling) -> Result<(), Fault>,
}

/// What a line hangs under.
enum Under {
    Nothing,
    Perhaps(&'static KindEntry),
    Always(&'static KindEntry),
}

const SHAPES: [Shape; 8] = [
    Shape { name: "client", kind: Client::ENTRY, under: Under::Nothing, fill: client },
    Shape { name: "contact", kind: Contact::ENTRY, under: Under::Nothing, fill: contact },
    Shape { name: "note", kind: VisitNote::ENTRY, under: Under::Perhaps(Contact::ENTRY), fill: note },
    Shape { name: "goal", kind: Goal::ENTRY, under: Under::Nothing, fill: goal },
    Shape { name: "step", kind: Step::ENTRY, under: Under::Always(Goal::ENTRY), fill: step },
    Shape { name: "checkin", kind: CheckIn::ENTRY, under: Under::Always(Goal::ENTRY), fill: check_in },
    Shape { name: "referral", kind: OnwardReferral::ENTRY, under: Under::Nothing, fill: referral },
    Shape {
        name: "refstatus",
        kind: ReferralStatus::ENTRY,
        under: Under::Always(OnwardReferral::ENTRY),
        fill: referral_status,
    },
];

/// The shape of the lines called `name`.
pub(super) fn find_shape(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}

impl Shape {
    /// Reads the keys that are this kind's own.
    pub(super) fn read(&self, head: Head, keys: Keys) -> Result<NewRecord, Fault> {
        let under = self.under(head.parent)?;
        if self.kind.number == Client::ENTRY.number && head.id.0 != head.case.0 {
            return Err(Fault::NotItsOwn);
        }
        let mut filling = Filling { kind: self.kind, keys, fields: Fields::new() };
        if let Some(time) = self.kind.time {
            filling.put(time, json!(head.at));
        }
        if let (Some(field), Some(parent), Some(_)) = (self.kind.parent, head.parent, under) {
            filling.put(field, json!(parent));
        }
        (self.fill)(&mut filling)?;
        filling.keys.finish()?;
        Ok(NewRecord { head, kind: self.kind, under, fields: filling.fields })
    }

    fn under(&self, parent: Option<EntityId>) -> Result<Option<&'static KindEntry>, Fault> {
        match (&self.under, parent) {
            (Under::Nothing, Some(_)) => Err(Fault::NeedsNoParent),
            (Under::Always(_), None) => Err(Fault::NeedsParent),
            (Under::Nothing | Under::Perhaps(_), None) => Ok(None),
            (Under::Perhaps(kind) | Under::Always(kind), Some(_)) => Ok(Some(kind)),
        }
    }
}

/// A record being filled from a line.
struct Filling {
    kind: &'static KindEntry,
    keys: Keys,
    fields: Fields,
}

impl Filling {
    /// What is under `key` as it is, if it fits `field`.
    fn carry(&mut self, key: &'static str, field: &str) -> Result<(), Fault> {
        let value = self.keys.take(key)?;
        if value.is_null() {
            return Err(Fault::WrongType(key));
        }
        check_field(self.kind, field, &value).map_err(|error| fault(key, &error))?;
        self.put(field, value);
        Ok(())
    }

    /// The service's word for the file's.
    fn choose(&mut self, key: &'static str, field: &str, words: &[(&str, &str)]) -> Result<(), Fault> {
        let word = self.keys.take_text(key)?;
        let (_, ours) = words.iter().find(|(theirs, _)| *theirs == word).ok_or(Fault::UnknownWord(key))?;
        self.put(field, json!(ours));
        Ok(())
    }

    fn put(&mut self, field: &str, value: Value) {
        self.fields.insert(field.to_owned(), value);
    }
}

fn fault(key: &'static str, error: &FieldError) -> Fault {
    match error {
        FieldError::Range { .. } => Fault::OutOfRange(key),
        FieldError::TooLong { .. } => Fault::TooLong(key),
        FieldError::Unknown { .. } | FieldError::Type { .. } => Fault::WrongType(key),
    }
}

fn client(line: &mut Filling) -> Result<(), Fault> {
    line.carry("name", "name")?;
    line.carry("born", "birth_year")?;
    let practice = line.keys.take_whole("practice", 0..=999_999)?;
    line.put("practice", json!(format!("Practice {practice}")));
    let condition = line.keys.take_text("condition")?;
    line.put("conditions", json!([condition]));
    line.carry("consent", "consent")?;
    line.carry("months", "planned_months")?;
    line.put("status", json!("active"));
    Ok(())
}

/// The service's words for how two people met.
const MODES: [(&str, &str); 5] = [
    ("home", "home"),
    ("phone", "phone"),
    ("surgery", "practice"),
    ("community", "community"),
    ("text", "message"),
];

fn contact(line: &mut Filling) -> Result<(), Fault> {
    line.choose("mode", "mode", &MODES)?;
    line.carry("mins", "minutes")?;
    let outcome = match line.keys.take("kept")? {
        Value::Bool(true) => "two_way",
        Value::Bool(false) => "not_home",
        _ => return Err(Fault::WrongType("kept")),
    };
    line.put("outcome", json!(outcome));
    Ok(())
}

fn note(line: &mut Filling) -> Result<(), Fault> {
    line.carry("body", "body")
}

/// The service's words for where a goal stands.
const GOALS: [(&str, &str); 3] = [("open", "active"), ("met", "reached"), ("dropped", "dropped")];

fn goal(line: &mut Filling) -> Result<(), Fault> {
    line.carry("title", "wording")?;
    line.put("wording_by", json!("client"));
    line.choose("state", "status", &GOALS)
}

fn step(line: &mut Filling) -> Result<(), Fault> {
    line.carry("seq", "position")?;
    line.carry("title", "title")?;
    line.carry("done", "done")
}

fn check_in(line: &mut Filling) -> Result<(), Fault> {
    line.choose("by", "by", &[("client", "client"), ("worker", "worker")])?;
    line.carry("score", "score")?;
    line.carry("note", "words")
}

fn referral(line: &mut Filling) -> Result<(), Fault> {
    line.carry("to", "to")?;
    line.carry("why", "why")
}

/// The service's words for what became of a referral.
const STATUSES: [(&str, &str); 4] =
    [("made", "sent"), ("accepted", "accepted"), ("attended", "attended"), ("closed", "finished")];

fn referral_status(line: &mut Filling) -> Result<(), Fault> {
    line.choose("status", "status", &STATUSES)?;
    line.carry("note", "reason")
}

/// An assessment, before its answers.
pub(super) fn assessment(head: Head, mut keys: Keys) -> Result<NewAssessment, Fault> {
    if head.parent.is_some() {
        return Err(Fault::NeedsNoParent);
    }
    let instrument = keys.take_text("tool")?;
    if instrument.is_empty() || instrument.len() > MAX_NAME_BYTES {
        return Err(Fault::OutOfRange("tool"));
    }
    let version = keys.take_whole("ver", 1..=1_000_000)?;
    let version = u32::try_from(version).map_err(|_| Fault::OutOfRange("ver"))?;
    let draft = match keys.take_text("state")?.as_str() {
        "final" => false,
        "draft" => true,
        _ => return Err(Fault::UnknownWord("state")),
    };
    keys.finish()?;
    Ok(NewAssessment { head, instrument, version, draft })
}

/// An answer. Whether its score is on the scale is known only beside its assessment.
pub(super) fn answer(head: Head, mut keys: Keys) -> Result<NewAnswer, Fault> {
    let assessment = head.parent.ok_or(Fault::NeedsParent)?;
    let domain = keys.take_text("domain")?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    if domain.is_empty() || domain.len() > MAX_NAME_BYTES || !domain.bytes().all(plain) {
        return Err(Fault::UnknownWord("domain"));
    }
    let score = keys.take_whole("score", i64::MIN..=i64::MAX)?;
    let comment = keys.take_text("comment")?;
    keys.finish()?;
    Ok(NewAnswer { head, assessment, domain, score, comment })
}
