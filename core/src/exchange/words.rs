//! The words in which an export says what a closed list holds, and how it writes dates. The words are about what happened,
//! never about what somebody is.

use crate::model::{Choice, Timestamp};

/// A closed list's member in words: `message_left` as "message left"; a word of a newer version as "something newer".
pub(crate) fn plain<C: Choice>(choice: C) -> String {
    match choice.name() {
        "unknown" => "something newer than this app".to_owned(),
        name => name.replace('_', " "),
    }
}

/// As [`plain`], with a capital letter.
pub(crate) fn title<C: Choice>(choice: C) -> String {
    capital(&plain(choice))
}

/// The same with a capital letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `5 March 2026`, in UTC.
pub(crate) fn day(at: Timestamp) -> String {
    at.to_utc().map_or_else(|| "on an unknown day".to_owned(), |at| at.format("%-d %B %Y").to_string())
}

/// `5 March 2026 at 14:30 UTC`.
pub(crate) fn moment(at: Timestamp) -> String {
    at.to_utc()
        .map_or_else(|| "on an unknown day".to_owned(), |at| at.format("%-d %B %Y at %H:%M UTC").to_string())
}

/// `2026-03-05`.
pub(crate) fn iso_day(at: Timestamp) -> String {
    at.to_utc().map_or_else(String::new, |at| at.format("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::Outcome;

    #[test]
    fn choices_and_days_are_said_in_plain_words() {
        assert_eq!(title(Outcome::MessageLeft), "Message left");
        assert_eq!(plain(Outcome::Unknown), "something newer than this app");
        assert_eq!(day(Timestamp(0)), "1 January 1970");
        assert_eq!(moment(Timestamp(60_000)), "1 January 1970 at 00:01 UTC");
        assert_eq!(day(Timestamp(i64::MAX)), "on an unknown day");
    }
}
