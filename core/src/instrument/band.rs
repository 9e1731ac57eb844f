//! Bands: which plain word a number falls under, and what that word means.
//! It must not know where the number came from; a person's band is never shown by `Debug`.

use std::fmt;

use serde::Deserialize;
use thiserror::Error;

use super::direction::HigherIs;
use super::ratio::Ratio;

/// One band of a scale or score. Both ends are included.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The lowest number in the band.
    pub from: Ratio,
    /// The highest number in the band.
    pub to: Ratio,
    /// The plain word for it: "high".
    pub label: String,
    /// What the owner says the band means, when they say more than the word.
    pub explanation: Option<String>,
}

/// The band one result fell in.
#[derive(Clone, PartialEq, Eq)]
pub struct BandResult {
    /// The plain word: "high".
    pub label: String,
    /// The word with its meaning: "high – for anxiety, higher is worse".
    pub words: String,
}

/// Why a list of bands was refused. Bands are listed from the lowest, and meet without a gap or an overlap.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BandFlaw {
    /// A band ends before it begins.
    #[error("a band runs backwards, from {from} to {to}")]
    Backwards {
        /// Where it begins.
        from: Ratio,
        /// Where it ends.
        to: Ratio,
    },
    /// A band reaches a number that can never come.
    #[error("a band reaches {edge}, which is outside what is possible")]
    Outside {
        /// The end that reaches too far.
        edge: Ratio,
    },
    /// Numbers that belong to no band.
    #[error("no band holds {from}")]
    Gap {
        /// The first number without a band.
        from: Ratio,
    },
    /// A number that belongs to two bands, or bands out of order.
    #[error("more than one band reaches {at}, or bands are not listed from the lowest")]
    Overlap {
        /// Where the later band begins.
        at: Ratio,
    },
    /// An end written finer than the numbers it divides.
    #[error("{edge} is finer than the numbers it divides")]
    TooFine {
        /// The end.
        edge: Ratio,
    },
}

impl Band {
    /// Whether the number is in this band.
    pub fn holds(&self, number: Ratio) -> bool {
        self.from <= number && number <= self.to
    }

    /// The band in words, for a question or score of this name.
    pub(super) fn result(&self, name: &str, higher_is: HigherIs) -> BandResult {
        let meanings: Vec<String> = self.explanation.iter().cloned().chain(higher_is.notice(name)).collect();
        let words = match meanings.join("; ") {
            none if none.is_empty() => self.label.clone(),
            meaning => format!("{} – {meaning}", self.label),
        };
        BandResult { label: self.label.clone(), words }
    }
}

impl fmt::Debug for BandResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BandResult(..)")
    }
}

/// The band that holds a number.
pub(super) fn find_band(bands: &[Band], number: Ratio) -> Option<&Band> {
    bands.iter().find(|band| band.holds(number))
}

/// Refuses bands that do not hold every number from `lowest` to `highest`, written with `places` decimals, exactly once.
/// No bands at all is fine.
pub(super) fn check_bands(bands: &[Band], lowest: Ratio, highest: Ratio, places: u8) -> Result<(), BandFlaw> {
    let mut next = lowest;
    for band in bands {
        if band.from > band.to {
            return Err(BandFlaw::Backwards { from: band.from, to: band.to });
        }
        if let Some(edge) = [band.from, band.to].into_iter().find(|edge| *edge < lowest || *edge > highest) {
            return Err(BandFlaw::Outside { edge });
        }
        if band.from > next {
            return Err(BandFlaw::Gap { from: next });
        }
        if band.from < next {
            return Err(BandFlaw::Overlap { at: band.from });
        }
        next = after(band.to, places)?;
    }
    let all_held = bands.is_empty() || next > highest;
    if all_held { Ok(()) } else { Err(BandFlaw::Gap { from: next }) }
}

/// The number that follows a band's end.
fn after(edge: Ratio, places: u8) -> Result<Ratio, BandFlaw> {
    let fits = edge.decimals().is_some_and(|decimals| decimals <= places);
    let next = Ratio::step_of(places).and_then(|step| edge.plus(step));
    next.filter(|_| fits).ok_or(BandFlaw::TooFine { edge })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Ratio {
        Ratio::parse(text).expect("a number")
    }

    fn bands(edges: &[(&str, &str)]) -> Vec<Band> {
        let band = |&(from, to): &(&str, &str)| Band {
            from: number(from),
            to: number(to),
            label: format!("{from} to {to}"),
            explanation: None,
        };
        edges.iter().map(band).collect()
    }

    #[test]
    fn bands_that_meet_from_end_to_end_are_taken() {
        let nought_to_ten = |edges: &[(&str, &str)]| check_bands(&bands(edges), 0.into(), 10.into(), 0);
        assert_eq!(nought_to_ten(&[]), Ok(()));
        assert_eq!(nought_to_ten(&[("0", "10")]), Ok(()));
        assert_eq!(nought_to_ten(&[("0", "4"), ("5", "5"), ("6", "10")]), Ok(()));
        assert_eq!(check_bands(&bands(&[("-1", "0.5"), ("0.6", "1")]), (-1).into(), 1.into(), 1), Ok(()));
    }

    #[test]
    fn a_number_without_a_band_or_with_two_is_refused() {
        let n = number;
        let cases: &[(&[(&str, &str)], BandFlaw)] = &[
            (&[("0", "4"), ("6", "10")], BandFlaw::Gap { from: n("5") }),
            (&[("1", "10")], BandFlaw::Gap { from: n("0") }),
            (&[("0", "9")], BandFlaw::Gap { from: n("10") }),
            (&[("0", "5"), ("5", "10")], BandFlaw::Overlap { at: n("5") }),
            (&[("6", "10"), ("0", "5")], BandFlaw::Gap { from: n("0") }),
            (&[("0", "10"), ("3", "4")], BandFlaw::Overlap { at: n("3") }),
            (&[("0", "11")], BandFlaw::Outside { edge: n("11") }),
            (&[("-1", "10")], BandFlaw::Outside { edge: n("-1") }),
            (&[("0", "4"), ("10", "5")], BandFlaw::Backwards { from: n("10"), to: n("5") }),
            (&[("0", "4.5"), ("5", "10")], BandFlaw::TooFine { edge: n("4.5") }),
            (&[("0", "13/3"), ("5", "10")], BandFlaw::TooFine { edge: n("13/3") }),
        ];
        for (edges, flaw) in cases {
            assert_eq!(check_bands(&bands(edges), 0.into(), 10.into(), 0).as_ref(), Err(flaw), "{edges:?}");
        }
    }

    #[test]
    fn words_say_which_way_is_better() {
        let mut band = bands(&[("6", "10")]).remove(0);
        band.label = "high".into();
        let words = |band: &Band, higher_is| band.result("anxiety", higher_is).words;
        assert_eq!(words(&band, HigherIs::Worse), "high – for anxiety, higher is worse");
        assert_eq!(words(&band, HigherIs::Better), "high – for anxiety, higher is better");
        assert_eq!(words(&band, HigherIs::Neutral), "high");
        band.explanation = Some("four in ten people answer this".into());
        assert_eq!(
            words(&band, HigherIs::Worse),
            "high – four in ten people answer this; for anxiety, higher is worse"
        );
        assert_eq!(words(&band, HigherIs::Neutral), "high – four in ten people answer this");
    }

    #[test]
    fn debug_shows_no_band() {
        let band = bands(&[("6", "10")]).remove(0);
        assert!(!format!("{:?}", band.result("anxiety", HigherIs::Worse)).contains("6 to 10"));
    }
}
