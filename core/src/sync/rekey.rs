//! Handing over again what a restored server or another incarnation of this phone's file does not have.

use sha2::{Digest, Sha256};
use uuid::Builder;

use super::SyncError;
use super::round::Round;
use crate::model::{Outcome, ReplicaId};
use crate::ports::Entropy;
use crate::store::recovery::{self, KeptChain, KeptOp, NewReplica};
use crate::store::{Answer, Identity, StoreError, identity};
use crate::wire::{ChainHash, Claim, Known, ReplicaRequest, Tail, limits};

/// The points of the chain after each operation this phone keeps.
pub(super) fn points(kept: &KeptChain) -> Vec<ChainHash> {
    let mut chain = ChainHash(kept.safe.1);
    let after = kept.ops.iter().map(|op| {
        chain = match op {
            KeptOp::Text(text) => chain.after(text),
            KeptOp::Erased(after) => ChainHash(*after),
        };
        chain
    });
    after.collect()
}

/// What this phone says of the chain it had.
pub(super) fn claim(kept: &KeptChain) -> Claim {
    let mut points = points(kept);
    points.truncate(limits::MAX_CLAIM);
    Claim { replica: kept.replica, tail: Tail(kept.safe.0, ChainHash(kept.safe.1)), points }
}

/// The server was restored and has this phone's chain up to `tail`. Where that is a point of this phone's chain, it goes on
/// from there; says whether it is.
pub(super) fn resume(round: &Round<'_>, tail: Tail, epoch: Option<u32>) -> Result<bool, SyncError> {
    let done = round.store.write(|transaction| {
        let kept = recovery::kept_chain(transaction)?;
        let Some(point) = point_to_resume(&kept, tail) else { return Ok(false) };
        recovery::resume(transaction, point, epoch)?;
        Ok(true)
    })?;
    Ok(done)
}

/// Where to go on: the server's point, or the last answered one where the server has more than this phone heard of. Nowhere
/// when something after it was erased.
fn point_to_resume(kept: &KeptChain, Tail(n, hash): Tail) -> Option<(u64, [u8; 8])> {
    let points = points(kept);
    let at = |n: u64| match n.checked_sub(kept.safe.0)? {
        0 => Some(kept.safe.1),
        ahead => points.get(usize::try_from(ahead - 1).ok()?).map(|point| point.0),
    };
    at(n).filter(|point| *point == hash.0)?;
    let n = n.min(kept.tail);
    // What was erased cannot be handed over again, and without it the chain does not go on.
    let behind = usize::try_from(n.checked_sub(kept.safe.0)?).ok()?;
    let whole = kept.ops.iter().skip(behind).all(|op| matches!(op, KeptOp::Text(_)));
    if whole { Some((n, at(n)?)) } else { None }
}

/// What a phone asks for a new replica with.
pub(super) fn ask(round: &Round<'_>) -> Result<(Identity, KeptChain, ReplicaRequest), SyncError> {
    let asked = round.store.write(|transaction| {
        let identity = identity::load_identity(transaction)?;
        let kept = recovery::kept_chain(transaction)?;
        let replica = recovery::wanted_replica(transaction, successor(&kept))?;
        let before = Some(claim(&kept));
        Ok((identity, kept, ReplicaRequest { v: crate::wire::PROTOCOL, replica, before }))
    })?;
    Ok(asked)
}

/// The replica that follows on this one. Not drawn: a phone may have been copied with work that no server has ever seen. Its copies
/// then ask for the same replica and hand over the same work under the same numbers, so that it is taken once; they part
/// where they differ.
fn successor(kept: &KeptChain) -> ReplicaId {
    let (n, point) = kept.safe;
    let from = Sha256::new().chain_update("alongside replica").chain_update(kept.replica.0);
    let digest = from.chain_update(n.to_be_bytes()).chain_update(point).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    ReplicaId(Builder::from_random_bytes(bytes).into_uuid())
}

pub(super) fn mint(entropy: &dyn Entropy) -> Result<ReplicaId, SyncError> {
    let mut bytes = [0; 16];
    entropy.fill(&mut bytes).map_err(|_| SyncError::Nonsense)?;
    Ok(ReplicaId(Builder::from_random_bytes(bytes).into_uuid()))
}

/// What the store needs to go on as the new replica. A server that claims to know what this phone never said makes no sense.
pub(super) fn new_replica(
    kept: &KeptChain,
    known: &Known,
    new: NewReplica,
) -> Result<NewReplica, StoreError> {
    let (points, count) = (points(kept), known.revs.len());
    let end = kept.safe.0 + count as u64;
    let last = count.checked_sub(1).map_or(Some(kept.safe.1), |last| points.get(last).map(|point| point.0));
    if count > points.len() || known.tail.0 != end || last != Some(known.tail.1.0) {
        return Err(StoreError::Unreadable);
    }
    let numbered = (kept.safe.0 + 1..).zip(&known.revs).zip(&points);
    let unheard = numbered.filter(|((n, _), _)| *n > kept.tail);
    let answers = unheard.map(|((n, rev), point)| {
        let told = known.results.iter().find(|result| result.n == n);
        let (outcome, why) = told.map_or((Outcome::Applied, None), |result| (result.r, result.why));
        Answer { n, outcome, why, rev: *rev, point: point.0 }
    });
    Ok(NewReplica { known: end, answers: answers.collect(), ..new })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    fn kept(safe: u64, tail: u64, last: u64) -> KeptChain {
        let start = (1..=safe).fold(ChainHash::default(), |chain, n| chain.after(&n.to_string()));
        let ops = (safe + 1..=last).map(|n| KeptOp::Text(n.to_string()));
        KeptChain { replica: ReplicaId(Uuid::nil()), safe: (safe, start.0), tail, ops: ops.collect() }
    }

    fn point(n: u64) -> Tail {
        Tail(n, (1..=n).fold(ChainHash::default(), |chain, n| chain.after(&n.to_string())))
    }

    #[test]
    fn a_phone_goes_on_where_both_chains_are_one() {
        let kept = kept(2, 5, 7);
        for (server, goes_on) in
            [(2, Some(2)), (4, Some(4)), (5, Some(5)), (6, Some(5)), (1, None), (8, None)]
        {
            let found = point_to_resume(&kept, point(server));
            assert_eq!(found, goes_on.map(|n| (n, point(n).1.0)), "{server}");
        }
        assert_eq!(point_to_resume(&kept, Tail(4, ChainHash([9; 8]))), None);
    }

    #[test]
    fn a_phone_with_an_erased_operation_goes_on_only_behind_it() {
        let mut kept = kept(2, 6, 7);
        kept.ops[2] = KeptOp::Erased(point(5).1.0);
        assert_eq!(points(&kept).last(), Some(&point(7).1));
        for (server, goes_on) in [(2, None), (4, None), (5, Some(5)), (6, Some(6))] {
            let found = point_to_resume(&kept, point(server));
            assert_eq!(found.map(|(n, _)| n), goes_on, "{server}");
        }
    }

    #[test]
    fn a_server_that_claims_what_was_never_said_makes_no_sense() {
        let new = || NewReplica {
            id: ReplicaId(Uuid::nil()),
            identity: Identity {
                server: String::new(),
                token: String::new(),
                device: crate::model::DeviceId(Uuid::nil()),
                replica: 2,
                person: crate::model::PersonId(Uuid::nil()),
                name: String::new(),
                role: crate::model::Role::Client,
                organisation: crate::model::OrganisationId(Uuid::nil()),
                organisation_name: String::new(),
                own_case: None,
            },
            epoch: None,
            known: 0,
            answers: vec![],
            now: crate::model::Timestamp(0),
        };
        let known = |tail, revs: &[u32]| Known { tail, revs: revs.to_vec(), results: vec![] };
        let kept = kept(2, 3, 5);
        let good = new_replica(&kept, &known(point(4), &[1, 1]), new()).unwrap();
        assert_eq!((good.known, good.answers.len(), good.answers[0].n), (4, 1, 4));
        assert_eq!(new_replica(&kept, &known(point(2), &[]), new()).unwrap().known, 2);
        for bad in
            [known(point(5), &[1]), known(Tail(4, ChainHash([9; 8])), &[1, 1]), known(point(6), &[1; 4])]
        {
            assert!(new_replica(&kept, &bad, new()).is_err());
        }
    }
}
