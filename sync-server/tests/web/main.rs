//! The supervisors' pages, over real connections to a real server on a port of its own, with a clock that stands still.
//! Modules with helpers are marked as tests too, so that the lints know that failing loudly is their job.

#[cfg(test)]
mod accessible;
#[cfg(test)]
mod browser;
#[cfg(test)]
mod engine {
    include!("../server/support/engine.rs");
}
#[cfg(test)]
mod page;
#[cfg(test)]
mod service;
#[cfg(test)]
mod serving;

mod absence;
mod assessment;
#[cfg(test)]
mod decisions;
mod guard;
mod hostile;
#[cfg(test)]
mod left;
mod received;
mod sign_in;
