//! How exact numbers are written: in a definition and on a screen.
//! It must not round: a number that cannot be written with an end is written as a fraction.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::{MAX_PLACES, Ratio, power_of_ten};

/// The most digits a number in a definition may have on either side of its point or stroke.
const MAX_DIGITS: usize = 12;

impl Ratio {
    /// Reads `4`, `-4`, `9.51` or `1/3`. `None` for anything else, for more than 6 decimal places, more than
    /// 12 digits, or a fraction over nought.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((over, under)) = text.split_once('/') {
            return Self::reduced(signed_digits(over)?, unsigned_digits(under)?);
        }
        let Some((whole, decimals)) = text.split_once('.') else {
            return Self::reduced(signed_digits(text)?, 1);
        };
        if decimals.len() > usize::from(MAX_PLACES) {
            return None;
        }
        unsigned_digits(decimals)?;
        let all_digits = signed_digits(whole).and_then(|_| format!("{whole}{decimals}").parse().ok())?;
        Self::reduced(all_digits, power_of_ten(u8::try_from(decimals.len()).ok()?)?)
    }
}

impl fmt::Display for Ratio {
    /// `52`, `-0.5`, `9.51`; a number without an end is written as a fraction, `22/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimal = self.decimals().and_then(|places| Some((places, power_of_ten(places)?)));
        let Some((places, unit)) = decimal else {
            return write!(f, "{}/{}", self.numerator, self.denominator);
        };
        if places == 0 {
            return write!(f, "{}", self.numerator);
        }
        let sign = if self.numerator < 0 { "-" } else { "" };
        let (size, under) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let decimals = size % under * (unit.unsigned_abs() / under);
        write!(f, "{sign}{}.{decimals:0width$}", size / under, width = usize::from(places))
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RatioVisitor)
    }
}

struct RatioVisitor;

impl Visitor<'_> for RatioVisitor {
    type Value = Ratio;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or in quotes a decimal such as \"9.51\" or a fraction such as \"1/3\"")
    }

    fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Ratio, E> {
        Ok(Ratio::from(whole))
    }

    fn visit_u64<E: de::Error>(self, whole: u64) -> Result<Ratio, E> {
        i64::try_from(whole)
            .map(Ratio::from)
            .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(whole), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Ratio, E> {
        Ratio::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

fn unsigned_digits(text: &str) -> Option<i128> {
    let is_number = (1..=MAX_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

fn signed_digits(text: &str) -> Option<i128> {
    let Some(size) = text.strip_prefix('-') else { return unsigned_digits(text) };
    unsigned_digits(size).map(|size| -size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).expect("a number")
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["0", "7", "-7", "9.51", "-0.5", "0.000001", "22/3", "-1/7"] {
            assert_eq!(ratio(text).to_string(), text);
        }
        assert_eq!(ratio("7.00").to_string(), "7");
        assert_eq!(ratio("2/4"), ratio("0.5"));
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "+1",
            "1e3",
            " 1",
            "1/0",
            "1/-2",
            "0.0000001",
            "1234567890123",
            "--1",
            "1.-2",
        ] {
            assert_eq!(Ratio::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_in_json_are_whole_or_text_and_never_floats() {
        assert_eq!(serde_json::from_str::<Ratio>("-4").unwrap(), Ratio::from(-4));
        assert_eq!(serde_json::from_str::<Ratio>("\"1/3\"").unwrap(), ratio("1/3"));
        for json in ["4.5", "\"x\"", "null", "18446744073709551615"] {
            assert!(serde_json::from_str::<Ratio>(json).is_err(), "{json}");
        }
    }
}
