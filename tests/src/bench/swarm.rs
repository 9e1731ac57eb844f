//! `swarm`: many phones, each of a worker of its own with clients of its own, push a day each at once.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use alongside_core::companion::{Companion, NewClient};
use alongside_core::sync::{HttpTransport, SyncReport};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::device::{DEADLINE, applied};
use super::{BenchError, Day, DayPlayer, SWARM_WORKERS, Stopwatch, open_companion, quantiles, sync};

/// The first code of the swarm.
const FIRST_CODE: u64 = 2;

/// Prepares `devices` phones with the day in `file`, then syncs them all at once. Preparing is not part of the time.
///
/// # Errors
/// When a phone cannot be prepared or its push does not go through.
pub async fn swarm(url: &str, devices: usize, file: &Path) -> Result<Value, BenchError> {
    if devices > SWARM_WORKERS {
        return Err(BenchError::TooManyDevices(SWARM_WORKERS));
    }
    let (day, folder) = (Day::read(file)?, tempfile::tempdir()?);
    let mut phones = Vec::new();
    for k in (FIRST_CODE..).take(devices) {
        phones.push(prepare(&folder.path().join(k.to_string()), url, k, &day).await?);
    }
    let watch = Stopwatch::start();
    let pushes = push_all(phones).await?;
    let wall = watch.ms();
    Ok(tell(&day, &pushes, wall))
}

async fn prepare(folder: &Path, url: &str, k: u64, day: &Day) -> Result<Arc<Companion>, BenchError> {
    let core = open_companion(folder, Arc::new(HttpTransport::new()?))?;
    sync::enrol(&core, url, k).await?;
    let mut cases = HashMap::new();
    for (number, case) in day.cases().into_iter().enumerate() {
        let name = format!("Client {number} of worker {k}");
        cases.insert(case, core.add_client(&NewClient { name, ..NewClient::default() })?);
    }
    applied(core.synchronise(DEADLINE).await?)?;
    let mut player = DayPlayer::new(&core, cases);
    day.saves().try_for_each(|(line, last)| player.save(line, last))?;
    Ok(Arc::new(core))
}

async fn push_all(phones: Vec<Arc<Companion>>) -> Result<Vec<(f64, SyncReport)>, BenchError> {
    let mut running = JoinSet::new();
    for phone in phones {
        running.spawn(async move {
            let watch = Stopwatch::start();
            let report = phone.synchronise(DEADLINE).await;
            (watch.ms(), report)
        });
    }
    let mut pushes = Vec::new();
    while let Some(done) = running.join_next().await {
        let (ms, report) = done.map_err(std::io::Error::other)?;
        pushes.push((ms, applied(report?)?));
    }
    Ok(pushes)
}

fn tell(day: &Day, pushes: &[(f64, SyncReport)], wall: f64) -> Value {
    let records = day.records() * pushes.len();
    json!({
        "devices": pushes.len(),
        "records": records,
        "ops": pushes.iter().map(|(_, report)| report.sent).sum::<usize>(),
        "wall_ms": wall,
        "records_per_s": (records as f64 / wall * 1e3).round(),
        "push_ms": quantiles(pushes.iter().map(|(ms, _)| *ms).collect()),
    })
}
