//! What the server answered, taken into the store in one transaction: answers, records, drops and the cursor together.

use std::collections::BTreeMap;

use rusqlite::Transaction;

use super::request::Asked;
use crate::model::{Outcome, PersonId, Timestamp, Why};
use crate::ports::Reading;
use crate::store::{
    Answer, Incoming, IncomingPage, Seal, SiblingText, StoreError, audit, clock, decisions, erasing,
    identity, mirror, settle,
};
use crate::wire::{ChainHash, Directive, OpResult, Page, Row, SiblingRow, SyncResponse};

/// What a round brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) sent: usize,
    pub(super) received: usize,
    pub(super) remarks: usize,
}

/// A response, made ready for the store before the transaction begins.
pub(super) struct Arrived {
    head: SyncResponse,
    pages: Vec<IncomingPage>,
}

impl Arrived {
    /// Reads a response; one whose rows name people who are not in it makes no sense.
    pub(super) fn read(mut response: SyncResponse) -> Result<Self, StoreError> {
        let pages = std::mem::take(&mut response.pages).into_iter();
        let pages = pages.map(|page| incoming_page(page, &response.people)).collect::<Result<_, _>>()?;
        Ok(Self { head: response, pages })
    }
}

/// Takes in what answers `asked`.
pub(super) fn take(
    transaction: &Transaction<'_>,
    asked: &Asked,
    arrived: &Arrived,
    reading: &Reading,
) -> Result<Taken, StoreError> {
    let Arrived { head, pages } = arrived;
    let at = reading.wall;
    clock::keep_server_time(transaction, reading, head.now)?;
    if head.directives.contains(&Directive::Resnapshot) {
        mirror::forget_cursor(transaction)?;
    }
    if let (Some(last), ChainHash(chain)) = (asked.sent.last(), asked.chain) {
        settle(transaction, &answers(asked, head), (last.n, chain), head.now)?;
        mirror::note_acknowledged(transaction)?;
    }
    mirror::take_pages(transaction, &head.people, pages)?;
    erasing::forget_all(transaction, &head.erased)?;
    mirror::take_drops(transaction, &head.drops)?;
    decisions::take_settled(transaction, &settled(head))?;
    if let Some(cursor) = &head.cursor {
        mirror::keep_cursor(transaction, cursor)?;
    }
    take_marks(transaction, asked, head, at)?;
    if !head.more {
        mirror::end_relisting(transaction)?;
    }
    identity::keep_attempt(transaction, at, None, put_off(head, at))?;
    let received = pages.iter().map(|page| page.rows.len()).sum();
    let remarks = head.results.iter().filter(|result| is_remark(result)).count();
    Ok(Taken { sent: asked.sent.len(), received, remarks })
}

/// What an answer says beside operations and records.
fn take_marks(
    transaction: &Transaction<'_>,
    asked: &Asked,
    head: &SyncResponse,
    at: Timestamp,
) -> Result<(), StoreError> {
    if let Some(epoch) = head.epoch {
        identity::keep_epoch(transaction, epoch)?;
    }
    if let Some(durable) = head.durable {
        mirror::keep_durable(transaction, durable, head.now)?;
    }
    mirror::forget_left(transaction, head.now)?;
    if let Some(stream) = asked.again() {
        let goes_on = head.again.as_ref().and_then(|again| again.at.as_deref());
        audit::keep_again(transaction, stream, goes_on)?;
    }
    if asked.request.audit.is_empty() {
        audit::begin_waiting(transaction, at)?;
    } else {
        audit::keep_verdicts(transaction, &head.audit, at)?;
    }
    for directive in &head.directives {
        match directive {
            Directive::Limits { ops, bytes } => identity::keep_limits(transaction, *ops, *bytes)?,
            Directive::MinBuild { build } => identity::keep_wanted_build(transaction, build)?,
            _ => {}
        }
    }
    Ok(())
}

/// Until when the server wants to be left alone, unless a person asks.
fn put_off(head: &SyncResponse, at: Timestamp) -> Option<Timestamp> {
    head.directives.iter().find_map(|directive| match directive {
        Directive::Backoff { ms } => Some(at.plus_ms(i64::try_from(*ms).unwrap_or(i64::MAX))),
        _ => None,
    })
}

fn settled(response: &SyncResponse) -> Vec<(u64, Outcome, Option<Why>)> {
    response.settled.iter().map(|result| (result.n, result.r, result.why)).collect()
}

fn is_remark(result: &OpResult) -> bool {
    !matches!(result.r, Outcome::Applied | Outcome::Merged | Outcome::Duplicate)
}

fn answers(asked: &Asked, response: &SyncResponse) -> Vec<Answer> {
    let results: BTreeMap<u64, &OpResult> =
        response.results.iter().map(|result| (result.n, result)).collect();
    let revs = response.revs.iter().copied().chain(std::iter::repeat(0));
    let mut chain = asked.request.tail.1;
    let sent = asked.sent.iter().zip(revs);
    sent.map(|(pending, rev)| {
        chain = chain.after(&pending.op);
        let (n, point) = (pending.n, chain.0);
        match results.get(&n) {
            Some(result) => Answer { n, outcome: result.r, why: result.why, rev, point },
            None => Answer { n, outcome: Outcome::Applied, why: None, rev, point },
        }
    })
    .collect()
}

fn incoming_page(page: Page, people: &[(PersonId, String)]) -> Result<IncomingPage, StoreError> {
    let rows = page.rows.into_iter().map(|row| incoming(row, people)).collect::<Result<_, _>>()?;
    Ok(IncomingPage { stream: page.s, full: page.full, ready: page.ready, rows })
}

fn incoming(row: Row, people: &[(PersonId, String)]) -> Result<Incoming, StoreError> {
    let person = |place: usize| people.get(place).map(|(id, _)| *id).ok_or(StoreError::Unreadable);
    let text = |text: SiblingRow| {
        Ok(SiblingText { value: text.value, rev: text.rev, by: person(text.by)?, at: text.at })
    };
    let siblings = row.sib.into_iter().map(|(field, texts)| {
        let texts = texts.into_iter().map(text).collect::<Result<Vec<_>, StoreError>>()?;
        Ok((field, texts))
    });
    let seal =
        row.seal.map(|seal| Ok::<_, StoreError>(Seal { hash: seal.hash, by: person(seal.by)?, at: seal.at }));
    Ok(Incoming {
        id: row.e,
        kind: row.t,
        rev: row.r,
        revs: row.rs,
        state: row.st,
        author: row.by,
        fields: row.f,
        siblings: siblings.collect::<Result<_, StoreError>>()?,
        seal: seal.transpose()?,
    })
}
