//! The store in one SQLite file, encrypted by SQLCipher where a key is given.
//!
//! One connection writes, a few read; WAL with `synchronous=FULL`, so that what was acknowledged survives a power cut.
//! The statements are in `store/sql`; here is what only SQLite has. It must not decide anything.

mod connection;
mod copy;
mod counter;
mod error;
mod fill;
mod migrations;
mod open;
mod store;

#[cfg(test)]
mod tests;

pub(super) use fill::{file_at, fill, pour};
pub use open::SqliteOptions;
pub use store::SqliteStore;
