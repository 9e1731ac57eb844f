//! The server has answered: operations become part of what it says, or are set aside where a person sees them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Transaction, params};

use super::held::Held;
use super::{Answer, Seal, StoreError, donation, erasing, identity, local, outbox, streams};
use crate::model::{Act, EntityId, Op, Outcome, Publication, Timestamp, content_hash};

/// Takes in the answers to the operations up to `tail`, with the chain there and the server's time.
pub fn settle(
    transaction: &Transaction<'_>,
    answers: &[Answer],
    tail: (u64, [u8; 8]),
    now: Timestamp,
) -> Result<(), StoreError> {
    let (mut touched, mut hands) = (BTreeSet::new(), Hands::default());
    for answer in answers {
        if let Some(op) = outbox::find(transaction, answer.n)? {
            settle_one(transaction, answer, &op, now, &mut hands)?;
            touched.insert(op.entity);
        }
    }
    let n = i64::try_from(tail.0).unwrap_or(i64::MAX);
    transaction.execute("UPDATE device SET tail_n = ?1, tail_hash = ?2", params![n, tail.1])?;
    let stands = outbox::has_pending(transaction)?;
    for record in touched {
        match hands.held.remove(&record) {
            Some(mut held) => {
                let standing = if stands { outbox::list_on(transaction, record)? } else { Vec::new() };
                held.rebuild(&standing);
                held.keep(transaction)?;
            }
            None => refresh(transaction, record)?,
        }
    }
    Ok(())
}

/// Records that answers were taken into and that are not written back yet: one that several operations are about is read and
/// written once.
#[derive(Default)]
struct Hands {
    held: BTreeMap<EntityId, Held>,
    /// The whole listing that each stream was given last.
    listings: BTreeMap<i64, i64>,
}

impl Hands {
    /// The server did what operation `n` says.
    fn adopt(
        &mut self,
        transaction: &Transaction<'_>,
        (n, rev): (u64, u32),
        op: &Op,
    ) -> Result<(), StoreError> {
        let found = match self.held.remove(&op.entity) {
            Some(held) => Some(held),
            None => Held::find(transaction, op.entity)?,
        };
        let Some(mut held) = found else { return Ok(()) };
        held.adopt(n, op, rev);
        held.settled(&op.resolved)?;
        held.listing = match self.listings.get(&held.stream) {
            Some(listing) => *listing,
            None => streams::listing_of(transaction, held.stream)?,
        };
        self.listings.insert(held.stream, held.listing);
        self.held.insert(op.entity, held);
        Ok(())
    }

    /// Writes a record back that somebody else is about to look at.
    fn put_back(&mut self, transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
        self.held.remove(&id).map_or(Ok(()), |held| held.keep(transaction))
    }
}

fn settle_one(
    transaction: &Transaction<'_>,
    answer: &Answer,
    op: &Op,
    now: Timestamp,
    hands: &mut Hands,
) -> Result<(), StoreError> {
    outbox::answer(transaction, answer, now)?;
    if answer.outcome == Outcome::Erased {
        // A case goes with everything in it.
        std::mem::take(&mut hands.held).values().try_for_each(|held| held.keep(transaction))?;
        return erasing::forget_op(transaction, answer.n, op);
    }
    if took_as_written(answer, op) {
        hands.adopt(transaction, (answer.n, answer.rev), op)?;
    }
    let Some(said) = &op.publication else { return Ok(()) };
    hands.put_back(transaction, op.entity)?;
    hands.put_back(transaction, said.id)?;
    match answer.outcome {
        Outcome::Parked => Ok(()),
        Outcome::Applied | Outcome::Late | Outcome::Duplicate => {
            copy_of_rescued(transaction, op, said, now)?;
            received(transaction, said.id, now)
        }
        _ => withdraw(transaction, said.id),
    }
}

/// Whether the record says on the server what the operation says. Late work seals a draft of one's own; what it says of a record
/// in a case that has moved on may stand beside (rule 20), and comes with the case if that is granted again.
fn took_as_written(answer: &Answer, op: &Op) -> bool {
    match answer.outcome {
        Outcome::Applied => answer.rev > 0,
        Outcome::Late => op.act == Act::Publish && answer.rev > 0,
        _ => false,
    }
}

/// A phone whose file was damaged may have saved what signs a draft and not the draft, which came from the server again: it has
/// shown no copy yet, and the server does not send what it takes a phone to have.
fn copy_of_rescued(
    transaction: &Transaction<'_>,
    op: &Op,
    said: &Publication,
    now: Timestamp,
) -> Result<(), StoreError> {
    if Held::find(transaction, said.id)?.is_some() {
        return Ok(());
    }
    let (draft, who) = (Held::find(transaction, op.entity)?, identity::find_identity(transaction)?);
    let (Some(draft), Some(who), Some(stream)) = (draft, who, op.stream) else { return Ok(()) };
    if content_hash(&draft.kind, &draft.fields) != said.hash {
        return Ok(());
    }
    local::seal(transaction, &draft, stream, said, (who.person, now))
}

/// The sealed copy that this phone made is the server's now.
fn received(transaction: &Transaction<'_>, id: EntityId, now: Timestamp) -> Result<(), StoreError> {
    let Some(mut copy) = Held::find(transaction, id)?.filter(|copy| copy.mirror.is_some()) else {
        return Ok(());
    };
    if let Some(text) = &copy.seal {
        let seal = Seal { at: now, ..serde_json::from_str(text)? };
        copy.seal = Some(serde_json::to_string(&seal)?);
    }
    copy.mirror = None;
    copy.rev = copy.rev.max(1);
    copy.listing = streams::listing_of(transaction, copy.stream)?;
    copy.keep(transaction)
}

/// The server did not seal it: the draft is a draft again, and the copy this phone showed goes.
pub(super) fn withdraw(transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
    match Held::find(transaction, id)? {
        Some(copy) if copy.rev == 0 => copy.delete(transaction),
        _ => Ok(()),
    }
}

/// Shows a record with the work of this phone that stands on top of it, also where nothing stood on it before.
pub(super) fn restand(transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
    let Some(mut held) = Held::find(transaction, id)? else { return Ok(()) };
    held.rebuild(&outbox::list_on(transaction, id)?);
    held.keep(transaction)
}

/// Shows a record anew after what stands on top of it changed. A record the server never took, or no longer lists, and on
/// which nothing stands is gone from the screen; its operation stays in the outbox with what became of it.
pub(super) fn refresh(transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
    let Some(mut held) = Held::find(transaction, id)? else { return Ok(()) };
    if held.mirror.is_none() {
        return Ok(());
    }
    let standing = outbox::list_on(transaction, id)?;
    if standing.is_empty() && held.rev == 0 {
        return held.delete(transaction);
    }
    held.rebuild(&standing);
    held.keep(transaction)?;
    match held.no.filter(|_| standing.is_empty()) {
        Some(no) if streams::is_unlisted(transaction, no)? => {
            donation::offer_record(transaction, held.id)?;
            held.delete(transaction)
        }
        _ => Ok(()),
    }
}
