//! A service in a test: the real server on a port of its own, and phones that are real cores with real files.

mod network;
mod pages;
mod phone;
mod running;

pub use network::{Fault, Network};
pub use pages::Browser;
pub use phone::Phone;
pub use running::{SUPERVISOR, Service};
