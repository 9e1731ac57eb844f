//! When an access need is to be looked at again, and which of the six steps of the Accessible Information Standard
//! (DAPB1605) are not done: identify, record, flag, share, meet, review.

use super::calendar::Day;
use super::finding::{Verdict, days};
use crate::model::EntityId;
use crate::model::kinds::AccessNeed;

/// Days after which a need is looked at again where no day was set.
pub const REVIEW_AFTER: i64 = 365;

/// A step that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepLeft {
    /// Written down in words anybody understands.
    Record,
    /// Made to stand out.
    Flag,
    /// Passed on, with consent.
    Share,
    /// Met for the first time.
    Meet,
}

/// An access need to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessDue {
    /// Its review is due; this many days ago.
    Review(EntityId, i64),
    /// A step is not done.
    Step(EntityId, StepLeft),
}

/// What is due about an access need on this day: the first step that is not done, or its review.
pub fn access_due(id: EntityId, need: &AccessNeed, today: Day) -> Option<AccessDue> {
    let steps = [
        (need.recorded_at, StepLeft::Record),
        (need.flagged_at, StepLeft::Flag),
        (need.shared_at, StepLeft::Share),
        (need.met_at, StepLeft::Meet),
    ];
    let left = steps.into_iter().find(|(done, _)| done.is_none()).map(|(_, step)| AccessDue::Step(id, step));
    let review = review_by(need);
    let overdue = (review <= today).then(|| AccessDue::Review(id, today.since(review)));
    overdue.or(left)
}

/// The day on which a need is looked at again.
pub fn review_by(need: &AccessNeed) -> Day {
    need.review_at.map_or_else(|| Day::of(need.identified_at).plus(REVIEW_AFTER), Day::of)
}

impl Verdict for AccessDue {
    fn code(&self) -> &'static str {
        match self {
            Self::Review(..) => "access_review_due",
            Self::Step(..) => "access_step_left",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Review(_, 0) => {
                "Today is the day to ask again how the client would like to be spoken and written to."
                    .to_owned()
            }
            Self::Review(_, late) => format!(
                "Ask again how the client would like to be spoken and written to; this was due {} ago.",
                days(*late)
            ),
            Self::Step(_, StepLeft::Record) => {
                "Write down in plain words how the client needs to be reached.".to_owned()
            }
            Self::Step(_, StepLeft::Flag) => {
                "Make the client's access need stand out in the record.".to_owned()
            }
            Self::Step(_, StepLeft::Share) => {
                "Ask the client whether their access need may be passed on, and do so.".to_owned()
            }
            Self::Step(_, StepLeft::Meet) => "Say when the client's access need was first met.".to_owned(),
        }
    }

    fn about(&self) -> Option<EntityId> {
        match self {
            Self::Review(id, _) | Self::Step(id, _) => Some(*id),
        }
    }
}
