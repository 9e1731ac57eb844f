//! Which way is up: whether a higher answer means better or worse, and so what a change means.
//! It must not know how large a change is, and never calls one important: no question here has such a threshold.

use std::cmp::Ordering;

use serde::Deserialize;

/// What a higher number means for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HigherIs {
    /// As for life satisfaction.
    Better,
    /// As for anxiety.
    Worse,
    /// Neither: a number that describes and does not judge.
    Neutral,
}

/// Which way an answer went between two times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards what is better for the person.
    Better,
    /// Towards what is worse for the person.
    Worse,
    /// The same answer both times.
    Same,
    /// Higher, on a question where that is neither better nor worse.
    Higher,
    /// Lower, on a question where that is neither better nor worse.
    Lower,
}

impl HigherIs {
    /// Which way it went from one number to the next.
    pub fn direction(self, before: i64, after: i64) -> Direction {
        match (self, after.cmp(&before)) {
            (_, Ordering::Equal) => Direction::Same,
            (Self::Better, Ordering::Greater) | (Self::Worse, Ordering::Less) => Direction::Better,
            (Self::Better, Ordering::Less) | (Self::Worse, Ordering::Greater) => Direction::Worse,
            (Self::Neutral, Ordering::Greater) => Direction::Higher,
            (Self::Neutral, Ordering::Less) => Direction::Lower,
        }
    }

    /// "for anxiety, higher is worse"; nothing where higher is neither.
    pub fn notice(self, name: &str) -> Option<String> {
        match self {
            Self::Better => Some(format!("for {name}, higher is better")),
            Self::Worse => Some(format!("for {name}, higher is worse")),
            Self::Neutral => None,
        }
    }
}

impl Direction {
    /// One word for a screen: "better", "worse", "same", "higher", "lower".
    pub fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Same => "same",
            Self::Higher => "higher",
            Self::Lower => "lower",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn higher_is_read_by_what_it_means_for_the_person() {
        let cases = [
            (HigherIs::Better, 4, 7, Direction::Better),
            (HigherIs::Better, 7, 4, Direction::Worse),
            (HigherIs::Worse, 4, 7, Direction::Worse),
            (HigherIs::Worse, 7, 4, Direction::Better),
            (HigherIs::Neutral, 4, 7, Direction::Higher),
            (HigherIs::Neutral, 7, 4, Direction::Lower),
            (HigherIs::Better, 5, 5, Direction::Same),
            (HigherIs::Worse, 5, 5, Direction::Same),
            (HigherIs::Neutral, 5, 5, Direction::Same),
        ];
        for (higher_is, before, after, expected) in cases {
            assert_eq!(higher_is.direction(before, after), expected, "{higher_is:?} {before} {after}");
        }
    }
}
