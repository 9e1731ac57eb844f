//! `load`: a phone writes a caseload in bulk and pushes it.

use std::path::Path;

use alongside_core::ports::{Clock, SystemClock};
use alongside_core::store::Store;
use alongside_core::sync::HttpTransport;
use serde_json::{Value, json};

use super::new_record::write_client;
use super::{
    BenchError, NewRecord, Stopwatch, cost, enrol_store, list_clients, open_store, read_lines,
    synchronise_store,
};

/// Writes the caseload in `file` on the phone in `folder`, a client a transaction, and syncs with `url`. Like any phone it had
/// synced when it was enrolled.
///
/// # Errors
/// When any of it cannot be done.
pub async fn load(folder: &Path, url: &str, file: &Path) -> Result<Value, BenchError> {
    let store = open_store(folder)?;
    let transport = HttpTransport::new()?;
    enrol_store(&store, &transport, url, 0).await?;
    synchronise_store(&store, &transport).await?;
    let watch = Stopwatch::start();
    let ops = write_caseload(&store, &list_clients(&read_lines(file)?)?)?;
    let write_ms = watch.ms();
    let watch = Stopwatch::start();
    let report = synchronise_store(&store, &transport).await?;
    let mut told = cost(&report, watch.ms());
    told["write_ms"] = json!(write_ms);
    told["ops"] = json!(ops);
    Ok(told)
}

/// Writes the records of all clients; answers how many operations that were.
///
/// # Errors
/// The store's.
pub fn write_caseload(store: &Store, clients: &[Vec<NewRecord>]) -> Result<usize, BenchError> {
    let clock = SystemClock::new();
    let mut ops = 0;
    for records in clients {
        ops += write_client(store, records, &clock.read())?;
    }
    Ok(ops)
}
