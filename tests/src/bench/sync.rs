//! `sync`: a phone, fresh or not, exchanges everything with the server.

use std::path::Path;
use std::sync::Arc;

use alongside_core::companion::Companion;
use alongside_core::sync::HttpTransport;
use serde_json::Value;

use super::device::{DEADLINE, applied};
use super::process::with_peak;
use super::{BenchError, Stopwatch, code, cost, open_companion};

/// Syncs the phone in `folder` with `url`; a fresh one enrols first, which is not part of the time.
///
/// # Errors
/// When the phone cannot be opened or the sync does not go through.
pub async fn sync(folder: &Path, url: &str) -> Result<Value, BenchError> {
    let core = open_companion(folder, Arc::new(HttpTransport::new()?))?;
    enrol(&core, url, 1).await?;
    let watch = Stopwatch::start();
    let report = core.synchronise(DEADLINE).await?;
    let wall = watch.ms();
    Ok(with_peak(cost(&applied(report)?, wall)))
}

/// Enrols a phone with code number `k`, unless it is enrolled.
pub(super) async fn enrol(core: &Companion, url: &str, k: u64) -> Result<(), BenchError> {
    if core.me()?.is_none() {
        core.enrol(url, &code(k)?, "bench").await?;
    }
    Ok(())
}
