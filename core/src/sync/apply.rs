//! What the server answered, taken into the store in one transaction: answers, records, drops and the cursor together.

use std::collections::BTreeMap;

use rusqlite::Transaction;

use super::request::Asked;
use crate::model::{Outcome, PersonId};
use crate::store::{Answer, Incoming, IncomingPage, Seal, SiblingText, StoreError, identity, mirror, settle};
use crate::wire::{ChainHash, OpResult, Page, Row, SyncResponse};

/// What a round brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) sent: usize,
    pub(super) received: usize,
    pub(super) remarks: usize,
}

/// Takes in a response to `asked`.
pub(super) fn take(
    transaction: &Transaction<'_>,
    asked: &Asked,
    response: &SyncResponse,
    at: crate::model::Timestamp,
) -> Result<Taken, StoreError> {
    if let (Some(last), ChainHash(chain)) = (asked.sent.last(), asked.chain) {
        settle(transaction, &answers(asked, response), (last.n, chain), response.now)?;
    }
    let pages = pages(response)?;
    let received = pages.iter().map(|page| page.rows.len()).sum();
    mirror::take_pages(transaction, &response.people, pages)?;
    mirror::take_drops(transaction, &response.drops)?;
    if let Some(cursor) = &response.cursor {
        mirror::keep_cursor(transaction, cursor)?;
    }
    if let Some(durable) = response.durable {
        mirror::keep_durable(transaction, durable)?;
    }
    identity::keep_attempt(transaction, at, None, None)?;
    let remarks = response.results.iter().filter(|result| is_remark(result)).count();
    Ok(Taken { sent: asked.sent.len(), received, remarks })
}

fn is_remark(result: &OpResult) -> bool {
    !matches!(result.r, Outcome::Applied | Outcome::Merged | Outcome::Duplicate)
}

fn answers(asked: &Asked, response: &SyncResponse) -> Vec<Answer> {
    let results: BTreeMap<u64, &OpResult> =
        response.results.iter().map(|result| (result.n, result)).collect();
    let revs = response.revs.iter().copied().chain(std::iter::repeat(0));
    let sent = asked.sent.iter().zip(revs);
    sent.map(|(pending, rev)| match results.get(&pending.n) {
        Some(result) => Answer { n: pending.n, outcome: result.r, why: result.why, rev },
        None => Answer { n: pending.n, outcome: Outcome::Applied, why: None, rev },
    })
    .collect()
}

fn pages(response: &SyncResponse) -> Result<Vec<IncomingPage>, StoreError> {
    response.pages.iter().map(|page| incoming_page(page, &response.people)).collect()
}

fn incoming_page(page: &Page, people: &[(PersonId, String)]) -> Result<IncomingPage, StoreError> {
    let rows = page.rows.iter().map(|row| incoming(row, people)).collect::<Result<_, _>>()?;
    Ok(IncomingPage { stream: page.s, full: page.full, ready: page.ready, rows })
}

fn incoming(row: &Row, people: &[(PersonId, String)]) -> Result<Incoming, StoreError> {
    let person = |place: usize| people.get(place).map(|(id, _)| *id).ok_or(StoreError::Unreadable);
    let mut siblings = BTreeMap::new();
    for (field, texts) in &row.sib {
        let texts = texts.iter().map(|text| {
            Ok(SiblingText { value: text.value.clone(), rev: text.rev, by: person(text.by)?, at: text.at })
        });
        siblings.insert(field.clone(), texts.collect::<Result<Vec<_>, StoreError>>()?);
    }
    let seal = row.seal.as_ref();
    let seal = seal
        .map(|seal| Ok::<_, StoreError>(Seal { hash: seal.hash.clone(), by: person(seal.by)?, at: seal.at }));
    Ok(Incoming {
        id: row.e,
        kind: row.t.clone(),
        rev: row.r,
        revs: row.rs.clone(),
        state: row.st,
        author: row.by,
        fields: row.f.clone(),
        siblings,
        seal: seal.transpose()?,
    })
}
