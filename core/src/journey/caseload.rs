//! How much one link worker carries: people, those who came from a colleague who left, and how much support each needs.

use super::calendar::Day;
use super::finding::{Verdict, count};
use crate::model::Timestamp;
use crate::model::kinds::{AssignmentReason, EpisodeStatus, Intensity};

/// Days within which a client who came from a colleague counts as inherited.
pub const INHERITED_WITHIN: i64 = 90;

/// One case of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Where the support stands.
    pub status: EpisodeStatus,
    /// How much support was agreed.
    pub intensity: Option<Intensity>,
    /// Since when the case is this worker's.
    pub since: Timestamp,
    /// Why it became theirs.
    pub reason: AssignmentReason,
}

/// What a worker carries (metric M15).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// People being supported.
    pub active: i64,
    /// Of these, people who came from a colleague in the last ninety days.
    pub inherited: i64,
    /// People by how much support was agreed: light 1, steady 2, intensive 4. Steady where nothing is said.
    pub weighted: i64,
}

/// A load above the ceiling that the organisation set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch {
    /// What the worker carries.
    pub load: Load,
    /// The ceiling, weighted.
    pub ceiling: i64,
}

/// What these cases weigh on this day. Paused and ended ones weigh nothing.
pub fn load(cases: &[Carried], today: Day) -> Load {
    let active = cases.iter().filter(|case| case.status == EpisodeStatus::Active);
    active.fold(Load::default(), |sum, case| Load {
        active: sum.active + 1,
        inherited: sum.inherited + i64::from(is_inherited(case, today)),
        weighted: sum.weighted + weight(case.intensity),
    })
}

/// Whether a load is above the ceiling: then no new people are taken on.
pub fn too_much(load: Load, ceiling: Option<i64>) -> Option<TooMuch> {
    let ceiling = ceiling?;
    (load.weighted > ceiling).then_some(TooMuch { load, ceiling })
}

fn is_inherited(case: &Carried, today: Day) -> bool {
    let held = today.since(Day::of(case.since));
    case.reason == AssignmentReason::Transfer && (0..=INHERITED_WITHIN).contains(&held)
}

const fn weight(intensity: Option<Intensity>) -> i64 {
    match intensity {
        Some(Intensity::Light) => 1,
        Some(Intensity::Intensive) => 4,
        _ => 2,
    }
}

impl Verdict for TooMuch {
    fn code(&self) -> &'static str {
        "caseload_too_high"
    }

    fn words(&self) -> String {
        let Load { active, inherited, weighted } = self.load;
        let inherited = match inherited {
            0 => String::new(),
            some => format!(", {some} of them from a colleague in the last {INHERITED_WITHIN} days"),
        };
        format!(
            "{}{inherited}: a load of {weighted}, above the {} that was agreed. Take nobody new until it is lighter.",
            count(active, "person", "people"),
            self.ceiling
        )
    }
}
