//! What the rules need from the world and never take themselves: time, ids and randomness.
//!
//! Each port has a system implementation and a fixed one for tests. Nothing else in the workspace may ask the operating
//! system for time, ids or randomness; `clippy.toml` holds that.

mod clock;
mod entropy;
mod ids;
#[cfg(feature = "planted")]
pub mod planted;

pub use clock::{Clock, FixedClock, Reading, SystemClock};
pub use entropy::{Entropy, EntropyError, SeededEntropy, SystemEntropy};
pub use ids::{Ids, SeededIds, SystemIds};
