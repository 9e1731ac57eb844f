//! Who sends a push: known from the session, never from the request.

use alongside_core::instrument::Registry;
use alongside_core::model::Timestamp;

use crate::engine::session::Session;
use crate::store::Seq;

/// Who sends, and what the server knows beside the request.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Sender<'a> {
    pub(in crate::engine) session: &'a Session,
    pub(in crate::engine) instruments: &'a Registry,
    pub(in crate::engine) now: Timestamp,
    /// The phone has been told of every stream taken away up to this commit.
    pub(in crate::engine) has_read: Seq,
}
