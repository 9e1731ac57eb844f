//! Where a PostgreSQL database is. It may hold a password, so nothing of it is shown.

use serde::{Deserialize, Serialize};

/// A URL as libpq takes it, such as `postgres://alongside@localhost/alongside`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatabaseUrl(pub String);

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseUrl(..)")
    }
}
