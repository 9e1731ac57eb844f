//! A phone of a benchmark: a folder, a key everybody knows, and the instruments of the workload.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use alongside_core::companion::{Companion, Setup};
use alongside_core::instrument::Registry;
use alongside_core::ports::{SystemClock, SystemEntropy, SystemIds};
use alongside_core::store::{FixedKey, Store, identity};
use alongside_core::sync::{Cancel, Round, SyncReport, Transport, enrol, synchronise};
use alongside_core::wire::DeviceDescription;

use super::{BenchError, code};

/// The key of every phone of a benchmark. It protects nothing: what is in the file is invented.
pub const KEY: [u8; 32] = *b"a key that protects nothing real";
/// The name of the encrypted file in a phone's folder.
pub const DATABASE: &str = "alongside.db";
/// Longer than any figure that would still be one.
pub(super) const DEADLINE: Duration = Duration::from_secs(900);

const INSTRUMENT: &str = include_str!("../../fixtures/instruments/whole-life-8-2.json");

/// The phone in `folder`, as an app opens it.
///
/// # Errors
/// When it cannot be opened.
pub fn open_companion(folder: &Path, transport: Arc<dyn Transport>) -> Result<Companion, BenchError> {
    let mut instruments = Registry::shipped();
    instruments.load(INSTRUMENT).expect("a test loads the workload's instrument");
    let setup = Setup::new(folder, Arc::new(FixedKey::holding(KEY)), transport);
    Ok(Companion::open(Setup { instruments, ..setup })?)
}

/// The store of the phone in `folder`, for work in bulk.
///
/// # Errors
/// When it cannot be opened.
pub fn open_store(folder: &Path) -> Result<Store, BenchError> {
    Ok(Store::open(folder, &FixedKey::holding(KEY), &SystemEntropy, &SystemIds)?)
}

/// Enrols the phone with code number `k`, unless it is enrolled.
///
/// # Errors
/// When the server does not take the code.
pub async fn enrol_store(
    store: &Store,
    transport: &dyn Transport,
    url: &str,
    k: u64,
) -> Result<(), BenchError> {
    if store.read(identity::find_identity)?.is_none() {
        let device = DeviceDescription { platform: "bench".to_owned(), build: "0".to_owned() };
        enrol(store, (transport, &SystemEntropy), url, &code(k)?, device).await?;
    }
    Ok(())
}

/// Syncs a store, and expects everything in it to apply.
///
/// # Errors
/// When the sync does not go through, or something was set aside.
pub async fn synchronise_store(store: &Store, transport: &dyn Transport) -> Result<SyncReport, BenchError> {
    let (clock, cancel) = (SystemClock::new(), Cancel::default());
    let entropy = &SystemEntropy;
    let (cancel, arrived) = (&cancel, &|| ());
    let round = Round { store, transport, clock: &clock, entropy, cancel, arrived, deadline: DEADLINE };
    applied(synchronise(round).await?)
}

/// The report, if everything in it simply applied.
pub(super) fn applied(report: SyncReport) -> Result<SyncReport, BenchError> {
    if report.remarks == 0 { Ok(report) } else { Err(BenchError::Remarks(report.remarks)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workloads_instrument_loads() {
        let instrument = Registry::shipped().load(INSTRUMENT).unwrap().clone();
        assert_eq!(
            (instrument.id.as_str(), instrument.version, instrument.items.len()),
            ("whole-life-8", 2, 8)
        );
    }
}
