//! What a phone's operations do. Each has its own outcome; one that cannot be read or may not be done is set aside, and
//! the rest go on. Nothing is dropped.

mod amending;
mod answers;
mod assigning;
mod decide;
mod desk;
mod donated;
mod echo;
mod erased;
mod erasures;
mod group;
mod lanes;
mod permission;
mod read_op;
mod revisions;
mod sender;
mod settle;
mod size;
mod submission;
mod taking_in;
mod timing;
mod write;

use alongside_core::model::RequestClock;
#[cfg(feature = "planted")]
use alongside_core::ports::planted;
use alongside_core::wire::{SyncRequest, Tail};

pub use donated::DonationStanding;
pub(super) use echo::Echo;
pub(super) use erasures::Erasures;
pub use revisions::revisions_between;
pub(super) use sender::Sender;
pub use settle::{Decision, accept_late, leave_aside, replay_waiting};
pub(super) use size::value_bytes;
pub use taking_in::{compare_left, settle_needless, take_in};

use self::desk::Desk;
use super::chain;
use super::refused::Refused;
use crate::store::{OpAnswer, WriteTxn};

/// What a push did.
pub(super) struct Pushed {
    /// Where the chain stands now.
    pub(super) tail: Tail,
    /// What became of each operation of the request.
    pub(super) answers: Vec<OpAnswer>,
    /// What the phone need not be told back.
    pub(super) echo: Echo,
}

/// Takes the operations of a request.
pub(super) fn push(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    request: &SyncRequest,
) -> Result<Pushed, Refused> {
    let replica = &sender.session.replica;
    let texts: Vec<&str> = request.ops.iter().map(|op| op.get()).collect();
    let pushes = match request.tail.0 < replica.last_n {
        true => txn.list_pushes(sender.session.org, replica.number, request.tail.0)?,
        false => Vec::new(),
    };
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::NoIdempotency) && request.tail.0 < replica.last_n {
        let clock = request.clock.as_ref().ok_or(Refused::Bad("operations without a clock"))?;
        let (from, mut answers) = (Tail(replica.last_n, replica.last_hash), Vec::new());
        let (_, echo) = take(txn, sender, clock, from, &texts, &mut answers)?;
        let tail = texts.iter().fold(request.tail, |point, text| chain::after(point, text));
        return Ok(Pushed { tail, answers, echo });
    }
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::CloneReusesNumbers)
        && chain::compare(replica, request.tail, &texts, &pushes).is_err()
    {
        let tail = texts.iter().fold(request.tail, |point, text| chain::after(point, text));
        let known = OpAnswer { outcome: alongside_core::model::Outcome::Applied, why: None, rev: 1 };
        return Ok(Pushed { tail, answers: vec![known; texts.len()], echo: Echo::default() });
    }
    let agreed =
        chain::compare(replica, request.tail, &texts, &pushes).map_err(|chain::Fork| Refused::Forked)?;
    let mut answers = agreed.known;
    let fresh = &texts[answers.len()..];
    if fresh.is_empty() {
        return Ok(Pushed { tail: agreed.tail, answers, echo: Echo::default() });
    }
    let clock = request.clock.as_ref().ok_or(Refused::Bad("operations without a clock"))?;
    let (tail, echo) = take(txn, sender, clock, agreed.tail, fresh, &mut answers)?;
    Ok(Pushed { tail, answers, echo })
}

/// Decides operations nobody has seen, and writes what they did.
fn take(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    clock: &RequestClock,
    tail: Tail,
    texts: &[&str],
    answers: &mut Vec<OpAnswer>,
) -> Result<(Tail, Echo), Refused> {
    let ops = read_op::read_ops(tail.0 + 1, texts);
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::PoisonBlocks) && ops.iter().any(|op| op.op.is_err()) {
        return Err(Refused::Bad("an operation cannot be read"));
    }
    let mut desk = Desk::open(txn, sender, clock)?;
    let decided = group::decide_groups(&mut desk, &ops)?;
    answers.extend(&decided);
    let work = desk.close();
    let end = texts.iter().fold(tail, |point, text| chain::after(point, text));
    let commit = write::write_work(txn, sender, &work)?;
    write::write_history(txn, sender, &ops, &decided, (tail, end), (commit, &work.done))?;
    write::write_replica(txn, sender, end, work.last_eff)?;
    Ok((end, Echo::of(&work, commit)))
}
