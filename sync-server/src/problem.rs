//! Refusals as answers: a stable code and a plain sentence for the client, the cause for the log, and one request id on
//! both.

use std::error::Error;
use std::sync::Arc;

use alongside_core::wire::{Code, Problem, WipeOrder};
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::engine::Refused;
use crate::enrolment::EnrolRefused;
use crate::store::StoreError;

/// A refusal on its way out. The cause is for the log alone.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    code: Code,
    cause: Option<Arc<dyn Error + Send + Sync>>,
    wipe: Option<WipeOrder>,
}

impl Refusal {
    /// A refusal that says all there is to say.
    pub(crate) const fn new(code: Code) -> Self {
        Self { code, cause: None, wipe: None }
    }

    /// A refusal with a cause for the log.
    pub(crate) fn because(code: Code, cause: impl Error + Send + Sync + 'static) -> Self {
        Self { code, cause: Some(Arc::new(cause)), wipe: None }
    }

    /// The stable code.
    pub(crate) const fn code(&self) -> Code {
        self.code
    }

    /// The cause and what caused it, for the log. Errors of this server hold no personal data.
    pub(crate) fn causes(&self) -> String {
        self.cause.as_deref().map_or_else(String::new, |cause| chain(cause))
    }

    /// The answer's body, for a request with this id.
    pub(crate) fn body(&self, request: &str) -> Body {
        let message = self.code.sentence().to_owned();
        let (request, wipe) = (request.to_owned(), self.wipe.clone());
        let problem = Problem { code: self.code, message, request, wipe };
        Body::from(serde_json::to_vec(&problem).unwrap_or_default())
    }
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Self {
        let wipe = refused.wipe_order().cloned();
        Self { wipe, ..Self::because(refused.code(), refused) }
    }
}

impl From<EnrolRefused> for Refusal {
    fn from(refused: EnrolRefused) -> Self {
        Self::because(refused.code(), refused)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let passing = matches!(error, StoreError::Full | StoreError::Busy(_));
        Self::because(if passing { Code::Unavailable } else { Code::Internal }, error)
    }
}

/// The answer without its body, which needs the request's id and is put in by [`crate::request`].
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() =
            StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some(seconds) = wait(self.code) {
            headers.insert(RETRY_AFTER, HeaderValue::from_static(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

fn chain(error: &dyn Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", chain(cause)),
        None => error.to_string(),
    }
}

/// How many seconds a client should wait before it tries again.
const fn wait(code: Code) -> Option<&'static str> {
    match code {
        Code::RateLimited => Some("60"),
        Code::Unavailable => Some("10"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_status_that_http_knows() {
        for code in Code::ALL {
            let response = Refusal::new(code).into_response();
            assert_eq!(response.status().as_u16(), code.status());
            assert!(response.status().is_client_error() || response.status().is_server_error());
        }
    }

    #[test]
    fn the_cause_is_for_the_log_and_the_code_for_the_client() {
        let refusal = Refusal::from(Refused::Store(StoreError::Damaged { table: "entity" }));
        assert_eq!(refusal.causes(), "storage: damaged row in entity");
        assert_eq!(refusal.code(), Code::Internal);
    }
}
