//! A kind of life within one journey: from when to when it weighs, and in which of its four parts it stands on a day. It must
//! not know any sentence.

use super::life::{PARTS, Thread};
use super::rng::Rng;

/// A kind of life with its place in the journey, in thousandths.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strand {
    /// The kind of life.
    pub(crate) thread: &'static Thread,
    from: u32,
    to: u32,
}

/// Where a strand stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Not spoken of yet.
    Ahead,
    /// In this part, from 0.
    Part(usize),
    /// Eased; looked back on.
    Behind,
}

/// The strands of a journey: the long-term condition throughout, the other kinds of life one after another, overlapping.
pub(crate) fn strands(condition: &'static Thread, threads: &[&'static Thread], rng: &mut Rng) -> Vec<Strand> {
    let mut all = vec![Strand { thread: condition, from: 0, to: 1000 }];
    for (thread, place) in threads.iter().zip(0..) {
        let from = if place == 0 { 0 } else { place * 220 + rng.between(0, 120) };
        let to = from + rng.between(450, 700);
        all.push(Strand { thread, from, to });
    }
    all
}

impl Strand {
    /// Where it stands at `permille` thousandths of the journey.
    pub(crate) fn standing(&self, permille: u32) -> Standing {
        if permille < self.from {
            return Standing::Ahead;
        }
        let part = (permille - self.from) * u32::try_from(PARTS).unwrap_or(1) / (self.to - self.from).max(1);
        match usize::try_from(part) {
            Ok(part) if part < PARTS => Standing::Part(part),
            _ if permille == 1000 && self.to == 1000 => Standing::Part(PARTS - 1),
            _ => Standing::Behind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::life::THREADS;

    #[test]
    fn a_strand_goes_through_its_parts_in_order_and_then_eases() {
        let strand = Strand { thread: THREADS[0], from: 200, to: 600 };
        assert_eq!(strand.standing(199), Standing::Ahead);
        assert_eq!([200, 300, 400, 599].map(|p| strand.standing(p)), [0, 1, 2, 3].map(Standing::Part));
        assert_eq!(strand.standing(600), Standing::Behind);
    }

    #[test]
    fn something_is_going_on_at_every_moment() {
        for seed in 0..50 {
            let all = strands(THREADS[0], &THREADS[1..4], &mut Rng::new(seed));
            for permille in 0..=1000 {
                assert!(all.iter().any(|strand| matches!(strand.standing(permille), Standing::Part(_))));
            }
        }
    }
}
