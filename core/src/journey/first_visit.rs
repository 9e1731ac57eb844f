//! A first visit to a service is asked about within two working days: that is when somebody decides whether to go again.

use super::calendar::Day;
use super::finding::{Verdict, days};
use super::working_days::add_working_days;
use crate::model::{EntityId, Timestamp};

/// Working days within which a first visit is asked about (metric M10b).
pub const ASK_WITHIN: u32 = 2;

/// A first visit.
#[derive(Clone, Copy, Debug)]
pub struct FirstVisit<'a> {
    /// The referral.
    pub referral: EntityId,
    /// The service.
    pub service: &'a str,
    /// When the client first went.
    pub at: Timestamp,
    /// When the two were next in touch after it.
    pub in_touch_after: Option<Timestamp>,
}

/// A first visit that nobody has asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstVisitUnasked {
    /// The referral.
    pub referral: EntityId,
    /// The service.
    pub service: String,
    /// The last day to ask.
    pub due: Day,
    /// Days past it; 0 or less while there is time.
    pub late: i64,
}

/// Until when a first visit at `at` is asked about.
pub fn ask_by(at: Timestamp) -> Day {
    add_working_days(Day::of(at), ASK_WITHIN)
}

/// Whether a first visit is still to be asked about.
pub fn first_visit_unasked(visit: &FirstVisit<'_>, today: Day) -> Option<FirstVisitUnasked> {
    let asked = visit.in_touch_after.is_some_and(|after| after > visit.at);
    let due = ask_by(visit.at);
    let unasked = FirstVisitUnasked {
        referral: visit.referral,
        service: visit.service.to_owned(),
        due,
        late: today.since(due),
    };
    (!asked && Day::of(visit.at) <= today).then_some(unasked)
}

/// What is owed, as the text of the duty.
pub fn owed(service: &str) -> String {
    format!("Ask how the first time at {service} was.")
}

impl Verdict for FirstVisitUnasked {
    fn code(&self) -> &'static str {
        "first_visit_unasked"
    }

    fn words(&self) -> String {
        let owed = owed(&self.service);
        match self.late {
            late if late > 0 => format!("{owed} This was due {} ago.", days(late)),
            _ => format!("{owed} Please do so by {}.", self.due.words()),
        }
    }

    fn about(&self) -> Option<EntityId> {
        Some(self.referral)
    }
}
