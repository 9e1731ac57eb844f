//! Why the settings cannot be used. Names the place, never a secret.

use std::path::PathBuf;

use alongside_core::instrument::PackError;

/// The settings cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// A file that was named cannot be read.
    #[error("could not read {path}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is not TOML, or holds a setting that does not exist or a value that does not fit.
    #[error("could not use {path}: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the parser says, with line and column.
        reason: String,
    },
    /// An environment variable names a setting that does not exist, or its value does not fit.
    #[error("could not use the environment variable {name}")]
    Variable {
        /// Its name.
        name: String,
    },
    /// The key file does not hold 64 hexadecimal digits.
    #[error("the key file must hold 64 hexadecimal digits and nothing else")]
    Key,
    /// A file in the instruments' folder is not a pack that can be taken.
    #[error("could not load the instrument in {path} ({code})")]
    Instrument {
        /// The file.
        path: PathBuf,
        /// The stable word for what is wrong with it.
        code: &'static str,
        /// What is wrong with it.
        #[source]
        source: Box<PackError>,
    },
    /// The file of signers holds a line that is no key.
    #[error("could not use the signers in {path}: a signer's key is 64 hexadecimal digits, one a line")]
    Signers {
        /// The file.
        path: PathBuf,
    },
}
