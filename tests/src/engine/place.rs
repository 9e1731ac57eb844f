//! Where a test's database is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside_server::open_store;
use alongside_server::settings::{DatabaseUrl, Settings};
use alongside_server::store::Store;
use tempfile::TempDir;

use super::postgres::{find_postgres, schema_url};

/// What keeps the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A schema in a PostgreSQL database.
    Postgres,
}

impl Engine {
    /// The engine that `ALONGSIDE_ENGINE` names; without it, SQLite.
    ///
    /// # Panics
    /// When there is no such engine.
    pub fn chosen() -> Self {
        let name = std::env::var("ALONGSIDE_ENGINE").unwrap_or_default();
        assert!(
            ["", "sqlite", "postgres"].contains(&name.as_str()),
            "ALONGSIDE_ENGINE is sqlite or postgres"
        );
        if name == "postgres" { Self::Postgres } else { Self::Sqlite }
    }

    /// A new place for `what`; none when this machine has no such engine.
    ///
    /// # Panics
    /// With `CI` set, when this machine has no such engine.
    pub fn find_place(self, what: &str) -> Option<Place> {
        let url = match self {
            Self::Sqlite => None,
            Self::Postgres => Some(schema_url(&find_postgres(what)?)),
        };
        Some(Place { folder: tempfile::tempdir().expect("a folder can be made"), url })
    }
}

/// A place for one database, which is gone with it if it is a file.
#[derive(Debug)]
pub struct Place {
    folder: TempDir,
    url: Option<String>,
}

impl Place {
    /// Settings of a server that keeps its data here.
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        settings.store.path = self.path();
        settings.store.url = self.url.clone().map(DatabaseUrl);
        settings.store.connections = 8;
        settings.store.witness = self.url.as_ref().map(|_| self.folder.path().join("witness"));
        settings
    }

    /// Opens the database, as another process would if it is open already.
    ///
    /// # Panics
    /// When it does not open.
    pub fn open(&self) -> Arc<dyn Store> {
        open_store(&self.settings()).expect("the database opens")
    }

    /// The same place with nothing in its database, for a backup to be taken into; a file is replaced as it is.
    ///
    /// # Panics
    /// When PostgreSQL is not there any more.
    pub fn empty(&mut self) {
        if let Some(url) = &mut self.url {
            *url = schema_url(&find_postgres("an empty place").expect("it was there"));
        }
    }

    /// The folder of the files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database file of SQLite.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("server.db")
    }

    /// The URL of PostgreSQL.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// What the connections to PostgreSQL are called.
    pub fn name(&self) -> Option<&str> {
        self.url()?.rsplit_once("application_name=").map(|(_, name)| name)
    }
}
