//! Where the server of a world keeps its data: a file, or a schema of its own in a PostgreSQL that is told by a variable.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside_core::model::{EntityId, OrganisationId};
use alongside_server::admin::Erased;
use alongside_server::settings::{DatabaseUrl, Settings};
use alongside_server::store::Store;
use alongside_server::{Ports, ServeError, backup, erase, erase_again, open_store, restore};

use super::folder;
use crate::engine::{Engine, find_postgres, forget_schema, schema_url};

/// The name of the server's file.
const FILE: &str = "server.db";

/// The place of one server's data.
pub(super) enum Keeping {
    /// A file in a folder that a power cut replaces by a copy of itself.
    File(PathBuf),
    /// A schema; what was not committed when the process ended is not there.
    Schema(String),
}

impl Keeping {
    /// A new place: in `folder`, or in the PostgreSQL of this machine.
    pub(super) fn begin(engine: Engine, folder: PathBuf) -> Self {
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        match engine {
            Engine::Sqlite => Self::File(folder),
            Engine::Postgres => Self::Schema(schema_url(
                &find_postgres("the simulator").expect("ALONGSIDE_POSTGRES names one"),
            )),
        }
    }

    /// Opens what is there.
    pub(super) fn open(&self) -> Arc<dyn Store> {
        open_store(&self.settings()).expect("the database opens")
    }

    /// What the disk holds after a power cut; gives what is no longer needed.
    pub(super) fn survive(&mut self) -> Option<PathBuf> {
        let Self::File(before) = self else { return None };
        let next = folder::next(before);
        folder::copy(before, &next).expect("files can be copied");
        Some(std::mem::replace(before, next))
    }

    /// Backs `store` up by the command, which knows no other engine than SQLite. Gives the backup's file.
    pub(super) fn back_up(&self, store: &dyn Store, ports: &Ports, name: &str) -> Option<PathBuf> {
        let Self::File(folder) = self else { return None };
        let to = folder.with_file_name(name);
        backup(&self.settings(), store, ports, &to).expect("a backup is made");
        Some(to)
    }

    /// Puts a backup in the database's place, by the command; gives what is no longer needed.
    pub(super) fn restore(&mut self, ports: &Ports, from: &Path) -> Option<PathBuf> {
        let before = self.survive();
        restore(&self.settings(), ports, Some(from)).expect("the backup is restored");
        before
    }

    /// Erases a record or a case for good, by the command.
    pub(super) fn erase(
        &self,
        store: &dyn Store,
        ports: &Ports,
        organisation: OrganisationId,
        id: EntityId,
    ) -> Result<Erased, ServeError> {
        erase(&self.settings(), store, ports, organisation, &[id])
    }

    /// What a server does before it serves: what was erased once is erased again where a restored database has it.
    pub(super) fn erase_again(&self, store: &dyn Store, ports: &Ports) {
        erase_again(&self.settings(), store, ports).expect("it is erased again");
    }

    /// The database's own files: neither backups nor what the command to restore put aside.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let Self::File(folder) = self else { return Vec::new() };
        ["", "-wal"].iter().map(|part| folder.join(format!("{FILE}{part}"))).collect()
    }

    fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        settings.store.readers = 1;
        settings.store.connections = 2;
        match self {
            Self::File(folder) => settings.store.path = folder.join(FILE),
            Self::Schema(url) => settings.store.url = Some(DatabaseUrl(url.clone())),
        }
        settings
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        if let Self::Schema(url) = self {
            forget_schema(url);
        }
    }
}
