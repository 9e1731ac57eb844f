//! What has happened on a client's record since the last contact, so that a note can speak of it. It must not know how it is
//! said.

use chrono::{DateTime, Utc};

use super::assessments::Sitting;
use super::goals::{CheckInStory, GoalStory};
use super::referrals::{ReferralStory, StatusStory};
use super::values::By;

/// Everything on a client's record but the notes.
#[derive(Clone, Debug)]
pub(crate) struct Records {
    /// Goals, the earliest first.
    pub(crate) goals: Vec<GoalStory>,
    /// Referrals, the earliest first.
    pub(crate) referrals: Vec<ReferralStory>,
    /// Whole-life conversations, the earliest first.
    pub(crate) sittings: Vec<Sitting>,
}

/// Something a note may speak of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Happening<'a> {
    /// A goal was put into words in this very contact.
    GoalBegun(&'a GoalStory),
    /// A whole-life conversation was held in this very contact.
    TalkedThrough,
    /// A referral came a step further.
    Referral(&'a ReferralStory, &'a StatusStory),
    /// The client wrote something between contacts.
    Wrote(&'a GoalStory, &'a CheckInStory),
}

impl Records {
    /// What happened after `before` and up to `now`, the weightiest first.
    pub(crate) fn since(&self, before: DateTime<Utc>, now: DateTime<Utc>) -> Vec<Happening<'_>> {
        let fresh = |at: DateTime<Utc>| before < at && at <= now;
        let mut all = Vec::new();
        all.extend(self.goals.iter().filter(|goal| goal.at == now).map(Happening::GoalBegun));
        all.extend(
            self.sittings.iter().filter(|sitting| sitting.at == now).map(|_| Happening::TalkedThrough),
        );
        for referral in &self.referrals {
            let steps = referral.statuses.iter().filter(|status| fresh(status.at));
            all.extend(steps.map(|status| Happening::Referral(referral, status)));
        }
        for goal in &self.goals {
            let mut own =
                goal.check_ins.iter().filter(|check_in| check_in.by == By::Client && fresh(check_in.at));
            all.extend(own.next_back().map(|check_in| Happening::Wrote(goal, check_in)));
        }
        all
    }

    /// The goal in hand at `now`: the one put into words last, or else the first to come.
    pub(crate) fn goal_at(&self, now: DateTime<Utc>) -> Option<&GoalStory> {
        self.goals.iter().rfind(|goal| goal.at <= now).or(self.goals.first())
    }
}
