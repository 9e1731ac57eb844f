//! `GET /healthz`: whether the server can answer, for whoever watches it.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::accept::Accepts;
use super::body::blocking;
use crate::app::App;
use crate::problem::Refusal;

/// Where it is asked.
pub(super) const PATH: &str = "/healthz";

/// The server is well.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct Health {
    /// Always `ok`; when it is not, the answer is a problem.
    status: &'static str,
    /// The server's version.
    version: &'static str,
}

/// Answers when the database can be read.
#[utoipa::path(
    get,
    path = PATH,
    tag = "operators",
    responses(
        (status = 200, description = "The server and its database answer", body = Health),
        super::shapes::HealthProblems,
    ),
)]
pub(super) async fn health(State(app): State<App>) -> Result<Response, Refusal> {
    blocking(move || {
        app.store.read(|txn| txn.find_failures("health", &[]))?;
        Accepts::default().answer(&Health { status: "ok", version: env!("CARGO_PKG_VERSION") })
    })
    .await
}
