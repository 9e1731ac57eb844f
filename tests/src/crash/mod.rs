//! What a disk may hold after the power went: every write of a scripted program is recorded by `strace`, and from the record the
//! files are rebuilt as they may be found at any moment.
//!
//! Recording from outside needs no `unsafe` and misses no write, whichever library makes it. Names (a file that is made,
//! renamed or removed) are taken to last from when they were changed; what the model doubts is contents.

mod device;
mod disk;
mod record;
mod server;
mod trace;

pub use device::{DEVICE_KEY, open_device, play_device};
pub use disk::{Disk, Survival};
pub use record::{Recording, find_strace};
pub use server::{SERVER_TOKEN, play_server};
pub use trace::Event;
