//! The real server on a real socket, spoken to byte by byte: what phones, strangers and administrators get from it.

mod administration;
mod bodies;
mod enrolment;
mod merging;
mod paging;
mod refusals;
mod sealing;
mod sharing;
mod stopping;
mod support;
