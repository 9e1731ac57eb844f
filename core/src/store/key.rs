//! The key port: 32 random bytes that the platform guards (Keystore, Keychain) and hands to the core.

use std::sync::Mutex;

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The key of the encrypted file. Overwritten when dropped, never printed.
#[derive(Clone)]
pub struct DatabaseKey(Zeroizing<[u8; 32]>);

impl DatabaseKey {
    /// Takes 32 bytes from a cryptographic generator.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads a key from 32 bytes; any other length is no key.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        <[u8; 32]>::try_from(bytes).ok().map(Self::new)
    }

    /// The bytes, for a key store to guard.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Hands the key to SQLCipher as a raw key, so that opening derives nothing.
    pub(super) fn apply(&self, connection: &Connection) -> rusqlite::Result<()> {
        let hex = Zeroizing::new(crate::model::hex(self.expose()));
        let statement = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", *hex));
        connection.execute_batch(&statement)
    }

    /// A value that tells two keys apart and tells nothing about either.
    pub(super) fn check(&self) -> String {
        let digest = Sha256::new().chain_update("alongside key check").chain_update(self.expose()).finalize();
        crate::model::hex(&digest[..8])
    }
}

impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseKey")
    }
}

/// Where the platform keeps the key. Backed by hardware where there is some, and left out of backups.
pub trait KeyStore: Send + Sync {
    /// The key, or nothing when none was ever saved.
    ///
    /// # Errors
    /// When the platform cannot say, for instance before the first unlock after a restart.
    fn load(&self) -> Result<Option<DatabaseKey>, KeyStoreError>;

    /// Keeps a new key. Called once, before the file is made; and once more when the phone is ordered to be emptied, with a
    /// key that opens nothing: the one before must be gone for good then.
    ///
    /// # Errors
    /// When the platform cannot keep it; no file is made or destroyed then.
    fn save(&self, key: &DatabaseKey) -> Result<(), KeyStoreError>;
}

/// The platform's key store did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key store did not answer")]
pub struct KeyStoreError;

/// A key held in memory: for tests, and for programs that guard the key themselves.
#[derive(Debug, Default)]
pub struct FixedKey(Mutex<Option<DatabaseKey>>);

impl FixedKey {
    /// Holds `bytes` from the start.
    pub fn holding(bytes: [u8; 32]) -> Self {
        Self(Mutex::new(Some(DatabaseKey::new(bytes))))
    }
}

impl KeyStore for FixedKey {
    fn load(&self) -> Result<Option<DatabaseKey>, KeyStoreError> {
        Ok(self.0.lock().map_err(|_| KeyStoreError)?.clone())
    }

    fn save(&self, key: &DatabaseKey) -> Result<(), KeyStoreError> {
        *self.0.lock().map_err(|_| KeyStoreError)? = Some(key.clone());
        Ok(())
    }
}
