//! What a running server does beside serving: noting how far it has come, and making backups.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;

use crate::opening::{ServeError, backup};
use crate::ports::Ports;
use crate::settings::Settings;
use crate::store::Store;

/// How often the witness is brought up to date.
const WITNESS: Duration = Duration::from_secs(10);
const NAME: &str = "alongside-";
const END: &str = ".backup.db";

/// Begins; ends when the handle is aborted.
pub(crate) fn keep(store: Arc<dyn Store>, settings: Settings, ports: Ports) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut witness = tokio::time::interval(WITNESS);
        let minutes = settings.backup.minutes.max(1);
        let mut backup = tokio::time::interval(Duration::from_secs(minutes.saturating_mul(60)));
        loop {
            let (store, settings, ports) = (store.clone(), settings.clone(), ports.clone());
            let done = tokio::select! {
                _ = witness.tick() => tokio::task::spawn_blocking(move || note(&*store, &settings)),
                _ = backup.tick() => tokio::task::spawn_blocking(move || back_up(&*store, &settings, &ports)),
            };
            if let Err(panicked) = done.await {
                tracing::error!(%panicked, "keeping the database");
            }
        }
    })
}

fn note(store: &dyn Store, settings: &Settings) {
    let Some(witness) = settings.store.witness() else { return };
    if let Err(error) = witness.note(store) {
        tracing::error!(%error, "could not note how far the database has come");
    }
}

fn back_up(store: &dyn Store, settings: &Settings, ports: &Ports) {
    let Some(folder) = &settings.backup.folder else { return };
    let to = folder.join(format!("{NAME}{:013}{END}", ports.clock.now().0));
    let made = std::fs::create_dir_all(folder).map_err(ServeError::from);
    match made.and_then(|()| backup(settings, store, ports, &to)) {
        Ok(census) => tracing::info!(replicas = census.replicas(), "backup made and checked"),
        Err(error) => tracing::error!(error = %chain(&error), "no backup was made"),
    }
    if let Err(error) = remove_old(folder, settings.backup.keep.max(1)) {
        tracing::warn!(%error, "could not remove an old backup");
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), |cause| format!("{error}: {}", chain(cause)))
}

/// Removes the oldest backups, by the time in their names.
fn remove_old(folder: &Path, keep: usize) -> std::io::Result<()> {
    let mut backups = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(is_ours) {
            backups.push(path);
        }
    }
    backups.sort();
    let old: &[PathBuf] = &backups[..backups.len().saturating_sub(keep)];
    old.iter().try_for_each(std::fs::remove_file)
}

fn is_ours(name: &str) -> bool {
    let time = name.strip_prefix(NAME).and_then(|rest| rest.strip_suffix(END));
    time.is_some_and(|time| time.len() == 13 && time.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_oldest_backups_of_ours_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let name = |n: u32| format!("{NAME}{n:013}{END}");
        let others = ["alongside.db", "alongside-1.backup.db", "notes.txt"];
        let ours: Vec<String> = (1..=5).map(name).collect();
        for file in ours.iter().map(String::as_str).chain(others) {
            std::fs::write(folder.path().join(file), "x").unwrap();
        }
        remove_old(folder.path(), 2).unwrap();
        let mut left: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let mut expected = [others[0], others[1], others[2], &ours[3], &ours[4]];
        expected.sort_unstable();
        assert_eq!(left, expected);
    }
}
