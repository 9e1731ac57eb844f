//! A page of a feed: its entries, and what it says of itself, which is only ever a hint.

use serde_json::Value;

use crate::directory::fault::FeedFault;

/// A page.
#[derive(Debug, PartialEq)]
pub(crate) struct Envelope {
    /// Its entries as they came.
    pub(crate) entries: Vec<Value>,
    /// How many pages the feed says it has.
    pub(crate) total_pages: Option<u32>,
    /// Whether it says that it is the last.
    pub(crate) last: Option<bool>,
}

/// Reads a page: the standard's object with `contents`, or a bare list, or one service alone.
pub(crate) fn read_page(value: Value) -> Result<Envelope, FeedFault> {
    match value {
        Value::Array(entries) => Ok(Envelope { entries, total_pages: None, last: None }),
        Value::Object(mut page) => {
            let total = ["total_pages", "totalPages"].iter().filter_map(|key| count(page.get(*key)?)).next();
            let last = ["last_page", "last"].iter().filter_map(|key| truth(page.get(*key)?)).next();
            let list = ["contents", "content", "services"].iter().filter_map(|key| page.remove(*key)).next();
            match list {
                Some(Value::Array(entries)) => Ok(Envelope { entries, total_pages: total, last }),
                Some(Value::Null) => Ok(Envelope { entries: Vec::new(), total_pages: total, last }),
                None if page.contains_key("id") => {
                    Ok(Envelope { entries: vec![Value::Object(page)], total_pages: None, last: None })
                }
                _ => Err(FeedFault::NotAPage),
            }
        }
        _ => Err(FeedFault::NotAPage),
    }
}

fn count(value: &Value) -> Option<u32> {
    let number = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())?;
    u32::try_from(number).ok()
}

fn truth(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| value.as_str()?.trim().to_ascii_lowercase().parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_page_is_read_in_each_of_its_shapes() {
        let entry = json!({"id": "x"});
        for (value, entries, total_pages, last) in [
            (json!({"contents": [entry], "total_pages": 3, "last_page": false}), 1, Some(3), Some(false)),
            (json!({"content": [entry], "totalPages": "3", "last": "True"}), 1, Some(3), Some(true)),
            (json!([entry, entry]), 2, None, None),
            (json!({"contents": null, "total_pages": -1}), 0, None, None),
            (entry, 1, None, None),
        ] {
            let page = read_page(value.clone()).unwrap();
            assert_eq!(
                (page.entries.len(), page.total_pages, page.last),
                (entries, total_pages, last),
                "{value}"
            );
        }
    }

    #[test]
    fn what_is_no_page_is_said_to_be_none() {
        for value in [json!("hello"), json!({"error": "no"}), json!({"contents": {}}), json!(7), json!(null)]
        {
            assert_eq!(read_page(value.clone()), Err(FeedFault::NotAPage), "{value}");
        }
    }
}
