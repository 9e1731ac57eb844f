//! The rules of the service: what is owed, what stands open, and what to look at before going on.
//!
//! Each rule is a pure function over a few facts that gives a verdict with its reason in plain words. All of them pull the
//! same way: towards keeping in touch, following through, and an ending both agreed to. No rule counts assessments, and none
//! knows a store, a screen or a clock; the day is handed in.

pub mod access_review;
pub mod assessment_only;
pub mod assignments;
pub mod bounce;
pub mod calendar;
pub mod caseload;
pub mod changed_worker;
pub mod channel;
pub mod closure;
pub mod contacts;
pub mod crisis;
pub mod dates;
pub mod duplicates;
pub mod finding;
pub mod first_visit;
pub mod handover;
pub mod lost_contact;
pub mod news;
pub mod next_contact;
pub mod nhs_number;
pub mod pack;
pub mod parents;
pub mod photo;
pub mod picker;
pub mod plan;
pub mod progress;
pub mod promise;
pub mod quiet;
pub mod referral_path;
pub mod seen_by;
pub mod waiting;
pub mod working_days;

#[cfg(test)]
mod tests;
