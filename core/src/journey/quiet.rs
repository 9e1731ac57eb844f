//! Whether it has been quiet for longer than the two agreed. Slow rhythms are allowed: only the agreed one counts.

use super::calendar::Day;
use super::finding::{Verdict, days};
use crate::model::Timestamp;

/// How many days count as long where no rhythm was agreed: the span after which a call comes out of the blue (metric M6).
pub const WITHOUT_A_RHYTHM: i64 = 28;

/// When the two were in touch, and what they agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// When they were last in touch; nothing before the first time.
    pub last_in_touch: Option<Timestamp>,
    /// When the support began.
    pub began: Timestamp,
    /// How often they agreed to speak, in days.
    pub every_days: Option<i64>,
    /// Whether the support is paused or ended: then nothing is too quiet.
    pub at_rest: bool,
}

/// It has been quiet for too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Days since they were last in touch, or since the support began.
    pub days: i64,
    /// How often they agreed to speak; nothing when no rhythm is agreed.
    pub every_days: Option<i64>,
    /// Whether they were ever in touch.
    pub met: bool,
}

impl Quiet {
    /// How many days beyond the agreed rhythm; the longest comes first on a list.
    pub fn beyond(&self) -> i64 {
        self.days - self.every_days.unwrap_or(WITHOUT_A_RHYTHM)
    }
}

/// Whether it has been quiet for too long on this day.
pub fn quiet_too_long(rhythm: &Rhythm, today: Day) -> Option<Quiet> {
    let since = today.since(Day::of(rhythm.last_in_touch.unwrap_or(rhythm.began)));
    let quiet = Quiet { days: since, every_days: rhythm.every_days, met: rhythm.last_in_touch.is_some() };
    (!rhythm.at_rest && quiet.beyond() > 0).then_some(quiet)
}

impl Verdict for Quiet {
    fn code(&self) -> &'static str {
        "quiet_too_long"
    }

    fn words(&self) -> String {
        let quiet = days(self.days);
        match (self.met, self.every_days) {
            (false, _) => format!("You have not spoken yet; the support began {quiet} ago."),
            (true, Some(1)) => format!("You last spoke {quiet} ago; you agreed to speak every day."),
            (true, Some(every)) => {
                format!("You last spoke {quiet} ago; you agreed to speak every {}.", days(every))
            }
            (true, None) => format!(
                "You last spoke {quiet} ago, and no rhythm is agreed. Ask how often they would like to hear from you."
            ),
        }
    }
}
