//! Each question of a known instrument with what was said, in published order.

use alongside_core::instrument::{HigherIs, Instrument, Item, ItemResult, ResponseSet, Scale, ScoreResult};
use alongside_core::model::kinds::AssessmentOutcome;

use super::results::results;
use super::{Reading, Trail};

/// One question on the page.
pub(in crate::web) struct Question {
    /// What it asks about: "anxiety".
    pub(in crate::web) name: String,
    /// The question in its owner's words.
    pub(in crate::web) prompt: String,
    /// What was said: "7 out of 10", a choice, own words, "not now", "preferred not to say", "not answered".
    pub(in crate::web) said: String,
    /// The ends of its scale in words; nothing for a question without a scale.
    pub(in crate::web) scale: Option<String>,
    /// Which band the answer is in and what that means; or, without a band, which way is better.
    pub(in crate::web) meaning: Option<String>,
    /// What was said beside the answer.
    pub(in crate::web) comment: Option<String>,
    /// What it was before.
    pub(in crate::web) trail: Option<Trail>,
}

/// One score, for an instrument whose owner defines one.
pub(in crate::web) struct ScoreLine {
    /// What it measures.
    pub(in crate::web) name: String,
    /// The score in words, or why there is none.
    pub(in crate::web) said: String,
    /// Its band in words.
    pub(in crate::web) band: Option<String>,
    /// What the phone that submitted it showed, when that was something else. Both are worked out from the same answers, so
    /// one of the two programs is at fault.
    pub(in crate::web) shown: Option<String>,
}

/// The questions of `instrument` with the answers of `reading`. Trails are put in by the caller.
pub(in crate::web) fn questions(instrument: &Instrument, reading: &Reading) -> Vec<Question> {
    instrument
        .items
        .iter()
        .zip(results(instrument, reading))
        .map(|(item, result)| question(item, result, reading))
        .collect()
}

/// The scores of `instrument`, worked out here from the answers; none when its questions stand each on its own, or nothing was
/// answered at all.
pub(in crate::web) fn scores(instrument: &Instrument, reading: &Reading) -> Vec<ScoreLine> {
    if reading.record.outcome() != AssessmentOutcome::Held {
        return Vec::new();
    }
    let shown = |score: &ScoreResult| {
        let shown = reading.record.find_score(&score.score)?;
        (shown != score.said).then(|| shown.to_owned())
    };
    let scores = instrument.scores(&reading.answers).into_iter();
    scores
        .map(|score| ScoreLine {
            shown: shown(&score),
            name: score.name,
            said: score.said,
            band: score.band.map(|band| band.words),
        })
        .collect()
}

fn question(item: &Item, result: ItemResult, reading: &Reading) -> Question {
    let meaning = meaning(item, &result);
    Question {
        name: item.name.clone(),
        prompt: result.prompt,
        said: result.said,
        scale: scale_in_words(&item.responses),
        meaning,
        comment: reading
            .record
            .find_comment(&item.id)
            .map(str::to_owned)
            .filter(|text| !text.trim().is_empty()),
        trail: None,
    }
}

/// "high – for anxiety, higher is worse". A number without a band still says which way is better.
fn meaning(item: &Item, result: &ItemResult) -> Option<String> {
    let banded = result.band.as_ref().map(|band| band.words.clone());
    let notice = || result.value.and_then(|_| HigherIs::notice(result.higher_is, &item.name));
    banded.or_else(notice)
}

fn scale_in_words(responses: &ResponseSet) -> Option<String> {
    match responses {
        ResponseSet::Scale(Scale { min, max, min_label, max_label }) => {
            Some(format!("{min} is “{min_label}”, {max} is “{max_label}”"))
        }
        ResponseSet::Choices(choices) => {
            let labels: Vec<&str> = choices.options.iter().map(|choice| choice.label.as_str()).collect();
            Some(format!("one of: {}", labels.join("; ")))
        }
        ResponseSet::OwnWords(_) => None,
    }
}
