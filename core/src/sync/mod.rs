//! The phone's side of the exchange: push what is in the outbox, pull what is new, one page after another.
//!
//! Never merges: what the server says goes into the mirror as it is. Knows no use cases and no kinds. Each page is one
//! transaction, so a sync may be cut off anywhere.

mod apply;
mod backoff;
mod body;
mod enrol;
mod http;
mod request;
mod run;
mod transport;

pub use backoff::{Backoff, next_delay_ms};
pub use enrol::enrol;
pub use http::HttpTransport;
pub use run::{Cancel, Round, SyncReport, synchronise};
pub use transport::{Answering, BoxFuture, HttpReply, HttpRequest, SyncError, Transport, TransportError};
