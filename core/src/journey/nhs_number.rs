//! The NHS number: ten digits, the last a check digit by modulus 11 (NHS Data Dictionary, "NHS NUMBER").

/// Why a text is no NHS number. Never holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NhsNumberError {
    /// Not ten digits once spaces and hyphens are taken out.
    #[error("an NHS number has ten digits")]
    Shape,
    /// The last digit does not fit the nine before it: most likely a digit was misread or two were swapped.
    #[error("this is not an NHS number: please check each digit")]
    CheckDigit,
}

/// Reads an NHS number as people write it, with spaces or hyphens, into its ten digits.
///
/// # Errors
/// [`NhsNumberError`] when it cannot be one.
pub fn parse_nhs_number(text: &str) -> Result<String, NhsNumberError> {
    let digits: String =
        text.chars().filter(|character| !matches!(character, ' ' | '-' | '\u{a0}')).collect();
    let values: Vec<u32> = digits.chars().filter_map(|character| character.to_digit(10)).collect();
    if values.len() != 10 || digits.len() != 10 {
        return Err(NhsNumberError::Shape);
    }
    if check_digit(&values[..9]) == Some(values[9]) { Ok(digits) } else { Err(NhsNumberError::CheckDigit) }
}

/// The digit that belongs after these nine: each is weighed by 10 down to 2, and 11 less the remainder by 11 is the digit.
/// 11 is written 0; where it would be 10 there is no number.
fn check_digit(nine: &[u32]) -> Option<u32> {
    let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    match 11 - sum % 11 {
        11 => Some(0),
        10 => None,
        digit => Some(digit),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Numbers beginning with 999 are kept for tests and belong to nobody.
    #[test]
    fn numbers_as_people_write_them_are_read() {
        for text in ["999 000 0018", "9990000018", "999-000-0018", " 9990000018 ", "999\u{a0}000\u{a0}0018"] {
            assert_eq!(parse_nhs_number(text).as_deref(), Ok("9990000018"), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_a_number_says_why() {
        for (text, why) in [
            ("", NhsNumberError::Shape),
            ("999000001", NhsNumberError::Shape),
            ("99900000180", NhsNumberError::Shape),
            ("999000001x", NhsNumberError::Shape),
            ("٩٩٩٠٠٠٠٠١٨", NhsNumberError::Shape),
            ("9990000019", NhsNumberError::CheckDigit),
            ("9990000081", NhsNumberError::CheckDigit),
        ] {
            assert_eq!(parse_nhs_number(text), Err(why), "{text}");
        }
    }

    #[test]
    fn nine_digits_whose_check_would_be_ten_make_no_number() {
        let none = (0..1_000u32).map(|n| format!("999{n:06}")).filter(|nine| {
            let values: Vec<u32> = nine.chars().filter_map(|digit| digit.to_digit(10)).collect();
            check_digit(&values).is_none()
        });
        for nine in none {
            assert!((0..10).all(|last| parse_nhs_number(&format!("{nine}{last}")).is_err()), "{nine}");
        }
    }

    proptest! {
        /// A misread digit, and two swapped neighbours, are always noticed.
        #[test]
        fn one_slip_of_the_pen_is_noticed(nine in proptest::collection::vec(0u32..10, 9), place in 0usize..9, by in 1u32..10) {
            let Some(last) = check_digit(&nine) else { return Ok(()) };
            let mut digits = nine;
            digits.push(last);
            let text = |digits: &[u32]| digits.iter().map(u32::to_string).collect::<String>();
            prop_assert!(parse_nhs_number(&text(&digits)).is_ok());
            let mut misread = digits.clone();
            misread[place] = (misread[place] + by) % 10;
            prop_assert!(parse_nhs_number(&text(&misread)).is_err());
            let mut swapped = digits.clone();
            swapped.swap(place, place + 1);
            prop_assert!(swapped == digits || parse_nhs_number(&text(&swapped)).is_err());
        }
    }
}
