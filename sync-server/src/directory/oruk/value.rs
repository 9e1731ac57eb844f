//! Reading one value of a feed: generous about how it is written, strict about what it is.

use alongside_core::model::{MAX_TEXT_BYTES, Timestamp};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde_json::{Map, Value};

use super::plain::plain;
use crate::directory::fault::EntryFault;

/// A JSON object of a feed.
pub(super) type Object = Map<String, Value>;

/// The text of `key` as a person reads it: no markup, no blanks around it. A number is its digits; blank is nothing.
pub(super) fn text(object: &Object, key: &'static str) -> Result<Option<String>, EntryFault> {
    let text = match object.get(key) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => plain(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(_) => return Err(EntryFault::WrongType(key)),
    };
    within_limit(text, key).map(|text| Some(text).filter(|text| !text.is_empty()))
}

/// The first of `keys` that says something.
pub(super) fn first_text(object: &Object, keys: &[&'static str]) -> Result<Option<String>, EntryFault> {
    let texts = keys.iter().map(|key| text(object, key)).collect::<Result<Vec<_>, _>>()?;
    Ok(texts.into_iter().flatten().next())
}

/// Text that fits a field.
pub(super) fn within_limit(text: String, key: &'static str) -> Result<String, EntryFault> {
    if text.len() > MAX_TEXT_BYTES { Err(EntryFault::TooLong(key)) } else { Ok(text) }
}

/// The objects under `key`; one alone counts as a list of one.
pub(super) fn list<'a>(object: &'a Object, key: &'static str) -> Result<Vec<&'a Object>, EntryFault> {
    let wrong = EntryFault::WrongType(key);
    match object.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(Vec::new()),
        Some(Value::Object(one)) => Ok(vec![one]),
        Some(Value::Array(items)) => {
            let items = items.iter().filter(|item| !item.is_null());
            items.map(|item| item.as_object().ok_or(wrong)).collect()
        }
        Some(_) => Err(wrong),
    }
}

/// The object under `key`.
pub(super) fn object<'a>(object: &'a Object, key: &'static str) -> Result<Option<&'a Object>, EntryFault> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(inner)) => Ok(Some(inner)),
        Some(_) => Err(EntryFault::WrongType(key)),
    }
}

/// The whole number under `key`, also when it is written as text or with a point.
pub(super) fn whole(object: &Object, key: &'static str) -> Result<Option<i64>, EntryFault> {
    let number = decimal(object, key)?;
    number.map_or(Ok(None), |number| {
        let fits = number.fract() == 0.0 && number.abs() <= 1e9;
        if fits { Ok(Some(number as i64)) } else { Err(EntryFault::WrongType(key)) }
    })
}

/// The number under `key`, also when it is written as text.
pub(super) fn decimal(object: &Object, key: &'static str) -> Result<Option<f64>, EntryFault> {
    let number = match object.get(key) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => return Ok(None),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(Value::Number(number)) => number.as_f64(),
        Some(_) => None,
    };
    number.filter(|number: &f64| number.is_finite()).map(Some).ok_or(EntryFault::WrongType(key))
}

/// The moment under `key`: a time with or without a zone, or a day, as ISO or British text. Without a zone it is read as UTC.
pub(super) fn time(object: &Object, key: &'static str) -> Result<Option<Timestamp>, EntryFault> {
    let written = match object.get(key) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => return Ok(None),
        Some(Value::String(text)) => text.trim(),
        Some(_) => return Err(EntryFault::WrongType(key)),
    };
    let at = moment(written).filter(|at| (Timestamp::EARLIEST..=Timestamp::LATEST).contains(at));
    at.map(Some).ok_or(EntryFault::ImpossibleDate(key))
}

fn moment(written: &str) -> Option<Timestamp> {
    if let Ok(at) = DateTime::parse_from_rfc3339(written) {
        return Some(Timestamp(at.timestamp_millis()));
    }
    let moment = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"].into_iter();
    let moment = moment.filter_map(|form| NaiveDateTime::parse_from_str(written, form).ok()).next();
    let days = ["%Y-%m-%d", "%d/%m/%Y"].into_iter();
    let day = days.filter_map(|form| NaiveDate::parse_from_str(written, form).ok()).next();
    let moment = moment.or_else(|| day.and_then(|day| day.and_hms_opt(0, 0, 0)))?;
    Some(Timestamp(moment.and_utc().timestamp_millis()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(value: &Value) -> Object {
        json!({"k": value}).as_object().unwrap().clone()
    }

    #[test]
    fn a_number_is_read_however_it_is_written() {
        for (written, read) in [
            (json!(18), Ok(Some(18))),
            (json!("18"), Ok(Some(18))),
            (json!(" 18.0 "), Ok(Some(18))),
            (json!(18.0), Ok(Some(18))),
            (json!(""), Ok(None)),
            (json!(null), Ok(None)),
            (json!("eighteen"), Err(EntryFault::WrongType("k"))),
            (json!(18.5), Err(EntryFault::WrongType("k"))),
            (json!([18]), Err(EntryFault::WrongType("k"))),
            (json!("inf"), Err(EntryFault::WrongType("k"))),
        ] {
            assert_eq!(whole(&of(&written), "k"), read, "{written}");
        }
    }

    #[test]
    fn a_day_no_calendar_has_is_refused_and_a_missing_zone_is_not() {
        let day = Timestamp::parse_iso("2023-03-15T00:00:00Z");
        for (written, read) in [
            (json!("2023-03-15"), Ok(day)),
            (json!("15/03/2023"), Ok(day)),
            (json!("2023-03-15T00:00:00"), Ok(day)),
            (json!("2023-03-15T01:00:00+01:00"), Ok(day)),
            (json!(""), Ok(None)),
            (json!("2023-02-30"), Err(EntryFault::ImpossibleDate("k"))),
            (json!("soon"), Err(EntryFault::ImpossibleDate("k"))),
            (json!("0001-01-01"), Err(EntryFault::ImpossibleDate("k"))),
            (json!(20230315), Err(EntryFault::WrongType("k"))),
        ] {
            assert_eq!(time(&of(&written), "k"), read, "{written}");
        }
    }

    #[test]
    fn text_is_text_or_a_number_and_nothing_else() {
        assert_eq!(text(&of(&json!(1234)), "k"), Ok(Some("1234".into())));
        assert_eq!(text(&of(&json!("  ")), "k"), Ok(None));
        assert_eq!(text(&of(&json!({"en": "Choir"})), "k"), Err(EntryFault::WrongType("k")));
        assert_eq!(text(&of(&json!("x".repeat(MAX_TEXT_BYTES + 1))), "k"), Err(EntryFault::TooLong("k")));
    }

    #[test]
    fn a_list_may_be_missing_empty_or_one_alone() {
        assert_eq!(list(&of(&json!(null)), "k").unwrap().len(), 0);
        assert_eq!(list(&of(&json!({"a": 1})), "k").unwrap().len(), 1);
        assert_eq!(list(&of(&json!([{"a": 1}, null])), "k").unwrap().len(), 1);
        assert_eq!(list(&of(&json!(["a"])), "k"), Err(EntryFault::WrongType("k")));
    }
}
