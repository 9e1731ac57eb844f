//! How sure one can be that a service is as the directory says.

use crate::journey::finding::{Verdict, count};
use crate::model::Timestamp;
use crate::model::kinds::ServiceStatus;

/// A service counts as fresh for so many days after somebody checked it (metric M12).
pub const FRESH_DAYS: i64 = 90;
const DAY_MS: i64 = 86_400_000;

/// How sure one can be of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Somebody checked it within [`FRESH_DAYS`] days.
    Fresh,
    /// The last check was so many days ago.
    Stale(i64),
    /// Nobody ever said that they checked it.
    NeverConfirmed,
    /// It cannot be used now, whatever else is said of it.
    NotActive(ServiceStatus),
}

/// How sure one can be at `now` of a service that was last checked then, by its provider or by a link worker.
pub fn freshness(status: ServiceStatus, checked_at: Option<Timestamp>, now: Timestamp) -> Freshness {
    if status != ServiceStatus::Active {
        return Freshness::NotActive(status);
    }
    match checked_at.map(|at| now.0.saturating_sub(at.0).div_euclid(DAY_MS)) {
        Some(days) if days <= FRESH_DAYS => Freshness::Fresh,
        Some(days) => Freshness::Stale(days),
        None => Freshness::NeverConfirmed,
    }
}

impl Verdict for Freshness {
    fn code(&self) -> &'static str {
        match self {
            Self::Fresh => "service_fresh",
            Self::Stale(_) => "service_stale",
            Self::NeverConfirmed => "service_never_confirmed",
            Self::NotActive(_) => "service_not_active",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Fresh => "Checked in the last three months.".to_owned(),
            Self::Stale(days) => {
                format!(
                    "Last checked {} ago. Call before you send somebody there.",
                    count(*days, "day", "days")
                )
            }
            Self::NeverConfirmed => {
                "Nobody has checked this yet. Call before you send somebody there.".to_owned()
            }
            Self::NotActive(ServiceStatus::TemporarilyClosed) => "Closed for the time being.".to_owned(),
            Self::NotActive(ServiceStatus::Defunct) => "This service has ended.".to_owned(),
            Self::NotActive(_) => "This service is not running now.".to_owned(),
        }
    }
}
