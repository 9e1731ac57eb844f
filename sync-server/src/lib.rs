//! The server phones sync with: it merges, keeps the history, and shows supervisors what was submitted.
//!
//! `store` keeps; `engine` decides what a push does and what a page holds; `api` and `web` speak HTTP; `admin` is what an
//! administrator does at the command line. Rules come from `alongside_core`. Clock, ids and randomness are ports.

pub mod store;
pub mod web;
