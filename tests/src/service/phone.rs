//! A phone in a test: a real core with its own encrypted file.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use alongside_core::companion::{Companion, CompanionError, Setup};
use alongside_core::ports::Clock;
use alongside_core::store::FixedKey;
use alongside_core::sync::SyncReport;

use super::Network;
use super::packs::signers;

/// A phone.
pub struct Phone {
    /// Its core.
    pub core: Companion,
    /// Its network.
    pub network: Arc<Network>,
    folder: tempfile::TempDir,
    key: [u8; 32],
    clock: Arc<dyn Clock>,
}

impl Phone {
    /// A phone out of the box.
    pub fn new(key: u8, clock: Arc<dyn Clock>) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let (network, key) = (Arc::new(Network::new()), [key; 32]);
        let core = open(folder.path(), key, &network, &clock);
        Self { core, network, folder, key, clock }
    }

    /// A core out of the box whose files are in a folder that stays.
    pub fn in_folder(folder: &Path, key: [u8; 32], clock: &Arc<dyn Clock>) -> Companion {
        open(folder, key, &Arc::new(Network::new()), clock)
    }

    /// The same phone after its app was killed and started again.
    #[must_use]
    pub fn restarted(self) -> Self {
        let Self { core, network, folder, key, clock } = self;
        drop(core);
        let core = open(folder.path(), key, &network, &clock);
        Self { core, network, folder, key, clock }
    }

    /// Its files, as a backup of the phone would hold them.
    pub fn copy_files(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().expect("a folder can be made");
        copy_folder(self.folder.path(), copy.path());
        copy
    }

    /// A phone with these files and this phone's key: this one restored, or another one they were copied to.
    pub fn with_files(&self, files: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        copy_folder(files, folder.path());
        let (network, key, clock) = (Arc::new(Network::new()), self.key, self.clock.clone());
        let core = open(folder.path(), key, &network, &clock);
        Self { core, network, folder, key, clock }
    }

    /// Changes its file behind the core's back, while the app is not running.
    #[must_use]
    pub fn tampered(self, sql: &str) -> Self {
        let Self { core, network, folder, key, clock } = self;
        drop(core);
        let file = unlock(folder.path(), &key);
        let changed = file.execute(sql, []).expect("it is changed");
        assert!(changed > 0, "something was changed");
        drop(file);
        let core = open(folder.path(), key, &network, &clock);
        Self { core, network, folder, key, clock }
    }

    /// The token it was given, for requests that are written by hand.
    pub fn token(&self) -> String {
        let copy = self.copy_files();
        let file = unlock(copy.path(), &self.key);
        let identity: String =
            file.query_row("SELECT identity FROM device", [], |row| row.get(0)).expect("it is enrolled");
        let identity: serde_json::Value = serde_json::from_str(&identity).expect("it is JSON");
        identity["token"].as_str().expect("there is one").to_owned()
    }

    /// Everything its file holds, decrypted.
    pub fn decrypted(&self) -> Vec<u8> {
        let copy = self.copy_files();
        let file = unlock(copy.path(), &self.key);
        let plain = copy.path().join("plain.db");
        file.execute("ATTACH DATABASE ?1 AS plain KEY ''", [plain.to_string_lossy()]).expect("it is made");
        file.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(())).expect("it is copied");
        file.execute("DETACH DATABASE plain", []).expect("it is closed");
        std::fs::read(plain).expect("it is read")
    }

    /// Its parts, once its app has ended: the folder, and what it takes to open it again.
    pub fn close(self) -> (tempfile::TempDir, Setup) {
        let Self { core, network, folder, key, clock } = self;
        drop(core);
        let setup = setup(folder.path(), key, &network, &clock);
        (folder, setup)
    }

    /// Where its files are.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Syncs, and expects it to go through.
    pub async fn sync(&self) -> SyncReport {
        self.try_sync().await.expect("the sync goes through")
    }

    /// Syncs; a failure gives its code.
    pub async fn try_sync(&self) -> Result<SyncReport, String> {
        self.core.synchronise(Duration::from_secs(60)).await.map_err(|error| match error {
            CompanionError::Sync(error) => error.code().to_owned(),
            other => other.to_string(),
        })
    }

    /// How many changes the server does not have.
    pub fn unsent(&self) -> u64 {
        self.core.sync_state().expect("the sync state can be read").unsent
    }
}

/// Opens a phone's file behind the core's back.
pub(super) fn unlock(folder: &Path, key: &[u8; 32]) -> rusqlite::Connection {
    let file = rusqlite::Connection::open(folder.join("alongside.db")).expect("the file opens");
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    file.pragma_update(None, "key", format!("x'{hex}'")).expect("the key fits");
    file
}

fn open(folder: &Path, key: [u8; 32], network: &Arc<Network>, clock: &Arc<dyn Clock>) -> Companion {
    Companion::open(setup(folder, key, network, clock)).expect("the phone opens")
}

fn setup(folder: &Path, key: [u8; 32], network: &Arc<Network>, clock: &Arc<dyn Clock>) -> Setup {
    let setup = Setup::new(folder, Arc::new(FixedKey::holding(key)), network.clone());
    Setup { clock: clock.clone(), signers: signers(), ..setup }
}

pub(super) fn copy_folder(from: &Path, to: &Path) {
    for file in std::fs::read_dir(from).expect("the folder can be read") {
        let path = file.expect("the folder can be read").path();
        let name = path.file_name().expect("a file has a name");
        std::fs::copy(&path, to.join(name)).expect("a file can be copied");
    }
}
