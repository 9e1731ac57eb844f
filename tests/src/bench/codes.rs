//! Enrolment codes that two processes can make alike: the server that gives one out, and the phone that is given it.
//!
//! For benchmarks on loopback only: whoever knows the number knows the code.

use alongside_core::ports::SeededEntropy;
use alongside_server::enrolment::Code;

use super::BenchError;

const FIRST_SEED: u64 = 1000;

/// The randomness that code number `k` is made with.
pub fn entropy_of(k: u64) -> SeededEntropy {
    SeededEntropy::new(FIRST_SEED + k)
}

/// Code number `k` as a person would type it. 0 and 1 are of the worker whose phones load and read the caseload, the rest
/// of one worker of the swarm each.
///
/// # Errors
/// When the code cannot be made.
pub fn code(k: u64) -> Result<String, BenchError> {
    Ok(Code::mint(&entropy_of(k))?.to_text())
}
