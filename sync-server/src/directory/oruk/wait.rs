//! How long a wait is that is told in words.

/// The longest wait `words` speak of, in days: "4-6 weeks" is 42. Nothing when they name none.
pub(super) fn days(words: &str) -> Option<i64> {
    let lower = words.to_lowercase();
    let none = ["no wait", "no current wait", "immediate", "straight away", "same day", "drop in", "drop-in"];
    if none.iter().any(|word| lower.contains(word)) {
        return Some(0);
    }
    let tokens: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
    let lengths = tokens.iter().enumerate().filter_map(|(place, token)| {
        let length = unit(token)?;
        let count = place.checked_sub(1).and_then(|before| number(tokens[before]))?;
        count.checked_mul(length)
    });
    lengths.max().map(|days| days.min(1000))
}

fn unit(token: &str) -> Option<i64> {
    Some(match token {
        "day" | "days" => 1,
        "week" | "weeks" | "wk" | "wks" => 7,
        "month" | "months" => 30,
        "year" | "years" => 365,
        _ => return None,
    })
}

fn number(token: &str) -> Option<i64> {
    let words =
        ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let spelled =
        words.iter().position(|word| *word == token).and_then(|place| i64::try_from(place + 1).ok());
    spelled.or((token == "one").then_some(1)).or_else(|| token.parse().ok()).filter(|number| *number <= 1000)
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn the_longest_wait_that_is_named_counts() {
        for (words, read) in [
            ("4-6 weeks", Some(42)),
            ("Around 3 months", Some(90)),
            ("Up to two weeks, sometimes 10 days", Some(14)),
            ("No wait at present", Some(0)),
            ("A week", Some(7)),
            ("Call to find out", None),
            ("", None),
            ("99999999999999999999 weeks", None),
            ("900 years", Some(1000)),
        ] {
            assert_eq!(days(words), read, "{words}");
        }
    }
}
