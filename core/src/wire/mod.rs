//! What phone and server say to each other: shapes, limits, codes and the hash chain. No transport, no storage.
//!
//! `docs/protocol.md` describes the exchange so that somebody can write another client from it.

mod chain;
mod enrol;
pub mod limits;
mod problem;
mod request;
mod response;

pub use chain::ChainHash;
pub use enrol::{DeviceDescription, EnrolRequest, EnrolResponse, Named};
pub use problem::{Code, Problem};
pub use request::{App, SyncRequest, Tail, Want};
pub use response::{OpResult, Page, Row, SealRow, SiblingRow, SyncResponse};

/// The protocol this version speaks.
pub const PROTOCOL: u32 = 1;
/// Where a phone exchanges operations and pages.
pub const SYNC_PATH: &str = "/sync/v1";
/// Where a phone trades a one-time code for its token.
pub const ENROL_PATH: &str = "/enrol/v1";
