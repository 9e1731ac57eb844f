//! Fetching a request's body: bounded in size and in time.

use alongside_core::wire::{Code, limits};
use axum::body::{Body, Bytes};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::app::App;
use crate::problem::Refusal;

/// The whole body as it was sent.
pub(super) async fn fetch(app: &App, body: Body) -> Result<Bytes, Refusal> {
    let whole = Limited::new(body, limits::MAX_REQUEST_BYTES).collect();
    match tokio::time::timeout(app.body_time, whole).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::new(Code::TooLarge)),
        // The client went away or broke off; it will not read this.
        Ok(Err(_)) | Err(_) => Err(Refusal::new(Code::BadRequest)),
    }
}

/// Runs what touches the disk off the threads that serve connections. Where one thread does everything, as in a
/// simulation, it does this too: nobody else would wait.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    if Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread {
        return work();
    }
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(panicked) => Err(Refusal::because(Code::Internal, panicked)),
    }
}
