//! The names of the encrypted file and of its write-ahead log.

/// The encrypted file.
pub(super) const FILE: &str = "alongside.db";
/// Its write-ahead log.
pub(super) const LOG: &str = "alongside.db-wal";
