//! A referral that waits for longer than the service said, or was prepared and never sent.

use super::calendar::Day;
use super::finding::{Verdict, days};
use crate::model::kinds::{ReferralState, ReferralStatus};
use crate::model::{EntityId, Timestamp};

/// Days after which somebody asks, where the service did not say how long it takes.
pub const ASK_AFTER: i64 = 28;
/// Days a prepared referral may lie before somebody sends it.
pub const SEND_WITHIN: i64 = 7;

/// A referral with what happened to it.
#[derive(Clone, Copy, Debug)]
pub struct Pending<'a> {
    /// The referral.
    pub referral: EntityId,
    /// The service.
    pub service: &'a str,
    /// When it was made.
    pub made_at: Timestamp,
    /// How long the service says the wait is, in days.
    pub expected_days: Option<i64>,
    /// What happened, oldest first.
    pub statuses: &'a [ReferralStatus],
}

/// A referral that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The referral.
    pub referral: EntityId,
    /// The service.
    pub service: String,
    /// How many days it has waited.
    pub days: i64,
    /// For what.
    pub for_what: WaitingFor,
}

/// What a referral waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingFor {
    /// To be sent at all.
    Sending,
    /// For the service, which said how many days it takes.
    Service(i64),
    /// For the service, which did not say.
    Unsaid,
}

/// Whether a referral has waited too long by `today`.
pub fn waits_too_long(pending: &Pending<'_>, today: Day) -> Option<Waiting> {
    let state = pending.statuses.last().map_or(ReferralState::Drafted, |latest| latest.status);
    let (since, at_most, for_what) = match state {
        ReferralState::Drafted => (pending.made_at, SEND_WITHIN, WaitingFor::Sending),
        ReferralState::Sent | ReferralState::Received | ReferralState::Accepted | ReferralState::Waiting => {
            let for_what = pending.expected_days.map_or(WaitingFor::Unsaid, WaitingFor::Service);
            (sent_at(pending), pending.expected_days.unwrap_or(ASK_AFTER), for_what)
        }
        _ => return None,
    };
    let waited = today.since(Day::of(since));
    let waiting =
        Waiting { referral: pending.referral, service: pending.service.to_owned(), days: waited, for_what };
    (waited > at_most).then_some(waiting)
}

/// The client waits from the day the service was told.
fn sent_at(pending: &Pending<'_>) -> Timestamp {
    let told = pending.statuses.iter().find(|status| status.status != ReferralState::Drafted);
    told.map_or(pending.made_at, |status| status.at)
}

impl Verdict for Waiting {
    fn code(&self) -> &'static str {
        match self.for_what {
            WaitingFor::Sending => "referral_not_sent",
            WaitingFor::Service(_) | WaitingFor::Unsaid => "referral_waits_too_long",
        }
    }

    fn words(&self) -> String {
        let (service, waited) = (&self.service, days(self.days));
        match self.for_what {
            WaitingFor::Sending => {
                format!("The referral to {service} was prepared {waited} ago and has not been sent.")
            }
            WaitingFor::Service(expected) => format!(
                "The client has waited {waited} for {service}, which spoke of {}. Ask there, tell the client, and see \
                 what could help meanwhile.",
                days(expected)
            ),
            WaitingFor::Unsaid => format!(
                "The client has waited {waited} for {service}, and nobody has said how long it takes. Ask there, and tell \
                 the client."
            ),
        }
    }

    fn about(&self) -> Option<EntityId> {
        Some(self.referral)
    }
}
