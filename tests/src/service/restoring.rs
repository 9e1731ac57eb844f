//! Backups of a test service's database, and putting them back: by the command, or behind its back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside_server::settings::Settings;
use alongside_server::{backup, open_store, restore};

use super::Service;

impl Service {
    /// The settings of a server on this database.
    pub fn settings(&self) -> Settings {
        self.place.settings()
    }

    /// Makes a backup and checks it; phones hear that what is in it is safe.
    pub fn backup(&self, name: &str) -> PathBuf {
        let to = self.folder().join(name);
        backup(&self.settings(), &*self.store, &self.ports, &to).expect("a backup is made");
        to
    }

    /// Stops the server, puts the backup in the database's place by the command, and starts again. In PostgreSQL the place is
    /// an empty database.
    pub async fn restore(&mut self, from: &Path) {
        self.close().await;
        self.place.empty();
        restore(&self.settings(), &self.ports, Some(from)).expect("the backup is restored");
        self.start_again().await;
    }

    /// Stops the server and copies an older file over the database, as somebody does who knows no better.
    pub async fn stop_and_swap(&mut self, from: &Path) {
        self.close().await;
        let path = self.settings().store.path;
        for part in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{part}", path.display()));
        }
        std::fs::copy(from, path).expect("the file is copied");
    }

    /// Starts the server on whatever file is there.
    pub async fn start_again(&mut self) {
        self.store = open_store(&self.settings()).expect("the database opens");
        self.listen().await;
    }

    /// The file must not be open while it is replaced.
    async fn close(&mut self) {
        self.stop().await;
        let mut elsewhere = self.settings();
        elsewhere.store.path = self.folder().join("nobody.db");
        elsewhere.store.url = None;
        let other = open_store(&elsewhere).expect("another database opens");
        let closed = std::mem::replace(&mut self.store, other);
        assert_eq!(Arc::strong_count(&closed), 1, "nobody else holds it");
    }
}
