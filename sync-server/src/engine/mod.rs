//! One exchange with a phone: what its operations do, and what it gets back. HTTP and SQL stay outside.
//!
//! A push is decided in memory with `alongside_core::merge` and written in one transaction; the page is read from the same
//! snapshot, so a phone sees the effects of what it sent in the same answer.

mod attachments;
mod audit;
mod chain;
mod claim;
mod cursor;
mod digest;
mod erase;
mod exchange;
mod news;
mod pull;
mod push;
mod recovery;
mod refused;
mod rekey;
mod salvage;
mod session;
mod wishes;

pub use attachments::{download, upload};
pub use claim::prove;
pub use cursor::CursorKey;
pub use digest::digest_stream;
pub use erase::{Erased, erase, list_unknown};
pub use exchange::{Engine, exchange};
pub use news::has_news;
pub use push::{
    Decision, DonationStanding, accept_late, compare_left, leave_aside, replay_waiting, revisions_between,
    settle_needless, take_in,
};
pub use refused::Refused;
pub use rekey::rekey;
pub use salvage::salvage;
pub use wishes::Wishes;
