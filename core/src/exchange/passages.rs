//! Leaving marked passages out: of what is passed on, always; of a copy for the person, as somebody decided passage by passage.
//!
//! A mark names words, and the words are left out wherever they stand in the person's record: a handover pack may quote a note.
//! When the record they were marked in does not have them any more, for instance because somebody reworded it, all its texts are
//! left out: a mark that has lost its place must not become a leak.

use serde_json::Value;

use super::held::{HeldRecord, LeftOut, PersonRecord, SetAside};
use crate::model::kinds::{PassageMark, PassageReason};
use crate::model::{Choice, EntityId, FieldType, Record};

/// What stands where a passage was.
pub fn note_in_place(why: PassageReason) -> &'static str {
    match why {
        PassageReason::ThirdParty => "[a passage about somebody else was left out]",
        PassageReason::HarmRisk => "[a passage was left out to keep somebody from harm]",
        PassageReason::Unknown => "[a passage was left out]",
    }
}

/// The marks that stand, with their records.
pub fn standing_marks(record: &PersonRecord) -> Vec<(EntityId, PassageMark)> {
    let marks = record.settled::<PassageMark>().into_iter();
    marks.filter(|(_, mark)| mark.lifted_at.is_none()).map(|(held, mark)| (held.id, mark)).collect()
}

/// The record as it may be passed on: marked passages left out and said to be, and the marks themselves gone, since each of
/// them quotes its passage.
#[must_use]
pub fn without_marked(record: &PersonRecord) -> PersonRecord {
    let marks = standing_marks(record);
    let marks: Vec<&PassageMark> = marks.iter().map(|(_, mark)| mark).collect();
    without(record, &marks)
}

/// The record without these passages and without the marks that quote them.
#[must_use]
pub(super) fn without(record: &PersonRecord, marks: &[&PassageMark]) -> PersonRecord {
    let quotes = |held: &HeldRecord| {
        held.kind == PassageMark::ENTRY.name
            && held
                .fields
                .get("passage")
                .is_some_and(|passage| marks.iter().any(|m| holds(passage, &m.passage)))
    };
    let kept = record.records.iter().filter(|held| !quotes(held));
    let records = kept.map(|held| marks.iter().fold(held.clone(), |held, mark| leave_out(held, mark)));
    let changes = record.set_aside.iter().map(|change| SetAside {
        fields: marks.iter().fold(change.fields.clone(), |fields, mark| {
            fields.into_iter().map(|(name, value)| (name, replaced(&value, mark, false))).collect()
        }),
        ..change.clone()
    });
    PersonRecord { records: records.collect(), set_aside: changes.collect(), ..record.clone() }
}

/// The words are left out wherever they stand; the record they were marked in must not keep them in other words either.
fn leave_out(mut held: HeldRecord, mark: &PassageMark) -> HeldRecord {
    let found: Vec<String> = held
        .fields
        .iter()
        .filter(|(_, value)| holds(value, &mark.passage))
        .map(|(name, _)| name.clone())
        .collect();
    let lost = found.is_empty() && held.id == mark.record;
    let fields = if lost { texts(&held) } else { found };
    for name in fields {
        let value = held.fields.get(&name).cloned().unwrap_or_default();
        held.fields.insert(name.clone(), replaced(&value, mark, lost));
        held.others.remove(&name);
        held.left_out.push(LeftOut { field: name, why: mark.why.name().to_owned() });
    }
    held.others.retain(|_, texts| texts.iter().all(|text| !holds(&text.value, &mark.passage)));
    held
}

/// Whether the passage is anywhere in the value: a text, a list of words, or an answer in own words.
fn holds(value: &Value, passage: &str) -> bool {
    match value {
        Value::String(text) => !passage.is_empty() && text.contains(passage),
        Value::Array(items) => items.iter().any(|item| holds(item, passage)),
        Value::Object(object) => object.values().any(|item| holds(item, passage)),
        _ => false,
    }
}

fn replaced(value: &Value, mark: &PassageMark, whole: bool) -> Value {
    let note = note_in_place(mark.why);
    match value {
        Value::String(_) if whole => note.into(),
        Value::String(text) => text.replace(mark.passage.as_str(), note).into(),
        Value::Array(items) => items.iter().map(|item| replaced(item, mark, whole)).collect(),
        Value::Object(object) => {
            let text = object.iter().map(|(name, item)| {
                let of_text = name == "text";
                (name.clone(), if of_text { replaced(item, mark, whole) } else { item.clone() })
            });
            Value::Object(text.collect())
        }
        other => other.clone(),
    }
}

/// The fields that hold words; of a kind this version does not know, all.
fn texts(held: &HeldRecord) -> Vec<String> {
    let is_text = |name: &str| {
        held.entry().and_then(|kind| kind.find_field(name)).is_none_or(|field| {
            matches!(field.holds, FieldType::Text | FieldType::Response | FieldType::Words)
        })
    };
    held.fields.keys().filter(|name| is_text(name)).cloned().collect()
}
