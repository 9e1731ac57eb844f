//! Figures that move as a journey goes on: what is owed, what the nurse measured, how far the person walks, how they sleep.
//! It must not know any sentence.

use super::facts::Facts;
use super::rng::Rng;

/// One person’s figures at the start and at the end.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    owed: u32,
    paid: u32,
    sugar: (u32, u32),
    peak: (u32, u32),
    reaches: [String; 6],
}

static SLEEP: [&str; 6] = [
    "two or three hours",
    "three hours",
    "four hours",
    "four or five hours",
    "five hours",
    "six and a half hours",
];

impl Figures {
    /// Figures for one person; `in_debt` when money is one of the worries.
    pub(crate) fn invent(in_debt: bool, reaches: [String; 6], rng: &mut Rng) -> Self {
        let owed = if in_debt { rng.between(90, 640) * 10 } else { rng.between(12, 60) * 10 };
        let (sugar, peak) = (rng.between(66, 97), rng.between(230, 300));
        Self {
            owed,
            paid: rng.between(3, 12),
            sugar: (sugar, sugar - rng.between(8, 22)),
            peak: (peak, peak + rng.between(70, 160)),
            reaches,
        }
    }

    /// Writes the figures of the day, `permille` thousandths along the journey, with the ups and downs of real days.
    pub(crate) fn write(&self, facts: &mut Facts, permille: u32, rng: &mut Rng) {
        let owed = self.owed - self.owed * permille * 8 / 10_000;
        facts.set("owed", (owed / 10 * 10).to_string());
        facts.set("paid", self.paid.to_string());
        facts.set("sugar", format!("{} mmol/mol", sway(self.sugar, permille, 3, rng)));
        facts.set("peak", (sway(self.peak, permille, 18, rng) / 5 * 5).to_string());
        facts.set("bp_low", format!("{}/{}", rng.between(126, 143), rng.between(73, 87)));
        facts.set("sleep", *stage_of(&SLEEP, permille, rng));
        facts.set("reach", stage_of(&self.reaches, permille, rng).clone());
    }
}

/// The way from one figure to another, give or take `by`.
fn sway((from, to): (u32, u32), permille: u32, by: u32, rng: &mut Rng) -> u32 {
    let way = from.abs_diff(to) * permille / 1000;
    let even = if to >= from { from + way } else { from - way };
    even + rng.between(0, 2 * by) - by
}

/// The step of six that belongs to this part of the journey, or now and then the one before it.
fn stage_of<'a, T>(steps: &'a [T; 6], permille: u32, rng: &mut Rng) -> &'a T {
    let reached = usize::try_from(permille * 5 / 1000).unwrap_or(0).min(5);
    &steps[reached.saturating_sub(usize::from(rng.percent(25)))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debts_shrink_and_the_way_on_foot_grows() {
        let reaches = ["a", "b", "c", "d", "e", "f"].map(str::to_owned);
        let figures = Figures::invent(true, reaches, &mut Rng::new(1));
        let at = |permille| {
            let mut facts = Facts::default();
            figures.write(&mut facts, permille, &mut Rng::new(2));
            let owed: u32 = facts.find("owed").unwrap().parse().unwrap();
            (owed, facts.find("reach").unwrap().to_owned())
        };
        let ((owed_first, reach_first), (owed_last, reach_last)) = (at(0), at(1000));
        assert!(owed_last * 4 < owed_first);
        assert!(reach_first < reach_last);
    }
}
