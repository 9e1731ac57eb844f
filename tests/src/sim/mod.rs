//! A simulator of the whole service: the real core on every phone, the real server, and everything between and beneath them
//! going wrong in ways a seed decides.
//!
//! One thread per seed, no real time, no sockets. A run has a phase in which anything may fail, then everything heals, then
//! every queue must empty; what must hold is in `checks`. See `docs/simulation.md`.

mod air;
mod birth;
pub mod campaign;
mod checks;
mod clock;
pub mod coverage;
mod deeds;
mod disk;
pub mod event;
mod exchange;
mod folder;
mod form;
mod guard;
mod heard;
mod keeping;
pub mod layers;
mod ledger;
pub mod minimise;
pub mod pairs;
mod phone;
mod photos;
#[cfg(feature = "planted")]
pub mod planted;
pub mod promise;
pub mod report;
pub mod run;
mod script;
mod server;
mod trace;
mod world;
