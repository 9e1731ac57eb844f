//! A server with a clock that stands still, phones that speak the protocol and nothing more, and records to write.

mod engine;
mod http;
mod phone;
mod records;
mod service;

pub(crate) use http::{Answer, Call};
pub(crate) use phone::{Phone, Told};
pub(crate) use records::*;
pub(crate) use service::Service;
