//! The store in one SQLite file, encrypted by SQLCipher where a key is given.
//!
//! One connection writes, a few read; WAL with `synchronous=FULL`, so that what was acknowledged survives a power cut.
//! All SQL of the server is in this folder, a file for each trait. It must not decide anything.

mod assessment;
mod audit;
mod case;
mod code;
mod counter;
mod device;
mod error;
mod failure;
mod history;
mod migrations;
mod open;
mod organisation;
mod person;
mod record;
mod set_aside;
mod store;
mod stream;
mod txn;
mod value;
mod web_session;

#[cfg(test)]
mod tests;

pub use open::SqliteOptions;
pub use store::SqliteStore;
