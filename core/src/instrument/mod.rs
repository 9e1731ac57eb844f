//! Instruments are data: a definition (questions, responses, scoring, bands, licence) read from JSON, and the rules
//! that check an answer, say it in words, score it and compare it with an earlier one.
//! Pure. It must not know who answered, when, where answers are stored, or how they are shown.
//!
//! The format is described, with an example, in `docs/instruments.md`.

mod answer;
mod band;
mod change;
mod definition;
mod direction;
mod error;
mod error_code;
mod file;
mod over_time;
mod pack;
mod paired;
mod parse;
mod progress;
mod ratio;
mod registry;
mod response;
mod response_set;
mod result;
mod same;
mod score;
mod score_flaw;
mod score_range;
mod scoring;

#[cfg(test)]
mod tests;

pub use answer::AnswerError;
pub use band::{Band, BandFlaw, BandResult};
pub use change::ItemChange;
pub use definition::{Instrument, Item, Licence, Order, Retest};
pub use direction::{Direction, HigherIs};
pub use error::InstrumentError;
pub use over_time::{ItemAtTime, ItemOverTime, Sitting};
pub use pack::{Content, KeyError, Pack, PackError, SignerKey, Signers, SigningKey, Withdrawal};
pub use paired::ItemPairs;
pub use progress::Progress;
pub use ratio::{Half, Ratio};
pub use registry::Registry;
pub use response::{Answers, Response};
pub use response_set::{Choice, Choices, OwnWords, ResponseSet, Scale};
pub use result::ItemResult;
pub use score::{Contribution, Missing, Rounding, Row, Score, Step};
pub use score_flaw::ScoreFlaw;
pub use scoring::{ScoreResult, Unscored};
