//! Enrolment: a one-time code that a person is given becomes a phone's token.
//!
//! Codes and tokens are kept as hashes alone, so neither a copy of the database nor an administrator can show them again.

mod attempts;
mod code;
mod enrol;
mod token;

pub use code::Code;
pub use enrol::{EnrolRefused, enrol};
pub use token::Token;
