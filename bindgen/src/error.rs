//! Why the bindings could not be made.

use std::process::ExitStatus;

/// What stood in the way.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BindgenError {
    /// The command line says something else than it can.
    #[error("the command line is empty, or `--library FILE`")]
    Usage,
    /// A file could not be read, written or copied, or cargo could not be started.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The library did not build; cargo has said why.
    #[error("cargo ended with {0}")]
    Build(ExitStatus),
    /// Cargo built, and told of no library that other languages can load.
    #[error("cargo named no shared library")]
    NoLibrary,
    /// A path that UniFFI cannot take.
    #[error("a path is not UTF-8")]
    Path,
    /// The generator refused.
    #[error("{0}")]
    Generator(String),
}
