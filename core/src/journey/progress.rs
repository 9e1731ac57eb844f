//! How far somebody says they have come with a goal: from their first rating to their latest, each person for themselves.
//!
//! Client and worker rate in parallel. What they say is compared and never averaged, and a goal that was let go has no
//! progress at all: letting go is an outcome of its own.

use crate::model::kinds::{By, CheckIn};
use crate::model::{Timestamp, sort_by_key};

/// One person's ratings of one goal, from 0, nowhere near, to 10, all the way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The first rating.
    pub first: i64,
    /// The latest rating.
    pub latest: i64,
    /// When the latest was given.
    pub at: Timestamp,
    /// How many ratings there are.
    pub ratings: usize,
}

impl Progress {
    /// Latest less first; nothing while there is only one rating, which is where somebody starts and no change.
    pub fn change(&self) -> Option<i64> {
        (self.ratings > 1).then_some(self.latest - self.first)
    }
}

/// What `by` says of a goal, from its check-ins in any order. Check-ins of words alone are not ratings.
pub fn progress(check_ins: &[CheckIn], by: By) -> Option<Progress> {
    let mut ratings: Vec<(Timestamp, i64)> = check_ins
        .iter()
        .filter(|check_in| check_in.by == by)
        .filter_map(|check_in| Some((check_in.at, check_in.score?)))
        .collect();
    sort_by_key(&mut ratings, |(at, _)| *at);
    let (first, latest) = (ratings.first()?, ratings.last()?);
    Some(Progress { first: first.1, latest: latest.1, at: latest.0, ratings: ratings.len() })
}

/// How differently the two see it now: the client's latest rating less the worker's. A reason to talk, not a mistake.
pub fn difference(check_ins: &[CheckIn]) -> Option<i64> {
    Some(progress(check_ins, By::Client)?.latest - progress(check_ins, By::Worker)?.latest)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::model::EntityId;

    fn check_in(by: By, at: i64, score: Option<i64>) -> CheckIn {
        let goal = EntityId(Uuid::nil());
        CheckIn { goal, by, score, words: None, at: Timestamp(at) }
    }

    #[test]
    fn the_first_rating_is_where_somebody_starts() {
        let one = [check_in(By::Client, 5, Some(2))];
        assert_eq!(progress(&one, By::Client).unwrap().change(), None);
        let two = [check_in(By::Client, 9, Some(6)), one[0].clone()];
        let progress = progress(&two, By::Client).unwrap();
        assert_eq!((progress.first, progress.latest, progress.change()), (2, 6, Some(4)));
    }

    #[test]
    fn words_alone_are_no_rating() {
        assert_eq!(progress(&[check_in(By::Client, 1, None)], By::Client), None);
    }

    #[test]
    fn two_people_are_compared_and_never_averaged() {
        let both = [check_in(By::Client, 1, Some(3)), check_in(By::Worker, 2, Some(8))];
        assert_eq!(progress(&both, By::Client).unwrap().latest, 3);
        assert_eq!(progress(&both, By::Worker).unwrap().latest, 8);
        assert_eq!(difference(&both), Some(-5));
        assert_eq!(difference(&both[..1]), None);
    }
}
