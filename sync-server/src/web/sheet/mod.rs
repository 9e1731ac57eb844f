//! One assessment as a person reads it: each question with what was said, its band in words, and what it was before.
//! Pure: made from records and instrument definitions. It must not know the store, HTTP or HTML.

mod answers;
mod before;
mod end;
mod order;
mod reading;
mod results;
mod submission;
mod trail;
mod undefined;

#[cfg(test)]
mod tests;

pub(super) use answers::{Question, ScoreLine, questions, scores};
pub(super) use before::{Before, Earlier, before};
pub(super) use end::{End, end};
pub(super) use order::order_in_words;
pub(super) use reading::{Reading, read};
pub(super) use submission::Submission;
pub(super) use trail::Trail;
pub(super) use undefined::{Undefined, undefined};
