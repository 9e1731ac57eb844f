//! The server phones sync with: it merges, keeps the history, and shows supervisors what was submitted.
//!
//! `store` keeps; `engine` decides what a push does and what a page holds; `enrolment` turns codes into tokens; `api` and
//! `web` speak HTTP; `admin` is what an administrator does, `packs` what a licence holder does, `cli` how they say it;
//! `team` lets link workers know each other by name; `import` and `directory` bring in what other systems hold. Rules come from `alongside_core`. Clock,
//! ids and randomness are ports. Tests and the demonstration call [`serve()`] or [`launch`] as the program does.

pub mod admin;
mod api;
mod app;
mod bell;
pub mod caseload;
pub mod cli;
pub mod directory;
pub mod engine;
pub mod enrolment;
mod erasures;
pub mod import;
mod keep;
mod opening;
mod packs;
mod peer;
mod ports;
mod problem;
mod request;
mod restore;
mod routes;
mod secret;
mod serve;
pub mod settings;
pub mod store;
pub mod team;
mod web;
mod witness;

pub use erasures::{erase, erase_again};
pub use opening::{ServeError, backup, open_store};
pub use ports::Ports;
pub use restore::restore;
pub use serve::{launch, serve, service};
pub use witness::{Witness, WitnessError};
