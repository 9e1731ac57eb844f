//! The real server on a real socket, spoken to byte by byte: what phones, strangers and administrators get from it.
//! Modules with helpers are marked as tests too, so that the lints know that failing loudly is their job.

#[cfg(test)]
mod administration;
#[cfg(test)]
mod bodies;
#[cfg(test)]
mod deciding;
mod enrolment;
#[cfg(test)]
mod erasing;
#[cfg(test)]
mod logging;
mod merging;
mod paging;
mod refusals;
#[cfg(test)]
mod sealing;
mod sharing;
mod stopping;
#[cfg(test)]
mod support;
