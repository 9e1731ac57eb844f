//! Groups: operations that stand or fall together, such as a referral and its first status.

use alongside_core::model::{Outcome, Why};

use super::answers::{is_refusal, quarantined};
use super::decide::decide;
use super::desk::Desk;
use super::read_op::SentOp;
use crate::store::{OpAnswer, StoreError};

/// Decides operation by operation, group by group.
pub(super) fn decide_groups(desk: &mut Desk<'_>, ops: &[SentOp<'_>]) -> Result<Vec<OpAnswer>, StoreError> {
    let org = desk.sender.session.org;
    desk.erasures.learn(&*desk.txn, org, ops.iter().map(|op| op.text))?;
    let mut answers = Vec::with_capacity(ops.len());
    for group in ops.chunk_by(|_, next| next.joined) {
        answers.extend(decide_group(desk, group)?);
    }
    Ok(answers)
}

fn decide_group(desk: &mut Desk<'_>, group: &[SentOp<'_>]) -> Result<Vec<OpAnswer>, StoreError> {
    desk.begin_group();
    let answers = group.iter().map(|op| decide(desk, op)).collect::<Result<Vec<_>, _>>()?;
    if group.len() > 1 && answers.iter().any(is_refusal) {
        desk.put_back();
        return Ok(refuse_all(&answers));
    }
    Ok(answers)
}

/// Each refused operation keeps its own reason; the others fall with it, but for what was erased, of which nothing is kept. Where all that stands against the group is that
/// this server is too old, the whole group waits.
fn refuse_all(answers: &[OpAnswer]) -> Vec<OpAnswer> {
    let waits = answers.iter().filter(|answer| is_refusal(answer)).all(|a| a.outcome == Outcome::Parked);
    let outcome = if waits { Outcome::Parked } else { Outcome::Quarantined };
    let fallen = OpAnswer { outcome, ..quarantined(Why::GroupRefused) };
    let stands = |answer: &OpAnswer| is_refusal(answer) || answer.outcome == Outcome::Erased;
    answers.iter().map(|answer| if stands(answer) { *answer } else { fallen }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(outcome: Outcome, why: Option<Why>) -> OpAnswer {
        OpAnswer { outcome, why, rev: 3 }
    }

    #[test]
    fn what_falls_with_another_says_so() {
        let bad = answer(Outcome::Quarantined, Some(Why::BadValue));
        let all = refuse_all(&[answer(Outcome::Applied, None), bad]);
        assert_eq!(all, [quarantined(Why::GroupRefused), bad]);
    }

    #[test]
    fn a_group_waits_when_only_waiting_stands_against_it() {
        let unknown = answer(Outcome::Parked, Some(Why::UnknownKind));
        let all = refuse_all(&[unknown, answer(Outcome::Merged, None)]);
        assert_eq!(all.map_outcomes(), [Outcome::Parked, Outcome::Parked]);
        let stale = answer(Outcome::SignStale, Some(Why::HashDiffers));
        let all = refuse_all(&[unknown, stale, answer(Outcome::Applied, None)]);
        assert_eq!(all.map_outcomes(), [Outcome::Parked, Outcome::SignStale, Outcome::Quarantined]);
    }

    trait Outcomes {
        fn map_outcomes(&self) -> Vec<Outcome>;
    }

    impl Outcomes for Vec<OpAnswer> {
        fn map_outcomes(&self) -> Vec<Outcome> {
            self.iter().map(|answer| answer.outcome).collect()
        }
    }
}
