//! The store in a PostgreSQL database, for when one machine is outgrown: several processes of this server on one database.
//!
//! The order of commits is the order of their numbers, since whoever writes holds the organisation's row until the commit;
//! reads are snapshots. The statements are in `store/sql`; here is what only PostgreSQL has. It must not decide anything.

mod bridge;
mod connection;
mod copy;
mod counter;
mod dialect;
mod error;
mod migrations;
mod open;
mod options;
mod store;
mod tls;
mod value;

pub use options::PostgresOptions;
pub use store::PostgresStore;
