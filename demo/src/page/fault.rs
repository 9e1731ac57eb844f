//! What the page is told when something did not go through, in words its reader can use.

use alongside_core::companion::CompanionError;
use alongside_core::store::StoreError;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Why an endpoint has no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    /// The phone's core said no.
    #[error("{0}")]
    Core(#[from] CompanionError),
    /// The phone is not switched on yet.
    #[error("this phone is not ready yet")]
    NotYet,
    /// There is nothing at this address.
    #[error("there is nothing here")]
    NoSuchThing,
    /// What the page sent cannot be read.
    #[error("what was sent cannot be read")]
    Unreadable,
    /// The work stopped by itself; a fault of this program.
    #[error("the work stopped by itself")]
    Stopped,
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Self::Core(CompanionError::Invalid { .. }) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Core(CompanionError::NotAllowed(_)) => StatusCode::FORBIDDEN,
            Self::Core(CompanionError::NotFound) | Self::NoSuchThing => StatusCode::NOT_FOUND,
            Self::Core(CompanionError::Sync(_)) => StatusCode::BAD_GATEWAY,
            Self::Core(CompanionError::Store(StoreError::Full)) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Core(_) | Self::Stopped => StatusCode::INTERNAL_SERVER_ERROR,
            Self::NotYet => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let field = match &self {
            Self::Core(CompanionError::Invalid { field, .. }) => Some(field),
            _ => None,
        };
        (self.status(), Json(json!({ "words": self.to_string(), "field": field }))).into_response()
    }
}
