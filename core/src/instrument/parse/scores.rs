//! The scores of a definition: each names questions that are there, and gives a number for every complete set of
//! answers.
//! It must not know how a score is worked out for one person.

use super::wording::{check_band_wording, check_id, check_text, check_unique};
use crate::instrument::definition::Item;
use crate::instrument::error::InstrumentError;
use crate::instrument::score::Score;
use crate::instrument::score_range::check_score;

const MAX_SCORES: usize = 100;

/// Refuses the first score that is not sound.
pub(super) fn check(scores: &[Score], items: &[Item]) -> Result<(), InstrumentError> {
    if scores.len() > MAX_SCORES {
        let place = "scores".to_owned();
        return Err(InstrumentError::BadCount { place, count: scores.len(), limit: MAX_SCORES });
    }
    for (n, score) in scores.iter().enumerate() {
        check_id(&format!("scores[{n}].id"), &score.id)?;
        check_text(&format!("scores[{n}].name"), &score.name)?;
        check_band_wording(&format!("scores[{n}]"), &score.bands)?;
    }
    check_unique("scores", scores.iter().map(|score| &score.id))?;
    scores.iter().try_for_each(|score| {
        check_score(score, items).map_err(|flaw| InstrumentError::Score { score: score.id.clone(), flaw })
    })
}
