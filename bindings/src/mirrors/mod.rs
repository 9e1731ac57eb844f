//! The core's types as other languages see them, a file for each area.
//!
//! Each is the core's own type, declared again word for word: a field or variant that changes there and not here does not
//! compile. The documentation is for readers of Kotlin, Swift and Python, and is copied into the generated code.

mod assessment;
mod assignment;
mod change;
mod client;
mod client_side;
mod contact;
mod decision;
mod details;
mod duty;
mod episode;
mod exchange;
mod found;
mod goal;
mod half_said;
mod handover;
mod id;
mod instrument;
mod matters;
mod need;
mod note;
mod person;
mod photo;
mod reaching;
mod referral;
mod referral_in;
mod service;
mod sync;
mod today;
mod worklog;
