//! How the app carries a request, when it does not leave that to the core.

use std::collections::HashMap;
use std::sync::Arc;

use alongside_core::sync::{self, BoxFuture, HttpReply, Transport, TransportError};

/// Carries requests over the platform's own network stack.
///
/// Follow no redirects, leave the body packed as it came, store nothing in a cache, and log neither headers nor bodies.
#[uniffi::export(with_foreign)]
#[async_trait::async_trait]
pub trait SyncTransport: Send + Sync {
    /// Sends one POST and gives the whole reply, whatever its status.
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, SyncTransportError>;
}

/// A POST request.
#[derive(Clone, uniffi::Record)]
pub struct HttpRequest {
    /// Where to.
    pub url: String,
    /// The headers to send, and no others that say who this is.
    pub headers: HashMap<String, String>,
    /// The body.
    pub body: Vec<u8>,
    /// How many milliseconds the whole exchange may take.
    pub within_ms: u64,
    /// How many bytes of reply to read before giving up with `TooLarge`.
    pub most_bytes: u64,
}

/// What a transport throws: why no whole reply came.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum SyncTransportError {
    /// No connection could be made.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The server stopped answering.
    #[error("the server is too slow")]
    TooSlow,
    /// The connection closed before the reply was complete.
    #[error("the connection closed in the middle")]
    CutOff,
    /// The reply is larger than was asked for.
    #[error("the reply is too large")]
    TooLarge,
    /// The address is not one a request can be sent to.
    #[error("the server's address is not valid")]
    BadAddress,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for SyncTransportError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::CutOff
    }
}

impl From<SyncTransportError> for TransportError {
    fn from(error: SyncTransportError) -> Self {
        match error {
            SyncTransportError::Unreachable => Self::Unreachable,
            SyncTransportError::TooSlow => Self::Stalled,
            SyncTransportError::CutOff => Self::CutOff,
            SyncTransportError::TooLarge => Self::TooLarge,
            SyncTransportError::BadAddress => Self::BadAddress,
        }
    }
}

impl From<sync::HttpRequest> for HttpRequest {
    fn from(request: sync::HttpRequest) -> Self {
        let sync::HttpRequest { url, bearer, body, encoding, within, most } = request;
        Self {
            url,
            headers: headers(bearer, encoding),
            body,
            within_ms: u64::try_from(within.as_millis()).unwrap_or(u64::MAX),
            most_bytes: u64::try_from(most).unwrap_or(u64::MAX),
        }
    }
}

fn headers(bearer: Option<String>, encoding: Option<&str>) -> HashMap<String, String> {
    let always = [("Content-Type", "application/json"), ("Accept-Encoding", "zstd")];
    let mut headers: HashMap<_, _> =
        always.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    headers.extend(encoding.map(|encoding| ("Content-Encoding".to_owned(), encoding.to_owned())));
    headers.extend(bearer.map(|token| ("Authorization".to_owned(), format!("Bearer {token}"))));
    headers
}

/// The app's transport as the core knows one.
pub(crate) struct AppTransport(Arc<dyn SyncTransport>);

impl AppTransport {
    pub(crate) fn new(transport: Arc<dyn SyncTransport>) -> Self {
        Self(transport)
    }
}

impl Transport for AppTransport {
    fn send(&self, request: sync::HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            let most = request.most;
            let reply = self.0.send(request.into()).await?;
            // The limit protects the phone's memory; an app that forgets it is not trusted with the reply.
            if reply.body.len() > most { Err(TransportError::TooLarge) } else { Ok(reply) }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn request(bearer: Option<&str>, encoding: Option<&'static str>) -> HttpRequest {
        sync::HttpRequest {
            url: "http://localhost/sync/v1".to_owned(),
            bearer: bearer.map(str::to_owned),
            body: vec![1, 2],
            encoding,
            within: Duration::from_millis(1500),
            most: 7,
        }
        .into()
    }

    #[test]
    fn a_request_says_all_it_must_in_its_headers() {
        let request = request(Some("t"), Some("zstd"));
        assert_eq!(request.headers["Authorization"], "Bearer t");
        assert_eq!(request.headers["Content-Encoding"], "zstd");
        assert_eq!((request.within_ms, request.most_bytes), (1500, 7));
    }

    #[test]
    fn an_enrolment_has_no_token_and_an_unpacked_body_no_encoding() {
        let mut names: Vec<_> = request(None, None).headers.into_keys().collect();
        names.sort();
        assert_eq!(names, ["Accept-Encoding", "Content-Type"]);
    }
}
