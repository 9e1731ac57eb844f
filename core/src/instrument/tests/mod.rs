//! What instruments promise, by subject. The rules of single files are tested at the bottom of those files.

mod answers;
mod changes;
mod document;
mod elicited;
mod loneliness;
mod mutated_packs;
mod ons4;
mod over_time;
mod packs;
mod paired;
mod progress;
mod properties;
mod refusals;
mod registry;
mod results;
mod score_refusals;
mod scores;

use serde_json::{Value, json};

use super::{Answers, Instrument, InstrumentError, Response};

/// Answers by item id.
fn answers<const N: usize>(given: [(&str, Response); N]) -> Answers {
    given.into_iter().map(|(item, response)| (item.to_owned(), response)).collect()
}

/// Answers that are all numbers.
fn values<const N: usize>(given: [(&str, i64); N]) -> Answers {
    answers(given.map(|(item, value)| (item, Response::Value(value))))
}

/// A sound definition with one question of each kind, for tests to bend: `mood` (0 to 4, banded), `rest` (0 to 4),
/// `visits` (choices that are numbers), `worry` (own words) and `worry_size` (about the worry, 0 to 4).
fn a_definition() -> Value {
    json!({
        "id": "made-up",
        "version": 1,
        "title": "Made-up questions",
        "owner": "Nobody",
        "licence": { "id": "CC0-1.0", "holder": "Nobody", "text": "Free for all" },
        "languages": ["en-GB"],
        "order": "free",
        "response_sets": [
            { "id": "nought_to_four",
              "scale": { "min": 0, "max": 4, "min_label": "not at all", "max_label": "very" } },
            { "id": "how_many",
              "choices": { "as_number": true, "options": [
                  { "code": 0, "label": "None" },
                  { "code": 1, "label": "One or two" },
                  { "code": 3, "label": "More" } ] } },
            { "id": "words", "own_words": { "max_chars": 20 } }
        ],
        "items": [
            an_item("mood", "nought_to_four"),
            an_item("rest", "nought_to_four"),
            an_item("visits", "how_many"),
            an_item("worry", "words"),
            an_item("worry_size", "nought_to_four")
        ],
        "scores": []
    })
    .with(
        "/items/0/bands",
        json!([{ "from": 0, "to": 1, "label": "low" }, { "from": 2, "to": 4, "label": "high" }]),
    )
    .with("/items/4/about", json!("worry"))
}

fn an_item(id: &str, response_set: &str) -> Value {
    json!({
        "id": id,
        "name": id.replace('_', " "),
        "prompt": format!("How is your {id}?"),
        "response_set": response_set,
        "higher_is": "better",
        "required": true
    })
}

/// Bending a definition, one place at a time.
trait Bend {
    /// Puts a value where the pointer says, making a field or adding to a list where there is none yet.
    fn with(self, pointer: &str, value: Value) -> Self;
    /// Takes a field away.
    fn without(self, pointer: &str) -> Self;
}

impl Bend for Value {
    fn with(mut self, pointer: &str, value: Value) -> Self {
        let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
        match self.pointer_mut(parent).expect("a parent") {
            Self::Array(list) if last == "-" => list.push(value),
            Self::Array(list) => list[last.parse::<usize>().expect("an index")] = value,
            parent => parent[last] = value,
        }
        self
    }

    fn without(mut self, pointer: &str) -> Self {
        let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
        let object = self.pointer_mut(parent).and_then(Self::as_object_mut).expect("an object");
        object.remove(last).expect("a field to take away");
        self
    }
}

fn parsed(definition: &Value) -> Result<Instrument, InstrumentError> {
    Instrument::parse(&definition.to_string())
}

fn sound(definition: &Value) -> Instrument {
    parsed(definition).expect("a sound definition")
}
