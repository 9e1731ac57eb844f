//! The key of a phone's file, kept in a file of its own: what Keystore and Keychain do on a real phone, without hardware.
//! Never inside the phone's folder, so that a copy of that folder alone opens nothing.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

use alongside_core::store::{DatabaseKey, KeyStore, KeyStoreError};

/// A key store over one file that only its owner may read.
#[derive(Clone, Debug)]
pub struct KeyFile {
    path: PathBuf,
}

impl KeyFile {
    /// The key kept at `path`; the file need not be there yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Durable before it returns: a phone's file whose key was lost is lost too.
    fn write(&self, key: &DatabaseKey) -> io::Result<()> {
        let fresh = self.path.with_extension("key-new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&fresh)?;
        file.write_all(key.expose())?;
        file.sync_all()?;
        fs::rename(&fresh, &self.path)?;
        let folder = self.path.parent().map(File::open);
        folder.and_then(Result::ok).map_or(Ok(()), |folder| folder.sync_all())
    }
}

impl KeyStore for KeyFile {
    fn load(&self) -> Result<Option<DatabaseKey>, KeyStoreError> {
        match fs::read(&self.path) {
            Ok(bytes) => DatabaseKey::from_slice(&bytes).map(Some).ok_or(KeyStoreError),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(_) => Err(KeyStoreError),
        }
    }

    fn save(&self, key: &DatabaseKey) -> Result<(), KeyStoreError> {
        self.write(key).map_err(|_| KeyStoreError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_as_it_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        let keys = KeyFile::at(folder.path().join("phone.key"));
        assert!(keys.load().unwrap().is_none());
        keys.save(&DatabaseKey::new([7; 32])).unwrap();
        assert_eq!(keys.load().unwrap().unwrap().expose(), &[7; 32]);
    }

    #[test]
    fn half_a_key_is_no_key_and_no_first_start_either() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("phone.key");
        fs::write(&path, [7; 16]).unwrap();
        assert!(KeyFile::at(path).load().is_err());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("phone.key");
        KeyFile::at(&path).save(&DatabaseKey::new([7; 32])).unwrap();
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
