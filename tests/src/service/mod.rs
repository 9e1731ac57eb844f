//! A service in a test: the real server on a port of its own, and phones that are real cores with real files.

pub mod damaging;
mod directory;
mod network;
mod newer_phone;
mod packs;
mod pages;
mod phone;
mod restoring;
mod rewriting;
mod running;

pub use network::{Fault, Network};
pub use newer_phone::NewerPhone;
pub use packs::signed_as_it_stands;
pub use pages::Browser;
pub use phone::Phone;
pub use rewriting::{Rewriting, Version};
pub use running::{SUPERVISOR, Service};
