//! The phone: its encrypted file, opened by the real core.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use alongside_core::model::Role;
use alongside_core::ports::{Clock, SystemClock};
use alongside_tests::crash::{DEVICE_KEY, Recording, open_device};
use alongside_tests::service::{Phone, Service};
use serde_json::Value;
use tempfile::TempDir;

use crate::moments::{Fault, all_there, sound};

/// An enrolled phone's saves.
pub(crate) fn record(count: &str) -> (TempDir, Recording) {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let service = Service::start().await;
        let worker = service.person(Role::LinkWorker, "Wren Okafor");
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
        let phone = Phone::in_folder(folder.path(), DEVICE_KEY, &clock);
        phone.enrol(&service.url, &service.code(worker), "test").await.unwrap();
    });
    let program = Path::new(env!("CARGO_BIN_EXE_crash-script"));
    let recording = Recording::of(program, &["device", count], folder.path());
    (folder, recording)
}

pub(crate) fn judge(folder: &Path, told: &[Value], next: Option<&Value>) -> Result<(), Fault> {
    let corrupt = |error: alongside_core::companion::CompanionError| Fault::Corrupt(format!("{error:?}"));
    let phone = open_device(folder).map_err(corrupt)?;
    let mut shown = BTreeMap::new();
    phone.visit_records(&mut |row| drop(shown.insert(row.id.to_string(), row.fields))).map_err(corrupt)?;
    all_there(told, next, |id, field| shown.get(id.as_str()?)?.get(field).cloned())?;
    // Every save is an operation that the server has not got; a save that is on its way may have left some of its own.
    let unsent = phone.sync_state().map_err(corrupt)?.unsent;
    let (least, most) = (told.last().map_or(0, waiting), next.map_or(u64::MAX, waiting));
    if unsent < least || unsent > most {
        return Err(Fault::Lost(format!("{unsent} operations wait to be sent, and not {least} to {most}")));
    }
    drop(phone);
    sound(&folder.join("alongside.db"), Some(DEVICE_KEY))
}

fn waiting(ack: &Value) -> u64 {
    ack["unsent"].as_u64().unwrap()
}
