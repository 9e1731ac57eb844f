//! Who may see which stream and write which record.
//!
//! One pure table, used by the phone to hide what would be refused and by the server to refuse it. It knows roles and the
//! catalogue; which person has which role on which case is the caller's knowledge.

mod role;
mod write;

pub use role::{audiences, organisation_audiences};
pub use write::{Attempt, Refusal, may_write};
