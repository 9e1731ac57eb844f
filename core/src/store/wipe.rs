//! Destroying what is on a phone, when its service ordered it and nothing unsent is left on it.

use super::files::{self, FILE, LOG};
use super::{DatabaseKey, KeyStore, KeyStoreError, Store, StoreError, aside, canary, reserve};
use crate::ports::Entropy;

impl Store {
    /// Destroys the key first, by putting another in its place that nobody keeps, so that whatever else goes wrong the file
    /// cannot be read any more; then the files. The next start is a first start.
    ///
    /// # Errors
    /// [`StoreError::KeyStore`] when the key could not be replaced: then nothing is gone. [`StoreError::Folder`] when a file
    /// could not be removed: then it cannot be read.
    pub fn destroy(&self, keys: &dyn KeyStore, entropy: &dyn Entropy) -> Result<(), StoreError> {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes).map_err(|_| KeyStoreError)?;
        keys.save(&DatabaseKey::new(bytes))?;
        self.close_for_good()?;
        aside::remove_all(self.folder())?;
        let shm = format!("{FILE}-shm");
        for name in [FILE, LOG, &shm, reserve::NAME, canary::NAME] {
            files::remove(&self.folder().join(name))?;
        }
        Ok(())
    }

    /// Removes what a rescue set aside: the phone goes to somebody else, who has nothing to do with it.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when a file could not be removed.
    pub fn drop_aside(&self) -> Result<(), StoreError> {
        aside::remove_all(self.folder())
    }
}
