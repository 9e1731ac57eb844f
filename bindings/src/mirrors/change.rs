//! How answers have moved over time.

use alongside_core::companion::{AnswerAtTime, ChangeOverTime, Difference, HeldAssessment, QuestionOverTime};
use alongside_core::model::kinds::Mode;
use alongside_core::model::{EntityId, Timestamp};

/// One instrument over the times one client was asked.
#[uniffi::remote(Record)]
pub struct ChangeOverTime {
    /// The instrument's id.
    pub instrument: String,
    /// Its title; its id when this phone does not have it.
    pub title: String,
    /// The line its owner wants shown.
    pub licence: Option<String>,
    /// What to show beside it.
    pub note: String,
    /// The times it was held, from the earliest.
    pub held: Vec<HeldAssessment>,
    /// Each question of the newest version that was answered.
    pub questions: Vec<QuestionOverTime>,
    /// How many submitted ones are left out: corrected by a later one, waiting for somebody to confirm them, or of a version
    /// this phone does not have.
    pub left_out: usize,
}

/// One time it was held.
#[uniffi::remote(Record)]
pub struct HeldAssessment {
    /// The submitted assessment.
    pub assessment: EntityId,
    /// The version that was answered.
    pub version: u32,
    /// When it was begun.
    pub at: Timestamp,
    /// How the two met for it.
    pub mode: Option<Mode>,
}

/// One question over time.
#[uniffi::remote(Record)]
pub struct QuestionOverTime {
    /// The question's id.
    pub item: String,
    /// What it asks about, as in the middle of a sentence.
    pub name: String,
    /// The question.
    pub prompt: String,
    /// Which way is up: "for anxiety, higher is worse". Nothing where higher is neither.
    pub notice: Option<String>,
    /// Each time it was asked in words that may be compared, from the earliest.
    pub times: Vec<AnswerAtTime>,
    /// How many answers have a comparable one before them.
    pub pairs: usize,
    /// The latest answer against the one before it.
    pub since_before: Option<Difference>,
    /// The latest answer against the first, when that is another.
    pub since_first: Option<Difference>,
}

/// One answer at one time.
#[uniffi::remote(Record)]
pub struct AnswerAtTime {
    /// The submitted assessment.
    pub assessment: EntityId,
    /// When it was begun.
    pub at: Timestamp,
    /// The number answered; nothing when there is none, which is never nought.
    pub value: Option<i64>,
    /// The answer in words.
    pub said: String,
    /// The plain word of its band.
    pub band: Option<String>,
}

/// A difference between two answers to one question.
#[uniffi::remote(Record)]
pub struct Difference {
    /// The later number less the earlier; nothing when the answers are not numbers.
    pub by: Option<i64>,
    /// Which way it went: "better", "worse", "same", "higher" or "lower".
    pub direction: Option<String>,
    /// In words: "from 4 out of 10 to 7 out of 10: 3 higher, which is better".
    pub words: String,
}
