//! The traits of the store in SQL, a file for each, in the one dialect that all engines understand.
//!
//! An engine brings a [`connection::Connection`]: a transaction that carries statements out. It must not decide anything.

mod assessment;
mod attachment;
mod audit;
mod case;
mod code;
pub(super) mod connection;
pub(super) mod copying;
mod device;
mod erasure;
mod failure;
mod history;
mod organisation;
pub(super) mod param;
mod person;
mod record;
pub(super) mod row;
mod salvage;
mod set_aside;
mod stream;
pub(super) mod txn;
mod value;
mod web_session;
