//! One exchange with a phone: what its operations do, and what it gets back. HTTP and SQL stay outside.
//!
//! A push is decided in memory with `alongside_core::merge` and written in one transaction; the page is read from the same
//! snapshot, so a phone sees the effects of what it sent in the same answer.

mod chain;
mod cursor;
mod exchange;
mod pull;
mod push;
mod refused;
mod session;

pub use cursor::CursorKey;
pub use exchange::{Engine, exchange};
pub use refused::Refused;
