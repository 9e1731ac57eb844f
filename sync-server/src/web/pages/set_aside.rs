//! What the pages about decisions show of an operation: what, who, when and why, without its words.

use alongside_core::model::{CaseId, EntityId, StreamRef};
use serde_json::Value;

use super::received::UNNAMED;
use crate::store::SetAside;
use crate::web::frame::When;
use crate::web::page_error::PageError;
use crate::web::visit::Visit;
use crate::web::words::{deed_in_words, may_be_taken, why_in_words};

/// One operation, as the list and its own page name it.
pub(super) struct Item {
    /// Its page.
    pub(super) href: String,
    /// "A change to a goal".
    pub(super) deed: String,
    /// The client, when it is about a case; a sentence in place of the name where there is none.
    pub(super) client: String,
    /// Who wrote it.
    pub(super) author: String,
    /// When it was written, by the server's reckoning.
    pub(super) written: When,
    /// When it was received.
    pub(super) received: When,
    /// Why it is here.
    pub(super) why: &'static str,
    /// Whether it can be taken in, or noted.
    pub(super) may_take: bool,
    /// Whether it was taken in already and is only to be noted.
    pub(super) is_late: bool,
    /// Whether it is done by itself later, so that nothing is to be decided.
    pub(super) waits: bool,
}

/// Where an operation came from, as an address names it: `3-17`.
pub(super) fn read_origin(text: &str) -> Option<(u32, u64)> {
    let (replica, n) = text.split_once('-')?;
    Some((replica.parse().ok()?, n.parse().ok()?))
}

/// What is shown of `op`.
pub(super) fn item(visit: &Visit<'_>, op: &SetAside) -> Result<Item, PageError> {
    use alongside_core::model::Outcome;
    let said: Value = serde_json::from_str(&op.op).unwrap_or_default();
    let word = |key: &str| said.get(key).and_then(Value::as_str);
    let record = op.entity.map(|id| visit.txn().find_record(visit.org(), id)).transpose()?.flatten();
    let stream = record.as_ref().map(|record| record.entity.stream);
    let stream = stream.or_else(|| word("s").and_then(|stream| stream.parse::<StreamRef>().ok()));
    let kind = record.as_ref().map(|record| record.entity.kind.as_str()).or_else(|| word("t"));
    let author = visit.txn().find_author(visit.org(), op.replica)?.map(|found| found.person.name);
    Ok(Item {
        href: format!("/decisions/{}-{}", op.replica, op.n),
        deed: deed_in_words(word("k").unwrap_or_default(), kind.filter(|kind| is_word(kind))),
        client: client(visit, stream.and_then(StreamRef::case))?,
        author: author.unwrap_or_default(),
        written: op.eff.into(),
        received: op.at.into(),
        why: why_in_words(op.outcome, op.why),
        may_take: may_be_taken(op.outcome, op.why),
        is_late: op.outcome == Outcome::Late,
        waits: op.outcome == Outcome::Parked,
    })
}

/// A kind's name from a phone is shown only when it is one: nobody's sentence stands on this page.
pub(super) fn is_word(kind: &str) -> bool {
    kind.len() <= 40 && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The client's record has the id of the case.
pub(super) fn client(visit: &Visit<'_>, case: Option<CaseId>) -> Result<String, PageError> {
    let Some(case) = case else { return Ok("Not about one client".to_owned()) };
    let record = visit.txn().find_record(visit.org(), EntityId(case.0))?;
    let name = record.and_then(|record| {
        let name = record.entity.cells.get("name")?.value.as_str()?;
        Some(name.to_owned())
    });
    Ok(name.unwrap_or_else(|| UNNAMED.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_one_operation_or_none() {
        assert_eq!(read_origin("3-17"), Some((3, 17)));
        for text in ["", "3", "3-", "-17", "3-17-1", "x-1", "3--1", "4294967296-1"] {
            assert_eq!(read_origin(text), None, "{text}");
        }
    }

    #[test]
    fn nobodys_sentence_passes_for_a_kind() {
        assert!(is_word("visit_note"));
        assert!(!is_word("Ring 0100 200 300"));
    }
}
