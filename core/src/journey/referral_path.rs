//! The way of an onward referral through its states, after the referral task of HL7 Gravity's SDOH clinical care guide.
//!
//! Which step may follow which is data beside the kind; this says what a step owes.

use super::finding::Verdict;
use crate::model::Choice;
use crate::model::kinds::{REFERRAL_TRANSITIONS, ReferralState, ReferralStatus, StatusBy};

/// Why a step of a referral cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// The referral cannot go from where it stands to there.
    NotFromHere {
        /// Where it stands.
        from: ReferralState,
        /// Where it was to go.
        to: ReferralState,
    },
    /// A reason is owed.
    NeedsReason(ReferralState),
    /// Who called it off is owed: if it was the service, somebody follows it up.
    NeedsWho,
}

/// Where a referral stands after these statuses, oldest first. Before any of them it is being prepared.
pub fn stands(statuses: &[ReferralStatus]) -> ReferralState {
    statuses.last().map_or(ReferralState::Drafted, |latest| latest.status)
}

/// Whether nothing more is expected of a referral in this state.
pub const fn is_settled(state: ReferralState) -> bool {
    matches!(
        state,
        ReferralState::Rejected
            | ReferralState::Failed
            | ReferralState::Cancelled
            | ReferralState::Finished
            | ReferralState::Unknown
    )
}

/// Whether a referral that stands at `from` may take this step.
///
/// # Errors
/// The first [`StepRefused`] that stands against it.
pub fn check_step(
    from: ReferralState,
    to: ReferralState,
    reason: Option<&str>,
    by: Option<StatusBy>,
) -> Result<(), StepRefused> {
    if !REFERRAL_TRANSITIONS.allows(Some(from.name()), to.name()) {
        return Err(StepRefused::NotFromHere { from, to });
    }
    if to.needs_reason() && reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(StepRefused::NeedsReason(to));
    }
    if to == ReferralState::Cancelled && by.is_none() { Err(StepRefused::NeedsWho) } else { Ok(()) }
}

/// A state in the middle of a sentence about a referral: "it is …".
pub const fn state_in_words(state: ReferralState) -> &'static str {
    match state {
        ReferralState::Drafted => "being prepared",
        ReferralState::Sent => "sent",
        ReferralState::Received => "with the service",
        ReferralState::Accepted => "accepted",
        ReferralState::Waiting => "waiting for a place",
        ReferralState::Rejected => "refused by the service",
        ReferralState::Failed => "not able to go ahead",
        ReferralState::Cancelled => "called off",
        ReferralState::OnHold => "on hold",
        ReferralState::Started => "under way",
        ReferralState::Attended => "attended",
        ReferralState::Finished => "complete",
        ReferralState::Unknown => "in a state this app does not know yet",
    }
}

impl Verdict for StepRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFromHere { .. } => "referral_step_not_from_here",
            Self::NeedsReason(_) => "referral_step_needs_reason",
            Self::NeedsWho => "referral_step_needs_who",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotFromHere { from, to } => {
                let (from, to) = (state_in_words(*from), state_in_words(*to));
                format!("This referral is {from}; from there it cannot become {to}.")
            }
            Self::NeedsReason(to) => {
                format!("Say why it is {}: the client is owed a reason.", state_in_words(*to))
            }
            Self::NeedsWho => "Say who called it off: the client, you, or the service.".to_owned(),
        }
    }
}
