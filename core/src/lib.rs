//! Everything a phone knows.
//!
//! The pure half (`model`, `instrument`, `access`, `merge`, `journey`, `wire`) holds the rules of the service and of sync: no SQL, no
//! HTTP, no clock, no randomness. The server uses the same half. The device half (feature `device`: `store`, `sync`,
//! `companion`) keeps records in one encrypted file and exchanges them when a connection returns.
//!
//! Clock, ids, randomness, keys and transport are ports handed in by the caller (`ports`), so that a test or a simulator
//! drives the real code.

pub mod access;
#[cfg(feature = "device")]
pub mod companion;
pub mod exchange;
pub mod instrument;
pub mod journey;
pub mod merge;
pub mod model;
pub mod ports;
#[cfg(feature = "device")]
pub mod store;
#[cfg(feature = "device")]
pub mod sync;
pub mod wire;
