//! A referral that came back: refused, could not go ahead, called off by the service, or held for more than thirty days.
//! Somebody owes the client an answer within five working days, and it is owed from that very day.

use super::calendar::Day;
use super::finding::{Verdict, days};
use super::working_days::add_working_days;
use crate::model::kinds::{ReferralState, ReferralStatus, StatusBy};

/// Working days within which a referral that came back is followed up.
pub const FOLLOW_UP_WITHIN: u32 = 5;
/// Days that a referral may be held before it counts as having come back.
pub const HELD_AT_MOST: i64 = 30;

/// A referral that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// How.
    pub state: ReferralState,
    /// The day on which it counts as having come back.
    pub since: Day,
    /// The last day on which the client should hear about it.
    pub due: Day,
}

/// When a referral with this latest status counts as having come back, which for a hold lies ahead; nothing while the service
/// has not turned the client away.
pub fn comes_back(latest: &ReferralStatus) -> Option<Bounce> {
    let at = Day::of(latest.at);
    let since = match latest.status {
        ReferralState::Rejected | ReferralState::Failed => at,
        // Who called it off may be missing in older records: then somebody looks, rather than nobody.
        ReferralState::Cancelled if !matches!(latest.by, Some(StatusBy::Client | StatusBy::Worker)) => at,
        ReferralState::OnHold => at.plus(HELD_AT_MOST + 1),
        _ => return None,
    };
    Some(Bounce { state: latest.status, since, due: add_working_days(since, FOLLOW_UP_WITHIN) })
}

/// Whether a referral with this latest status has come back by `today`.
pub fn bounced(latest: &ReferralStatus, today: Day) -> Option<Bounce> {
    comes_back(latest).filter(|bounce| bounce.since <= today)
}

/// What is owed, as the text of the duty.
pub fn owed(state: ReferralState, service: &str) -> String {
    let happened = match state {
        ReferralState::Rejected => "said no",
        ReferralState::Failed => "could not go ahead",
        ReferralState::Cancelled => "called it off",
        _ => "has kept it waiting",
    };
    format!("{service} {happened}. Tell the client what happened, and agree what comes next.")
}

/// A referral that came back, as it stands on a day: whether somebody has followed it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BounceStanding {
    /// The service.
    pub service: String,
    /// The referral.
    pub referral: crate::model::EntityId,
    /// How it came back.
    pub bounce: Bounce,
    /// Days past the day it was due; 0 or less while there is time.
    pub late: i64,
}

impl Verdict for BounceStanding {
    fn code(&self) -> &'static str {
        "referral_came_back"
    }

    fn words(&self) -> String {
        let owed = owed(self.bounce.state, &self.service);
        match self.late {
            late if late > 0 => format!("{owed} This was due {} ago.", days(late)),
            _ => format!("{owed} Please do so by {}.", self.bounce.due.words()),
        }
    }

    fn about(&self) -> Option<crate::model::EntityId> {
        Some(self.referral)
    }
}
