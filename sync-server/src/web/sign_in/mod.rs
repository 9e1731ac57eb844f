//! Signing in and out: passwords, failed attempts, and the session that comes of it.
//! It must not know the pages' words.

mod attempts;
mod password;
mod session;

pub(super) use attempts::{Attempt, TooMany};
pub(super) use password::PasswordCheck;
pub(super) use session::{begin, end, note_try};
