//! Several real processes of the server on one database, and phones whose requests go to any of them.

mod process;
mod roaming;

pub use process::{Fleet, Process};
pub use roaming::{FLEET_URL, Roaming};
