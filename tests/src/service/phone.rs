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

fn open(folder: &Path, key: [u8; 32], network: &Arc<Network>, clock: &Arc<dyn Clock>) -> Companion {
    let setup = Setup::new(folder, Arc::new(FixedKey::holding(key)), network.clone());
    Companion::open(Setup { clock: clock.clone(), signers: signers(), ..setup }).expect("the phone opens")
}
