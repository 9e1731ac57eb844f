//! Exact numbers for scoring: fractions of whole numbers, in lowest terms. No floats, so that a score on a cheap
//! phone and on the server is the same score, and a band edge is an edge.
//! It must not know what is being scored.

mod written;

use std::cmp::Ordering;

/// The most decimal places a number is written or rounded with.
pub(super) const MAX_PLACES: u8 = 6;

/// An exact number. In a definition it is a whole number (`4`), or text: a decimal (`"9.51"`) or a fraction (`"1/3"`).
///
/// Arithmetic answers `None` when the result does not fit, and never rounds on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    /// Always above zero, and without a factor in common with the numerator.
    denominator: i128,
}

/// Where a number exactly half way between two goes when rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// To the larger of the two.
    Up,
    /// To the one whose last digit is even.
    Even,
}

impl Ratio {
    /// One: the factor that changes nothing.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };
    /// Zero: the start of a sum.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// The smallest step between two numbers written with this many decimal places.
    pub(super) fn step_of(places: u8) -> Option<Self> {
        Self::reduced(1, power_of_ten(places)?)
    }

    fn reduced(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        let shared =
            i128::try_from(greatest_divisor(numerator.unsigned_abs(), denominator.unsigned_abs())).ok()?;
        Some(Self { numerator: numerator / shared, denominator: denominator / shared })
    }

    /// The sum, or `None` when it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::reduced(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The difference, or `None` when it does not fit.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: other.numerator.checked_neg()?, ..other })
    }

    /// The product, or `None` when it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::reduced(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    /// This number divided by a count; `None` for a count of nought, or when it does not fit.
    pub(super) fn shared_by(self, count: usize) -> Option<Self> {
        Self::reduced(self.numerator, self.denominator.checked_mul(i128::try_from(count).ok()?)?)
    }

    /// Rounded to this many decimal places (at most 6), or `None` when it does not fit.
    pub fn rounded(self, places: u8, half: Half) -> Option<Self> {
        let unit = power_of_ten(places)?;
        let scaled = self.times(Self::reduced(unit, 1)?)?;
        let below = scaled.numerator.div_euclid(scaled.denominator);
        let rest = scaled.numerator.rem_euclid(scaled.denominator).checked_mul(2)?;
        let goes_up = match rest.cmp(&scaled.denominator) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => half == Half::Up || below.rem_euclid(2) == 1,
        };
        Self::reduced(below.checked_add(i128::from(goes_up))?, unit)
    }

    /// This number as a whole number, when it is one.
    pub fn to_whole(self) -> Option<i64> {
        (self.denominator == 1).then_some(self.numerator).and_then(|whole| i64::try_from(whole).ok())
    }

    /// How many decimal places write it exactly; `None` when more than 12 are needed, as for a third.
    pub fn decimals(self) -> Option<u8> {
        (0..=2 * MAX_PLACES)
            .find(|&places| power_of_ten(places).is_some_and(|unit| unit.rem_euclid(self.denominator) == 0))
    }
}

impl From<i64> for Ratio {
    fn from(whole: i64) -> Self {
        Self { numerator: i128::from(whole), denominator: 1 }
    }
}

impl Ord for Ratio {
    /// Compares whole parts, then what is left turned upside down: exact, and nothing can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mine, theirs) = (self.split(), other.split());
        mine.0.cmp(&theirs.0).then_with(|| match (mine.1, theirs.1) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            (my_rest, their_rest) => Self { numerator: other.denominator, denominator: their_rest }
                .cmp(&Self { numerator: self.denominator, denominator: my_rest }),
        })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ratio {
    fn split(self) -> (i128, i128) {
        (self.numerator.div_euclid(self.denominator), self.numerator.rem_euclid(self.denominator))
    }
}

fn power_of_ten(places: u8) -> Option<i128> {
    10_i128.checked_pow(u32::from(places))
}

fn greatest_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).expect("a number")
    }

    #[test]
    fn sums_and_products_are_exact() {
        assert_eq!(ratio("0.1").plus(ratio("0.2")), Some(ratio("0.3")));
        assert_eq!(ratio("1/3").times(ratio("3")), Some(Ratio::ONE));
        assert_eq!(ratio("1/2").minus(ratio("2/3")), Some(ratio("-1/6")));
        assert_eq!(ratio("22").shared_by(3), Some(ratio("22/3")));
        assert_eq!(ratio("22").shared_by(0), None);
    }

    #[test]
    fn twelve_decimal_places_are_counted_and_no_more() {
        let millionth = ratio("0.000001");
        let smallest = millionth.times(millionth).expect("fits");
        assert_eq!(smallest.decimals(), Some(12));
        assert_eq!(smallest.times(ratio("0.1")).expect("fits").decimals(), None);
        assert_eq!([ratio("7"), ratio("1/8")].map(Ratio::decimals), [Some(0), Some(3)]);
        assert_eq!(ratio("1/3").decimals(), None);
    }

    #[test]
    fn a_result_that_does_not_fit_is_none() {
        let huge = Ratio { numerator: i128::MAX, denominator: 1 };
        assert_eq!(huge.plus(Ratio::ONE), None);
        assert_eq!(huge.times(ratio("2")), None);
        assert_eq!(Ratio { numerator: i128::MIN, denominator: 1 }.plus(ratio("-1")), None);
        assert_eq!(huge.rounded(1, Half::Up), None);
    }

    #[test]
    fn halves_round_as_asked() {
        let cases = [
            ("0.5", "1", "0"),
            ("1.5", "2", "2"),
            ("2.5", "3", "2"),
            ("-0.5", "0", "0"),
            ("-1.5", "-1", "-2"),
            ("2.49", "2", "2"),
            ("2.51", "3", "3"),
            ("22/3", "7", "7"),
        ];
        for (number, up, even) in cases {
            assert_eq!(ratio(number).rounded(0, Half::Up), Some(ratio(up)), "{number} up");
            assert_eq!(ratio(number).rounded(0, Half::Even), Some(ratio(even)), "{number} even");
        }
        assert_eq!(ratio("2/3").rounded(2, Half::Up), Some(ratio("0.67")));
    }

    #[test]
    fn order_is_the_order_of_the_number_line() {
        let line = ["-2", "-3/2", "-1/3", "0", "1/3", "0.334", "1/2", "2/3", "1", "22/3", "7.34"];
        for (i, small) in line.iter().enumerate() {
            for (j, other) in line.iter().enumerate() {
                assert_eq!(ratio(small).cmp(&ratio(other)), i.cmp(&j), "{small} and {other}");
            }
        }
    }

    #[test]
    fn numbers_too_large_to_multiply_still_compare() {
        let near = Ratio { numerator: i128::MAX, denominator: i128::MAX - 1 };
        assert!(near > Ratio::ONE);
        assert!(near < ratio("1.000001"));
    }
}
