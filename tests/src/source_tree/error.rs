//! Why the source could not be read.

/// A file that is missing or is not what it should be.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file or folder could not be read.
    #[error("could not read {path}")]
    Unreadable {
        /// Relative to the root of the repository.
        path: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The file does not consist of Rust tokens.
    #[error("{file} is not Rust")]
    NotRust {
        /// Relative to the root of the repository.
        file: String,
    },
    /// A `mod` line, or a crate, without its file.
    #[error("{file} has no file for its module `{module}`")]
    NoSuchModule {
        /// The file with the `mod` line.
        file: String,
        /// The module it names.
        module: String,
    },
    /// A `Cargo.toml` that cannot be read.
    #[error("{file} is not a manifest")]
    NotAManifest {
        /// Relative to the root of the repository.
        file: String,
    },
}
