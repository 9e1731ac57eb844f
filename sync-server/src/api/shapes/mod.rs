//! The shapes of requests and answers as the API's description names them. They mirror `alongside_core::wire`, which knows
//! nothing of descriptions; a test holds each to its original.

mod attachment;
mod enrol;
mod op;
mod page;
mod problems;
mod recovery;
mod sync;

pub(super) use attachment::{DownloadRequest, DownloadResponse, UploadRequest, UploadResponse};
pub(super) use enrol::{EnrolRequest, EnrolResponse};
pub(super) use op::Op;
pub(super) use problems::{
    DocumentProblems, DownloadProblems, EnrolProblems, HealthProblems, Problem, SalvageProblems,
    SyncProblems, UploadProblems,
};
pub(super) use recovery::{
    PokeRequest, PokeResponse, ReplicaRequest, ReplicaResponse, SalvageRequest, SalvageResponse,
};
pub(super) use sync::{SyncRequest, SyncResponse};
