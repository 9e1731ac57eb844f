//! What an administrator can set: a TOML file, and environment variables over it.
//!
//! Every setting has a default that is safe on one machine; `alongside.example.toml` shows them all.

mod database_url;
mod environment;
mod error;
mod instruments;
mod key_file;
mod load;
mod lock;

use std::net::SocketAddr;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::engine::Wishes;

pub use database_url::DatabaseUrl;
pub use error::SettingsError;

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where and how the server listens.
    pub server: ServerSettings,
    /// Where it keeps what it knows.
    pub store: StoreSettings,
    /// What it writes to its log.
    pub log: LogSettings,
    /// How much it takes on.
    pub limits: LimitSettings,
    /// Which instruments it knows beside those shipped.
    pub instruments: InstrumentSettings,
    /// When and where backups are made.
    pub backup: BackupSettings,
}

/// `[server]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerSettings {
    /// The address and port to listen on.
    pub listen: SocketAddr,
    /// People and phones reach the server over TLS, through a proxy: cookies are marked `Secure`.
    pub tls: bool,
    /// The last address in `X-Forwarded-For` is the client's, put there by a proxy that every request comes through.
    pub behind_proxy: bool,
}

impl Default for ServerSettings {
    fn default() -> Self {
        Self { listen: SocketAddr::from(([127, 0, 0, 1], 8470)), tls: false, behind_proxy: false }
    }
}

/// `[store]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StoreSettings {
    /// The PostgreSQL database of several processes. Without it, everything is in the file at `path`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<DatabaseUrl>,
    /// Connections of this process to PostgreSQL, at most.
    pub connections: usize,
    /// The database file; made if it is not there.
    pub path: PathBuf,
    /// A file with 64 hexadecimal digits, the key the database is encrypted with. Without it the database is plain and
    /// rests on the disk's own encryption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_file: Option<PathBuf>,
    /// Connections for reading the file.
    pub readers: usize,
    /// A small file outside the database that says how far it had come. Without it, beside the database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<PathBuf>,
}

impl Default for StoreSettings {
    fn default() -> Self {
        Self {
            url: None,
            connections: 16,
            path: PathBuf::from("alongside.db"),
            key_file: None,
            readers: 4,
            witness: None,
        }
    }
}

/// `[log]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// One line of text, or one JSON object, per event.
    pub format: LogFormat,
    /// Which events, such as `info` or `warn,alongside_server=debug`.
    pub filter: String,
}

impl Default for LogSettings {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "info".to_owned() }
    }
}

/// The form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// `[limits]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitSettings {
    /// Connections at one time; more wait to be accepted.
    pub connections: usize,
    /// Seconds a client may take to send its headers, and to send its next request on an open connection.
    pub header_seconds: u64,
    /// Seconds a client may take to send a body.
    pub body_seconds: u64,
    /// Wrong enrolment codes a minute from one address.
    pub enrol_failures: u32,
    /// Operations a phone sends in one request at most; 0 leaves it to the phone.
    pub phone_ops: usize,
    /// Bytes of operations a phone sends in one request at most; 0 leaves it to the phone.
    pub phone_bytes: usize,
    /// Seconds a phone waits before it comes back by itself; 0 leaves it to the phone.
    pub phone_backoff_seconds: u64,
    /// The build from which on nobody is asked to update the app; empty asks nobody.
    pub phone_build: String,
}

impl LimitSettings {
    /// What phones are asked for.
    pub(crate) fn wishes(&self) -> Wishes {
        Wishes {
            ops: self.phone_ops,
            bytes: self.phone_bytes,
            backoff_ms: self.phone_backoff_seconds.saturating_mul(1_000),
            build: self.phone_build.clone(),
        }
    }
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            connections: 1_000,
            header_seconds: 30,
            body_seconds: 120,
            enrol_failures: 10,
            phone_ops: 0,
            phone_bytes: 0,
            phone_backoff_seconds: 0,
            phone_build: String::new(),
        }
    }
}

/// `[backup]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BackupSettings {
    /// The folder backups are made in while the server runs; none are without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// Minutes from one backup to the next: what a lost disk can cost a phone that is lost on the same day.
    pub minutes: u64,
    /// How many backups are kept; older ones are removed.
    pub keep: usize,
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self { folder: None, minutes: 5, keep: 24 }
    }
}

/// `[instruments]`
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InstrumentSettings {
    /// A folder whose `.pack` files are instrument packs, each signed by one of the signers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// A file with the keys of the signers this organisation trusts, one a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signers: Option<PathBuf>,
}
