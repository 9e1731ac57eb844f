//! Where the app keeps the key of the encrypted file.

use std::sync::Arc;

use alongside_core::store::{self, DatabaseKey};
use zeroize::Zeroizing;

/// Where the platform keeps the key of the phone's file: Keystore, Keychain. It must not be part of a backup.
#[uniffi::export(with_foreign)]
pub trait KeyStore: Send + Sync {
    /// The key that was saved, or nothing when none ever was. Throw when the platform cannot say now: never answer
    /// "nothing" for a key that exists.
    fn load(&self) -> Result<Option<Vec<u8>>, KeyStoreError>;

    /// Keeps a new key of 32 bytes. Called once, before the file is made; no file is made when this throws. Called once more
    /// when the service orders this phone to be emptied: the key that was there before must then be gone for good.
    fn save(&self, key: Vec<u8>) -> Result<(), KeyStoreError>;
}

/// What a key store throws.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum KeyStoreError {
    /// The platform cannot hand out or keep the key now.
    #[error("the key store did not answer")]
    Unavailable,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for KeyStoreError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Unavailable
    }
}

/// The app's key store as the core knows one. A key that is not 32 bytes long counts as no answer.
pub(crate) struct AppKeys(Arc<dyn KeyStore>);

impl AppKeys {
    pub(crate) fn new(keys: Arc<dyn KeyStore>) -> Self {
        Self(keys)
    }
}

impl store::KeyStore for AppKeys {
    fn load(&self) -> Result<Option<DatabaseKey>, store::KeyStoreError> {
        let loaded = self.0.load().map_err(|_| store::KeyStoreError)?;
        let Some(bytes) = loaded.map(Zeroizing::new) else { return Ok(None) };
        DatabaseKey::from_slice(&bytes).map(Some).ok_or(store::KeyStoreError)
    }

    fn save(&self, key: &DatabaseKey) -> Result<(), store::KeyStoreError> {
        self.0.save(key.expose().to_vec()).map_err(|_| store::KeyStoreError)
    }
}
