//! The phone's side of the exchange: push what is in the outbox, pull what is new, one page after another.
//!
//! Never merges: what the server says goes into the mirror as it is. Knows no use cases and no kinds. Each page is one
//! transaction, so a sync may be cut off anywhere.

mod ahead;
mod apply;
mod backoff;
mod body;
mod cancel;
mod digest;
mod enrol;
#[cfg(feature = "http")]
mod http;
mod leave;
mod news;
mod photos;
mod post;
mod rekey;
mod report;
mod request;
mod round;
mod run;
mod transport;

pub use backoff::{Backoff, next_delay_ms};
pub use cancel::Cancel;
pub use enrol::enrol;
#[cfg(feature = "http")]
pub use http::HttpTransport;
pub use news::wait_for_news;
pub use photos::{PhotosSent, WantedPhoto, fetch_photo, send_photos};
pub use report::SyncReport;
pub use round::Round;
pub use run::{synchronise, verify};
pub use transport::{
    Answering, BoxFuture, HttpReply, HttpRequest, SyncError, Transport, TransportError, must_enrol_again,
};
