//! Picking a service: what fits this client's need and life, shown wide enough that it is not always the same two.
//!
//! Nothing here ranks workers, and nothing hides a service because somebody forgot to say something: only what is known to be
//! wrong is left out, and what is not known is asked.

pub mod candidate;
pub mod distance;
pub mod duplicate;
pub mod eligibility;
pub mod fit;
pub mod freshness;
pub mod shelf;

#[cfg(test)]
mod tests;
