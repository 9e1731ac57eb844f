//! What phone and server say to each other: shapes, limits, codes and the hash chain. No transport, no storage.
//!
//! `docs/protocol.md` describes the exchange so that somebody can write another client from it.

mod attachment;
mod build;
mod chain;
mod claim;
mod digest;
mod directive;
mod enrol;
pub mod limits;
mod poke;
mod problem;
mod replica;
mod request;
mod response;
mod salvage;
mod wipe;

pub use attachment::{DownloadRequest, DownloadResponse, Part, UploadRequest, UploadResponse};
pub use build::is_older_build;
pub use chain::ChainHash;
pub use claim::Claim;
pub use digest::{DigestedRecord, StreamDigest};
pub use directive::Directive;
pub use enrol::{DeviceDescription, EnrolRequest, EnrolResponse, Named};
pub use poke::{PokeRequest, PokeResponse};
pub use problem::{Code, Problem};
pub use replica::{Known, ReplicaRequest, ReplicaResponse};
pub use request::{Again, App, SyncRequest, Tail, Want};
pub use response::{OpResult, Page, Row, SealRow, SiblingRow, SyncResponse};
pub use salvage::{SalvageRequest, SalvageResponse};
pub use wipe::WipeOrder;

/// The protocol this version speaks.
pub const PROTOCOL: u32 = 1;
/// Where a phone exchanges operations and pages.
pub const SYNC_PATH: &str = "/sync/v1";
/// Where a phone trades a one-time code for its token.
pub const ENROL_PATH: &str = "/enrol/v1";
/// Where a phone whose database was restored or copied gets a new replica.
pub const REPLICA_PATH: &str = "/replica/v1";
/// Where a phone that may no longer sync leaves what it had not sent, and any phone what a restored server may have lost.
pub const SALVAGE_PATH: &str = "/salvage/v1";
/// Where a phone waits for news.
pub const POKE_PATH: &str = "/poke/v1";
/// Where a phone leaves the next part of a photo.
pub const UPLOAD_PATH: &str = "/upload/v1";
/// Where a phone fetches the next part of a photo.
pub const DOWNLOAD_PATH: &str = "/download/v1";
