//! The phone's one encrypted file: mirror, outbox, open forms and search, behind short transactions.
//!
//! Knows records and operations, not what they mean, who may do what, or how they travel. Every call blocks for as long as
//! a file write takes; a write that returned is on the disk.

mod answer;
mod aside;
pub mod audit;
mod canary;
pub mod clock;
pub mod counts;
pub mod decisions;
mod disk;
mod donation;
pub mod drafts;
pub mod erasing;
mod error;
mod files;
pub mod handing_on;
mod held;
pub mod identity;
mod incoming;
pub mod index;
mod key;
mod lease;
pub mod local;
mod lock;
pub mod mirror;
mod numbers;
mod open;
pub mod outbox;
pub mod packs;
pub mod photos;
mod query;
pub mod record;
pub mod recovery;
mod renumber;
mod rescue;
mod rescued_photos;
mod reserve;
pub mod salvage;
mod schema;
mod seal;
pub mod sealed;
pub mod search;
pub mod service_index;
mod settle;
mod shelf;
mod staging;
mod standing;
mod streams;
#[cfg(test)]
mod tests;
mod wipe;

pub use answer::Answer;
pub use audit::AuditedStream;
pub use disk::{Disk, Moment};
pub use drafts::{Form, OpenForm, SavedField};
pub use error::StoreError;
pub use identity::{Identity, SyncMark};
pub use incoming::{Incoming, IncomingPage};
pub use key::{DatabaseKey, FixedKey, KeyStore, KeyStoreError};
pub use lease::SyncLease;
pub use outbox::{Pending, Remark, Unsent};
pub use packs::KeptPack;
pub use record::{Listing, RecordRow, SiblingText, Siblings};
pub use rescue::{Rescued, is_whole};
pub use seal::Seal;
pub use service_index::ServiceRow;
pub use settle::settle;
pub use shelf::Store;
pub use standing::{Standing, find_standing};
