//! The instruments the settings name: packs in a folder, each signed by a signer whose key is in a file.

use std::path::{Path, PathBuf};

use alongside_core::instrument::{Content, Pack, PackError, Registry, Signers};

use super::{InstrumentSettings, SettingsError};

impl InstrumentSettings {
    /// The instruments that are shipped, and those in the folder. A `.json` file there is looked at too, so that a definition
    /// nobody has signed is an error and not left out in silence.
    ///
    /// # Errors
    /// When the folder cannot be read, or one of its files is not a pack that can be taken.
    pub fn load_registry(&self) -> Result<Registry, SettingsError> {
        let mut registry = Registry::shipped();
        let Some(folder) = &self.folder else { return Ok(registry) };
        let signers = self.load_signers()?;
        for path in list_packs(folder)? {
            let bytes = std::fs::read(&path).map_err(|source| unreadable(&path, source))?;
            let taken = Pack::read(&bytes, &signers).and_then(|pack| take(&mut registry, pack));
            taken.map_err(|source| SettingsError::Instrument {
                path,
                code: source.code(),
                source: Box::new(source),
            })?;
        }
        Ok(registry)
    }

    /// The signers whose packs are taken; nobody when no file is named.
    ///
    /// # Errors
    /// When the file cannot be read or holds a line that is no key.
    pub fn load_signers(&self) -> Result<Signers, SettingsError> {
        let Some(path) = &self.signers else { return Ok(Signers::default()) };
        let text = std::fs::read_to_string(path).map_err(|source| unreadable(path, source))?;
        Signers::parse(&text).map_err(|_| SettingsError::Signers { path: path.clone() })
    }
}

fn take(registry: &mut Registry, pack: Pack) -> Result<(), PackError> {
    match pack.content {
        Content::Definition(instrument) => registry.add(*instrument).map(|_| ()).map_err(PackError::from),
        Content::Withdrawal(word) => {
            registry.withdraw(&word.id, word.version, &word.reason);
            Ok(())
        }
    }
}

fn list_packs(folder: &Path) -> Result<Vec<PathBuf>, SettingsError> {
    let entries = std::fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
    let paths: Result<Vec<_>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|source| unreadable(folder, source))?;
    let is_pack = |path: &PathBuf| path.extension().is_some_and(|end| end == "pack" || end == "json");
    paths.retain(is_pack);
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, source: std::io::Error) -> SettingsError {
    SettingsError::Unreadable { path: path.to_path_buf(), source }
}

#[cfg(test)]
mod tests {
    use alongside_core::instrument::{SigningKey, Withdrawal};

    use super::*;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn trusting(key: &SigningKey) -> Self {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("signers.txt"), format!("{}  # us\n", key.public())).unwrap();
            Self(folder)
        }

        fn write(&self, name: &str, text: &str) {
            std::fs::write(self.0.path().join(name), text).unwrap();
        }

        fn settings(&self) -> InstrumentSettings {
            let at = self.0.path();
            InstrumentSettings { folder: Some(at.to_path_buf()), signers: Some(at.join("signers.txt")) }
        }

        fn refusal(&self) -> &'static str {
            match self.settings().load_registry() {
                Err(SettingsError::Instrument { code, .. }) => code,
                other => panic!("not a refused instrument: {other:?}"),
            }
        }
    }

    fn key(n: u8) -> SigningKey {
        SigningKey::from_seed(&[n; 32]).unwrap()
    }

    /// The example of the page about instruments.
    fn definition() -> &'static str {
        let page = include_str!("../../../docs/instruments.md");
        let block = page.split_once("```json\n").and_then(|(_, rest)| rest.split_once("\n```"));
        block.unwrap().0
    }

    #[test]
    fn signed_packs_are_taken_with_what_withdraws_them() {
        let folder = Folder::trusting(&key(1));
        assert_eq!(folder.settings().load_registry().unwrap(), Registry::shipped());
        folder.write("b.pack", &key(1).sign_definition(definition()).unwrap());
        folder.write("note.txt", "not looked at");
        assert_eq!(folder.settings().load_registry().unwrap().latest("settling-in").unwrap().version, 1);
        let word = Withdrawal { id: "settling-in".into(), version: 1, reason: "an example".into() };
        folder.write("a.pack", &key(1).sign_withdrawal(&word).unwrap());
        let registry = folder.settings().load_registry().unwrap();
        assert!(registry.latest("settling-in").is_none() && registry.find("settling-in", 1).is_some());
    }

    #[test]
    fn a_file_that_is_no_trusted_pack_is_named_with_its_word() {
        let pack = key(2).sign_definition(definition()).unwrap();
        for (name, text, code) in [
            ("bare.json", definition(), "pack_unsigned"),
            ("bad.pack", "{}", "pack_malformed"),
            ("stranger.pack", pack.as_str(), "pack_signer_unknown"),
        ] {
            let folder = Folder::trusting(&key(1));
            folder.write(name, text);
            assert_eq!(folder.refusal(), code, "{name}");
        }
    }

    #[test]
    fn without_a_file_of_signers_nobody_is_trusted() {
        let folder = Folder::trusting(&key(1));
        folder.write("a.pack", &key(1).sign_definition(definition()).unwrap());
        let nobody = InstrumentSettings { signers: None, ..folder.settings() };
        assert!(nobody.load_registry().is_err());
        folder.write("signers.txt", "not a key");
        assert!(matches!(folder.settings().load_registry(), Err(SettingsError::Signers { .. })));
    }
}
