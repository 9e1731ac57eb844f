//! The short ways to say what became of an operation.

use alongside_core::model::{Outcome, Why};

use crate::store::OpAnswer;

/// It may not take effect.
pub(super) fn quarantined(why: Why) -> OpAnswer {
    OpAnswer { outcome: Outcome::Quarantined, why: Some(why), rev: 0 }
}

/// It waits for a server that knows what it is, behind an earlier one that does.
pub(super) fn parked_behind() -> OpAnswer {
    OpAnswer { outcome: Outcome::Parked, why: None, rev: 0 }
}

/// Whether an operation had no effect, so that its group must have none either.
pub(super) fn is_refusal(answer: &OpAnswer) -> bool {
    matches!(answer.outcome, Outcome::Quarantined | Outcome::Parked | Outcome::SignStale)
}

/// Whether an operation is kept where a person sees it: set aside, or taken in although its case had moved on.
pub(super) fn is_set_aside(answer: &OpAnswer) -> bool {
    matches!(answer.outcome, Outcome::Quarantined | Outcome::Parked | Outcome::Late)
}
