//! What was said to each question, with what cannot be read told apart from what was never answered.

use alongside_core::instrument::{Instrument, ItemResult};

use super::Reading;
use super::undefined::UNREADABLE;

/// One result for each question, in published order; what was stored and cannot be read is not called unanswered.
pub(super) fn results(instrument: &Instrument, reading: &Reading) -> Vec<ItemResult> {
    let mut results = instrument.results(&reading.answers);
    for result in &mut results {
        if reading.unreadable.contains(&result.item) {
            UNREADABLE.clone_into(&mut result.said);
        }
    }
    results
}
