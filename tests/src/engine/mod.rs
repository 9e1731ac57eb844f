//! A database for the length of a test: a file, or a schema of its own in a PostgreSQL that is told by a variable.

mod place;
mod postgres;
mod session;

pub use place::{Engine, Place};
pub use postgres::{find_postgres, forget_schema, schema_url};
pub use session::Session;
