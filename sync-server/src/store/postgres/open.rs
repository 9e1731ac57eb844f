//! Opening the database: every setting the promises rest on is read back, the schema is brought up to date, and there is a
//! pool of connections.

use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts};
use tokio_postgres::Client;

use super::migrations::migrate;
use super::options::PostgresOptions;
use super::tls::connector;
use crate::store::StoreError;

/// Longest to wait for a free connection.
const TURN: Duration = Duration::from_secs(10);
/// The first version the statements were run on.
const OLDEST: i64 = 150_000;

/// A pool of connections to a database that is up to date.
pub(super) async fn open(options: &PostgresOptions) -> Result<Pool, StoreError> {
    let config = options.config()?;
    let tls = connector(&config)?;
    let (mut client, connection) = config.connect(tls.clone()).await?;
    let carrying = tokio::spawn(connection);
    check(&client).await?;
    migrate(&mut client).await?;
    drop(client);
    let _ = carrying.await;
    // A connection comes back with its transaction ended, so nothing needs to be asked of it again.
    let manager =
        Manager::from_config(config, tls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
    let timeouts = Timeouts { wait: Some(TURN), create: Some(TURN), recycle: Some(TURN) };
    let pool = Pool::builder(manager)
        .max_size(options.connections.max(1))
        .timeouts(timeouts)
        .runtime(Runtime::Tokio1)
        .build();
    pool.map_err(|error| StoreError::Engine(Box::new(error)))
}

/// Refuses a database that could lose what it has acknowledged, or garble words.
async fn check(client: &Client) -> Result<(), StoreError> {
    let found = |setting: &'static str| async move {
        let row = client.query_one("SELECT current_setting($1)", &[&setting]).await?;
        Ok::<String, StoreError>(row.try_get(0)?)
    };
    let needs: [(&'static str, &[&str]); 4] = [
        ("server_encoding", &["UTF8"]),
        ("fsync", &["on"]),
        ("full_page_writes", &["on"]),
        ("synchronous_commit", &["on", "remote_apply"]),
    ];
    for (setting, good) in needs {
        if !good.contains(&found(setting).await?.as_str()) {
            return Err(StoreError::Setting { setting });
        }
    }
    let version = found("server_version_num").await?.parse().unwrap_or(0_i64);
    if version < OLDEST { Err(StoreError::Setting { setting: "server_version" }) } else { Ok(()) }
}
