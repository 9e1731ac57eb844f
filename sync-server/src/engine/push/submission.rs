//! Whether a submitted assessment's answers fit its instrument. An instrument nobody gave the server a definition of is
//! taken as it is: losing it would be worse than not checking it.

use alongside_core::instrument::{Registry, Response};
use alongside_core::model::kinds::ANSWER;
use alongside_core::model::{Act, Entity, Op, Why};
use serde::Deserialize;
use serde_json::Value;

/// Why the draft `entity` may not be submitted, when that is what `op` does.
pub(super) fn find_flaw(op: &Op, entity: Option<&Entity>, instruments: &Registry) -> Option<Why> {
    let draft = entity.filter(|entity| op.act == Act::Publish && entity.kind == "assessment")?;
    let value = |name: &str| draft.cells.get(name).map(|cell| &cell.value);
    let version = value("version").and_then(Value::as_u64).and_then(|version| u32::try_from(version).ok())?;
    let instrument = instruments.find(value("instrument")?.as_str()?, version)?;
    let fits = |item: &str, value: &Value| {
        Response::deserialize(value).is_ok_and(|response| instrument.check(item, &response).is_ok())
    };
    let mut answers =
        draft.cells.iter().filter_map(|(name, cell)| Some((name.strip_prefix(ANSWER)?, &cell.value)));
    let all_fit = answers.all(|(item, value)| value.is_null() || fits(item, value));
    (!all_fit).then_some(Why::BadAnswer)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use alongside_core::model::{
        Audience, Cell, EntityId, Origin, PersonId, Publication, State, StreamRef, Timestamp,
    };
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn flaw(instrument: &str, answers: &[(&str, Value)]) -> Option<Why> {
        let by = PersonId(Uuid::nil());
        let cell = |value: Value| Cell { value, rev: 1, eff: Timestamp(0), by, origin: Origin(1, 1) };
        let mut cells = BTreeMap::from([
            ("instrument".to_owned(), cell(json!(instrument))),
            ("version".to_owned(), cell(json!(1))),
        ]);
        cells.extend(answers.iter().map(|(item, value)| (format!("answer.{item}"), cell(value.clone()))));
        let draft = Entity {
            id: EntityId(Uuid::nil()),
            kind: "assessment".into(),
            stream: StreamRef::private(by),
            state: State::Active,
            rev: 1,
            author: by,
            cells,
            siblings: BTreeMap::new(),
            sealed: None,
        };
        let to = StreamRef { audience: Audience::Submitted, owner: Uuid::nil() };
        let op = Op::publish(draft.id, to, Publication { id: draft.id, hash: String::new() });
        find_flaw(&op, Some(&draft), &Registry::shipped())
    }

    #[test]
    fn an_answer_outside_the_scale_is_found() {
        let item = Registry::shipped().latest("ons4").unwrap().items[0].id.clone();
        for (answer, expected) in [
            (json!({"value": 0}), None),
            (json!({"value": 10}), None),
            (json!({"value": 11}), Some(Why::BadAnswer)),
            (json!({"value": -1}), Some(Why::BadAnswer)),
            (json!({"value": "ten"}), Some(Why::BadAnswer)),
            (json!({"text": "fine"}), Some(Why::BadAnswer)),
            (Value::Null, None),
        ] {
            assert_eq!(flaw("ons4", &[(&item, answer.clone())]), expected, "{answer}");
        }
        assert_eq!(flaw("ons4", &[("nobody-asked", json!({"value": 1}))]), Some(Why::BadAnswer));
        assert_eq!(flaw("ons4", &[]), None);
    }

    #[test]
    fn an_instrument_nobody_defined_is_taken_as_it_is() {
        assert_eq!(flaw("whole-life-8", &[("outlook", json!({"value": 99}))]), None);
    }
}
