//! What is said of an assessment that was not held: the client would rather not, or it was begun and given up.
//! Neither reads as a fault of the client, and there is nothing to compare.

use alongside_core::model::kinds::{Assessment, AssessmentOutcome};

/// How it ended.
pub(in crate::web) struct End {
    /// In a few words.
    pub(in crate::web) heading: &'static str,
    /// In a sentence.
    pub(in crate::web) words: &'static str,
    /// The reason, when somebody gave one.
    pub(in crate::web) why: Option<String>,
}

/// How an assessment that was not held ended; nothing for one that was.
pub(in crate::web) fn end(record: &Assessment) -> Option<End> {
    let (heading, words) = match record.outcome() {
        AssessmentOutcome::Held => return None,
        AssessmentOutcome::Declined => (
            "Declined by the client",
            "The client would rather not, and was not pressed. No question was put.",
        ),
        AssessmentOutcome::Abandoned => (
            "Begun and given up",
            "It was not gone on with. What was said until then stays with the link worker and was not sent.",
        ),
        AssessmentOutcome::Unknown => {
            ("Ended in a way this server does not know", "A newer app sent it. It is kept as it came.")
        }
    };
    Some(End { heading, words, why: record.why.clone().filter(|why| !why.trim().is_empty()) })
}
