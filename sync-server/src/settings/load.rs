//! Settings from a file and the environment.

use std::path::Path;

use toml::Table;

use super::environment::overlay;
use super::{Settings, SettingsError};

/// Read when no file is named and it is there.
const DEFAULT_FILE: &str = "alongside.toml";

impl Settings {
    /// The settings in `file` (or `./alongside.toml` if that is there), with `variables` over them.
    ///
    /// # Errors
    /// When the file or a variable cannot be used; nothing is guessed.
    pub fn load(
        file: Option<&Path>,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, SettingsError> {
        let fallback = Path::new(DEFAULT_FILE);
        let path = file.or_else(|| fallback.exists().then_some(fallback));
        let text = path.map(read).transpose()?.unwrap_or_default();
        let shown = path.unwrap_or(fallback).to_path_buf();
        let wrong =
            |error: toml::de::Error| SettingsError::File { path: shown.clone(), reason: error.to_string() };
        let written: Table = toml::from_str(&text).map_err(wrong)?;
        Self::deserialize_checked(written.clone()).map_err(wrong)?;
        let defaults = Table::try_from(Self::default()).unwrap_or_default();
        let merged = overlay(written, &defaults, variables)?;
        Self::deserialize_checked(merged)
            .map_err(|error| SettingsError::Variable { name: error.message().to_owned() })
    }

    fn deserialize_checked(table: Table) -> Result<Self, toml::de::Error> {
        table.try_into()
    }
}

fn read(path: &Path) -> Result<String, SettingsError> {
    std::fs::read_to_string(path)
        .map_err(|source| SettingsError::Unreadable { path: path.to_path_buf(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/alongside.example.toml"))
    }

    fn variable(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn the_example_says_every_default() {
        assert_eq!(Settings::load(Some(example()), []).unwrap(), Settings::default());
        let text = std::fs::read_to_string(example()).unwrap();
        let Ok(defaults) = Table::try_from(Settings::default()) else { panic!("settings are a table") };
        let optional =
            [("store", "url"), ("store", "key_file"), ("instruments", "folder"), ("instruments", "signers")];
        let sections = defaults.iter().map(|(name, section)| (name.as_str(), section.as_table().unwrap()));
        let named = sections.flat_map(|(name, section)| section.keys().map(move |key| (name, key.as_str())));
        for (section, key) in named.chain(optional) {
            let (_, body) = text.split_once(&format!("\n[{section}]\n")).unwrap();
            let body = format!("\n{}", body.split("\n[").next().unwrap());
            assert!(
                body.contains(&format!("\n{key} =")) || body.contains(&format!("\n# {key} =")),
                "{section}.{key}"
            );
        }
    }

    #[test]
    fn the_environment_goes_over_the_file() {
        let variables = [
            variable("ALONGSIDE_SERVER_LISTEN", "127.0.0.1:9"),
            variable("ALONGSIDE_STORE_KEY_FILE", "/k"),
            variable("ALONGSIDE_STORE_URL", "postgres://alongside:secret@localhost/a"),
            variable("ALONGSIDE_LIMITS_CONNECTIONS", "7"),
            variable("ALONGSIDE_SERVER_TLS", "true"),
            variable("ALONGSIDE_OTHER_PROGRAM", "x"),
            variable("HOME", "/"),
        ];
        let settings = Settings::load(Some(example()), variables).unwrap();
        assert_eq!(settings.server.listen.port(), 9);
        assert_eq!(settings.store.key_file.as_deref(), Some(Path::new("/k")));
        assert!(settings.store.url.is_some() && !format!("{settings:?}").contains("secret"));
        assert_eq!((settings.limits.connections, settings.server.tls), (7, true));
    }

    #[test]
    fn what_does_not_fit_is_refused_and_named() {
        for (name, value) in [
            ("ALONGSIDE_SERVER_LISTEN", "everywhere"),
            ("ALONGSIDE_LIMITS_CONNECTIONS", "many"),
            ("ALONGSIDE_SERVER_LISEN", "127.0.0.1:9"),
        ] {
            let refused = Settings::load(Some(example()), [variable(name, value)]);
            assert!(matches!(refused, Err(SettingsError::Variable { .. })), "{name}");
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        for text in ["[server]\nlisten = 7", "[sever]", "listen ="] {
            std::fs::write(&file, text).unwrap();
            assert!(matches!(Settings::load(Some(&file), []), Err(SettingsError::File { .. })), "{text}");
        }
        let missing = folder.path().join("none.toml");
        assert!(matches!(Settings::load(Some(&missing), []), Err(SettingsError::Unreadable { .. })));
    }
}
