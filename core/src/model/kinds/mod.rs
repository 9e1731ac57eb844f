//! The kinds of record, a file each: the struct, its words and its catalogue entry.
//!
//! To add one: a file here, a line in this list, a line in `catalogue::KINDS`. CONTRIBUTING.md walks through it.

mod assessment;
mod check_in;
mod client;
mod contact;
mod goal;
mod link_worker_card;
mod need;
mod next_contact;
mod onward_referral;
mod referral_status;
mod step;
mod visit_note;

pub use assessment::{ANSWER, Assessment, COMMENT};
pub use check_in::{By, CheckIn};
pub use client::{Client, ClientStatus};
pub use contact::{Contact, Direction, Mode, Outcome, Purpose};
pub use goal::{Goal, GoalStatus, WordingBy};
pub use link_worker_card::LinkWorkerCard;
pub use need::{Need, NeedCategory, Resolution};
pub use next_contact::NextContact;
pub use onward_referral::{OnwardReferral, SupportMode};
pub use referral_status::{ReferralState, ReferralStatus};
pub use step::{Step, StepBy};
pub use visit_note::VisitNote;
