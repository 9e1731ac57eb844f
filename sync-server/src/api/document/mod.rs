//! `GET /openapi.json`: the API described, made from the code. `docs/protocol.md` explains what the shapes mean.

mod limits;

#[cfg(test)]
mod tests;

use axum::response::Response;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

use self::limits::Limits;
use super::accept::Accepts;
use super::shapes::{DocumentProblems, Op, Problem};
use crate::problem::Refusal;

/// Where it is fetched.
pub(super) const PATH: &str = "/openapi.json";

/// The document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Alongside",
        description = "What a phone says to the server. Bodies are JSON, at most 2 MiB unpacked; requests may be packed \
                       with gzip or zstd, answers are when the client accepts it. Unknown fields are passed over."
    ),
    paths(super::sync::sync, super::enrol::enrol, super::replica::replica, super::salvage::salvage, super::poke::poke, super::upload::upload, super::download::download, super::health::health, document),
    components(schemas(Problem, Op)),
    modifiers(&Token, &Limits),
)]
struct Document;

/// How a phone shows who it is.
struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("token", bearer);
    }
}

/// Answers the API's description.
#[utoipa::path(
    get,
    path = PATH,
    tag = "operators",
    responses((status = 200, description = "The description, as OpenAPI 3.1"), DocumentProblems),
)]
pub(super) async fn document() -> Result<Response, Refusal> {
    Accepts::default().answer(&Document::openapi())
}
