//! Asking for the next page before the last one is stored, so that phone and server work at the same time.
//!
//! Only reading goes ahead, and only where storing the page cannot change the question. A page that is not stored after all is
//! asked for again, by the cursor that was stored with the one before.

use super::post::Sending;
use super::request::{Asked, wanted};
use crate::wire::{SyncRequest, SyncResponse};

/// A request on its way with what is needed to read its answer.
pub(super) struct Ahead<'a> {
    pub(super) asked: Asked,
    pub(super) sending: Sending<'a>,
}

/// What to ask after `asked`, when its answer leaves nothing open but the next page.
pub(super) fn next_page(asked: &SyncRequest, answer: &SyncResponse, hurry: bool) -> Option<SyncRequest> {
    let only_reads = asked.ops.is_empty() && asked.audit.is_empty() && asked.again.is_none();
    let changes_nothing_else = answer.directives.is_empty() && answer.durable.is_none();
    let cursor = answer.cursor.as_ref().filter(|_| only_reads && changes_nothing_else && answer.more)?;
    Some(SyncRequest {
        epoch: answer.epoch.or(asked.epoch),
        want: wanted(Some(cursor), hurry),
        cursor: Some(cursor.clone()),
        ..asked.clone()
    })
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;
    use uuid::Uuid;

    use super::*;
    use crate::model::{PersonId, StreamRef};
    use crate::wire::{Again, Directive, StreamDigest};

    fn asked() -> SyncRequest {
        SyncRequest { v: 1, replica: 7, cursor: Some("here".into()), ..SyncRequest::default() }
    }

    fn page() -> SyncResponse {
        SyncResponse { v: 1, more: true, cursor: Some("there".into()), ..SyncResponse::default() }
    }

    #[test]
    fn the_next_page_is_asked_for_from_where_this_one_ends() {
        let next = next_page(&asked(), &SyncResponse { epoch: Some(2), ..page() }, false).unwrap();
        assert_eq!((next.cursor.as_deref(), next.epoch, next.replica), (Some("there"), Some(2), 7));
        assert_eq!(next.want, None);
        assert!(next_page(&asked(), &page(), true).unwrap().want.is_some(), "there is little time left");
    }

    #[test]
    fn nothing_is_asked_ahead_of_an_answer_that_must_be_taken_in_first() {
        let stream = StreamRef::private(PersonId(Uuid::nil()));
        let op = RawValue::from_string("{}".into()).unwrap();
        for asked in [
            SyncRequest { ops: vec![op], ..asked() },
            SyncRequest { audit: vec![(stream, StreamDigest::default())], ..asked() },
            SyncRequest { again: Some(Again { s: stream, at: None }), ..asked() },
        ] {
            assert!(next_page(&asked, &page(), false).is_none());
        }
        for answer in [
            SyncResponse { more: false, ..page() },
            SyncResponse { cursor: None, ..page() },
            SyncResponse { durable: Some(3), ..page() },
            SyncResponse { directives: vec![Directive::Resnapshot], ..page() },
        ] {
            assert!(next_page(&asked(), &answer, false).is_none());
        }
    }
}
