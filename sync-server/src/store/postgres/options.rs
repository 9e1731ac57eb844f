//! Where the database is, and what every connection to it is told.

use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use crate::store::StoreError;

/// Longest one statement may run, in milliseconds. No statement of the server comes near it.
const STATEMENT_MS: u32 = 30_000;
/// Longest to wait for what another transaction holds, in milliseconds; a phone waits longer than this for its answer.
const LOCK_MS: u32 = 10_000;
/// Longest a transaction may lie idle, in milliseconds: a process that hangs must not hold an organisation for ever.
const IDLE_MS: u32 = 30_000;
/// Longest to wait for a connection, and for what was sent to be received.
const NETWORK: Duration = Duration::from_secs(10);

/// Which database, and how many connections. `Debug` leaves out the URL, which may hold a password.
#[derive(Clone)]
pub struct PostgresOptions {
    /// `postgres://user:password@host:port/database`, or anything else that libpq takes.
    pub url: String,
    /// Connections of this process at most, at least one.
    pub connections: usize,
    /// The key of the files that backups are made in; without one they are plain.
    pub key: Option<[u8; 32]>,
}

impl PostgresOptions {
    /// The database at `url` with a few connections.
    pub fn at(url: impl Into<String>) -> Self {
        Self { url: url.into(), connections: 16, key: None }
    }

    /// What the driver is to be told.
    ///
    /// # Errors
    /// When the URL is not one, or leads over a network without TLS.
    pub(super) fn config(&self) -> Result<Config, StoreError> {
        let mut config: Config =
            self.url.parse().map_err(|_| StoreError::Url("it is not one that PostgreSQL knows"))?;
        match (leaves_the_machine(&config), config.get_ssl_mode()) {
            (_, SslMode::Require) => {}
            (true, _) => return Err(StoreError::Url("over a network it must say sslmode=require")),
            // A database beside the server often has a certificate that nobody vouches for, and nothing to hide from.
            (false, _) => drop(config.ssl_mode(SslMode::Disable)),
        }
        let own = format!(
            "-c statement_timeout={STATEMENT_MS} -c lock_timeout={LOCK_MS} \
             -c idle_in_transaction_session_timeout={IDLE_MS} -c synchronous_commit=on"
        );
        // What the URL says comes after and goes over it; what the promises rest on is read back.
        let options = format!("{own} {}", config.get_options().unwrap_or_default());
        config.options(options.trim_end()).connect_timeout(NETWORK).tcp_user_timeout(NETWORK);
        if config.get_application_name().is_none() {
            config.application_name("alongside-server");
        }
        Ok(config)
    }
}

/// Whether what is sent leaves this machine. A name is looked up by the driver later; only `localhost` is sure to stay.
fn leaves_the_machine(config: &Config) -> bool {
    config.get_hosts().iter().any(|host| match host {
        Host::Tcp(name) if name == "localhost" => false,
        Host::Tcp(name) => !name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => false,
    })
}

impl std::fmt::Debug for PostgresOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresOptions").field("connections", &self.connections).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(url: &str) -> Result<Config, StoreError> {
        PostgresOptions::at(url).config()
    }

    #[test]
    fn nothing_goes_over_a_network_unencrypted() {
        let to_itself = [
            "postgres:///a?host=/run/postgresql",
            "postgres://u@localhost/a",
            "postgres://u@127.0.0.1:5433/a",
        ];
        for url in to_itself {
            assert!(config(url).is_ok(), "{url}");
        }
        assert!(config("postgres://u:p@db.example.org/a?sslmode=require").is_ok());
        for url in ["postgres://u:p@db.example.org/a", "postgres://u@192.0.2.1/a?sslmode=prefer", "nonsense"]
        {
            assert!(matches!(config(url), Err(StoreError::Url(_))), "{url}");
        }
    }

    #[test]
    fn options_of_the_url_come_after_ours() {
        let config =
            config("postgres:///a?host=/run&options=-c%20synchronous_commit%3Dremote_apply").unwrap();
        let options = config.get_options().unwrap();
        assert!(
            options.starts_with("-c statement_timeout=") && options.ends_with("=remote_apply"),
            "{options}"
        );
    }

    #[test]
    fn a_password_is_not_shown() {
        assert!(!format!("{:?}", PostgresOptions::at("postgres://u:secret@localhost/a")).contains("secret"));
    }
}
