//! Whether a phone's operations continue the chain the server has, and which of them it has already.
//!
//! A phone whose reply was lost sends the same operations again, perhaps with more behind them. A phone restored from a
//! backup, or copied, sends others under the same numbers: that is a fork.

use alongside_core::wire::{ChainHash, Tail};

use crate::store::{KeptOp, OpAnswer, Push, Replica};

/// The operations of a request, as far as the chain is concerned.
#[derive(Debug, PartialEq)]
pub(super) struct Agreed {
    /// The stored answers to the first operations of the request: those that were received before.
    pub(super) known: Vec<OpAnswer>,
    /// The point of the chain after them.
    pub(super) tail: Tail,
}

/// The chain forked.
#[derive(Debug, PartialEq)]
pub(super) struct Fork;

/// Compares a request that continues from `tail` with what was received. `pushes` are those with operations after it.
pub(super) fn compare(replica: &Replica, tail: Tail, ops: &[&str], pushes: &[Push]) -> Result<Agreed, Fork> {
    if tail == Tail(replica.last_n, replica.last_hash) {
        return Ok(Agreed { known: Vec::new(), tail });
    }
    if tail.0 >= replica.last_n {
        return Err(Fork);
    }
    let start = pushes.first().filter(|push| push.first_n <= tail.0 + 1).ok_or(Fork)?;
    let mut point = Tail(start.first_n - 1, start.before);
    let mut known = Vec::new();
    for (kept, answer) in pushes.iter().flat_map(|push| push.ops.iter().zip(&push.answers)) {
        if point.0 == tail.0 && point != tail {
            return Err(Fork);
        }
        if point.0 >= tail.0 {
            match ops.get(known.len()) {
                None => break,
                Some(sent) if kept.is(sent, point.1) => known.push(*answer),
                Some(_) => return Err(Fork),
            }
        }
        point = after_kept(point, kept);
    }
    Ok(Agreed { known, tail: point })
}

/// How much of a claimed stretch was received: the answers to its operations, and the last point both have. `pushes` are
/// those with operations after `tail`.
pub(super) fn common(tail: Tail, points: &[ChainHash], pushes: &[Push]) -> Agreed {
    let mut agreed = Agreed { known: Vec::new(), tail };
    let Some(start) = pushes.first().filter(|push| push.first_n <= tail.0 + 1) else { return agreed };
    let mut point = Tail(start.first_n - 1, start.before);
    for (kept, answer) in pushes.iter().flat_map(|push| push.ops.iter().zip(&push.answers)) {
        if point.0 == tail.0 && point != tail {
            return agreed;
        }
        point = after_kept(point, kept);
        if point.0 > tail.0 {
            match points.get(agreed.known.len()) {
                Some(claimed) if *claimed == point.1 => agreed.known.push(*answer),
                _ => return agreed,
            }
            agreed.tail = point;
        }
    }
    agreed
}

/// The point after one more operation.
pub(super) fn after(point: Tail, text: &str) -> Tail {
    Tail(point.0 + 1, ChainHash::after(point.1, text))
}

/// The point after an operation of the history, also after one of which nothing else is left.
fn after_kept(point: Tail, kept: &KeptOp) -> Tail {
    Tail(point.0 + 1, kept.after(point.1))
}

#[cfg(test)]
mod tests {
    use alongside_core::model::{Outcome, Timestamp};

    use super::*;

    const TEXTS: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn point(n: usize) -> Tail {
        TEXTS[..n].iter().fold(Tail::default(), |point, text| after(point, text))
    }

    fn answer(n: usize) -> OpAnswer {
        OpAnswer { outcome: Outcome::Applied, why: None, rev: u32::try_from(n).unwrap() }
    }

    /// Two pushes were received: a, b and c, d.
    fn pushes() -> Vec<Push> {
        let push = |first: usize, last: usize| Push {
            first_n: first as u64,
            last_n: last as u64,
            before: point(first - 1).1,
            after: point(last).1,
            seq: None,
            received: Timestamp(0),
            ops: TEXTS[first - 1..last].iter().map(|text| KeptOp::Text((*text).to_owned())).collect(),
            answers: (first..=last).map(answer).collect(),
        };
        vec![push(1, 2), push(3, 4)]
    }

    /// The same pushes after what the second and the fourth operation were about was erased.
    fn scrubbed() -> Vec<Push> {
        let mut pushes = pushes();
        pushes[0].ops[1] = KeptOp::Erased { after: point(2).1 };
        pushes[1].ops[1] = KeptOp::Erased { after: point(4).1 };
        pushes
    }

    fn verdict(tail: Tail, ops: &[&str]) -> Result<Agreed, Fork> {
        verdict_on(pushes(), tail, ops)
    }

    fn verdict_on(pushes: Vec<Push>, tail: Tail, ops: &[&str]) -> Result<Agreed, Fork> {
        let time = Timestamp(0);
        let Tail(last_n, last_hash) = point(4);
        let replica = Replica { number: 1, last_n, last_hash, last_eff: time, last_answer: time, durable: 0 };
        let pushes: Vec<Push> = pushes.into_iter().filter(|push| push.last_n > tail.0).collect();
        compare(&replica, tail, ops, &pushes)
    }

    #[test]
    fn what_continues_the_chain_is_new() {
        assert_eq!(verdict(point(4), &["e"]), Ok(Agreed { known: vec![], tail: point(4) }));
    }

    #[test]
    fn what_was_received_before_gets_its_answers_again() {
        let again = |from: usize, to: usize| verdict(point(from), &TEXTS[from..to]);
        assert_eq!(again(0, 5), Ok(Agreed { known: (1..=4).map(answer).collect(), tail: point(4) }));
        assert_eq!(again(2, 4), Ok(Agreed { known: vec![answer(3), answer(4)], tail: point(4) }));
        assert_eq!(again(1, 3), Ok(Agreed { known: vec![answer(2), answer(3)], tail: point(3) }));
        assert_eq!(again(1, 1), Ok(Agreed { known: vec![], tail: point(1) }));
    }

    #[test]
    fn another_operation_under_a_known_number_is_a_fork() {
        assert_eq!(verdict(point(2), &["c", "x"]), Err(Fork));
        assert_eq!(verdict(point(0), &["x"]), Err(Fork));
    }

    #[test]
    fn a_claim_is_good_as_far_as_its_points_are_those_of_the_chain() {
        let claim = |from: usize, points: &[ChainHash]| {
            let after: Vec<Push> = pushes().into_iter().filter(|push| push.last_n > from as u64).collect();
            common(point(from), points, &after)
        };
        let points: Vec<ChainHash> = (1..=5).map(|n| point(n).1).collect();
        assert_eq!(claim(0, &points), Agreed { known: (1..=4).map(answer).collect(), tail: point(4) });
        assert_eq!(claim(1, &points[1..3]), Agreed { known: vec![answer(2), answer(3)], tail: point(3) });
        assert_eq!(claim(3, &[ChainHash([9; 8])]), Agreed { known: vec![], tail: point(3) });
        assert_eq!(claim(4, &points[4..]), Agreed { known: vec![], tail: point(4) });
        let strange = Tail(1, ChainHash([9; 8]));
        assert_eq!(common(strange, &points[1..], &pushes()), Agreed { known: vec![], tail: strange });
    }

    #[test]
    fn an_erased_operation_is_known_by_its_chain_and_another_in_its_place_is_a_fork() {
        for from in 0..=4 {
            let sent = &TEXTS[from..];
            assert_eq!(verdict_on(scrubbed(), point(from), sent), verdict(point(from), sent), "{from}");
        }
        assert_eq!(verdict_on(scrubbed(), point(1), &["x", "c"]), Err(Fork));
        assert_eq!(verdict_on(scrubbed(), point(0), &["a", "x"]), Err(Fork));
        let points: Vec<ChainHash> = (1..=5).map(|n| point(n).1).collect();
        assert_eq!(common(point(0), &points, &scrubbed()), common(point(0), &points, &pushes()));
    }

    #[test]
    fn a_point_the_chain_never_had_is_a_fork() {
        for n in 0..=6 {
            assert_eq!(verdict(Tail(n, ChainHash([9; 8])), &["e"]), Err(Fork), "{n}");
        }
        assert_eq!(verdict(point(5), &[]), Err(Fork));
    }
}
