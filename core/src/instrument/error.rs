//! Why a definition was not loaded. Definitions hold no personal data, so a reason may quote them.
//! It must not know where a definition came from.

use thiserror::Error;

use super::band::BandFlaw;
use super::score_flaw::ScoreFlaw;

/// Why a definition was not loaded. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum InstrumentError {
    /// Longer than any definition needs to be.
    #[error("the definition has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its length.
        bytes: usize,
        /// The most there may be.
        limit: usize,
    },
    /// Not JSON, a field that is missing or not known, or a value of the wrong type.
    #[error("the definition cannot be read: {reason}")]
    Malformed {
        /// What was found, with its line and column.
        reason: String,
    },
    /// No licence is named: nobody may use it then.
    #[error("the definition names no licence")]
    NoLicence,
    /// An id or text that must say something is empty.
    #[error("{place} is empty")]
    Empty {
        /// Where: `items[2].prompt`.
        place: String,
    },
    /// An id with characters other than lower-case letters, digits, `-` and `_`, or more than 64 of them.
    #[error("{place} is not an id: lower-case letters, digits, - and _, at most 64")]
    BadId {
        /// Where.
        place: String,
    },
    /// Versions begin at 1.
    #[error("the version is 0, and versions begin at 1")]
    VersionZero,
    /// A list that must hold something holds nothing, or more than it may; or room for so many characters.
    #[error("{place}: {count} is not from 1 to {limit}")]
    BadCount {
        /// Where.
        place: String,
        /// The number found.
        count: usize,
        /// The most it may be.
        limit: usize,
    },
    /// Two questions, scores, response sets, choices or languages with one id, code, label or tag.
    #[error("{place} is there twice: {id}")]
    Duplicate {
        /// Which list: `items`.
        place: String,
        /// What is there twice.
        id: String,
    },
    /// A response set is not exactly one of scale, choices and own words.
    #[error("response set {set} must be exactly one of scale, choices and own_words")]
    BadResponseSet {
        /// The response set.
        set: String,
    },
    /// A scale whose lowest point is not below its highest.
    #[error("response set {set} runs from {min} to {max}")]
    ScaleBackwards {
        /// The response set.
        set: String,
        /// Its lowest point.
        min: i64,
        /// Its highest point.
        max: i64,
    },
    /// A point of a scale or a code beyond what can be held.
    #[error("response set {set} uses a number beyond {limit}")]
    OutOfReach {
        /// The response set.
        set: String,
        /// The largest size there may be.
        limit: i64,
    },
    /// A question names a response set that is not there.
    #[error("question {item} uses response set {set}, which is not there")]
    UnknownResponseSet {
        /// The question.
        item: String,
        /// The response set it names.
        set: String,
    },
    /// A question is about something that is not an earlier question in own words.
    #[error("question {item} is about {about}, which is not an earlier question in own words")]
    BadAbout {
        /// The question.
        item: String,
        /// What it says it is about.
        about: String,
    },
    /// A question is said to be the same since a version that is not from 1 to its own.
    #[error("question {item} is said to be the same since version {since}, which is not from 1 to {version}")]
    BadSameSince {
        /// The question.
        item: String,
        /// The version it names.
        since: u32,
        /// The definition's own version.
        version: u32,
    },
    /// A question is said to be the same as in another version that is known, and is not.
    #[error("question {item} is said to be the same as in version {version}, and is not")]
    NotTheSame {
        /// The question.
        item: String,
        /// The other version.
        version: u32,
    },
    /// A question without words carries words over.
    #[error("question {item} carries words over, but its answers are not in own words")]
    CarriesNoWords {
        /// The question.
        item: String,
    },
    /// A question without a number has bands.
    #[error("question {item} has bands, but its answers are not numbers")]
    BandsWithoutNumber {
        /// The question.
        item: String,
    },
    /// A question's bands do not hold every answer exactly once.
    #[error("the bands of question {item}: {flaw}")]
    Bands {
        /// The question.
        item: String,
        /// What is wrong with them.
        flaw: BandFlaw,
    },
    /// A score that cannot be worked out.
    #[error("score {score}: {flaw}")]
    Score {
        /// The score.
        score: String,
        /// What is wrong with it.
        flaw: ScoreFlaw,
    },
    /// Another definition is already known by this id and version.
    #[error("another definition is already known as {id} version {version}")]
    AlreadyKnown {
        /// The id.
        id: String,
        /// The version.
        version: u32,
    },
}
