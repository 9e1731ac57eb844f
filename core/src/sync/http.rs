//! The transport that ships with the core: reqwest with rustls and ring.
//!
//! Apps may bring their own over the platform's stack, which honours its proxies and device certificates.

use std::time::Duration;

use reqwest::header::{
    ACCEPT_ENCODING, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER,
};
use reqwest::redirect::Policy;

use super::{BoxFuture, HttpReply, HttpRequest, Transport, TransportError};

/// HTTP over reqwest. Needs a Tokio runtime around it.
#[derive(Clone, Debug)]
pub struct HttpTransport {
    client: reqwest::Client,
}

impl HttpTransport {
    /// A client that follows no redirects, so that a token never goes to another address.
    ///
    /// # Errors
    /// [`TransportError::Unreachable`] when the system gives no certificates or sockets.
    pub fn new() -> Result<Self, TransportError> {
        // Another part of the process may have installed one before; both are ours.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .connect_timeout(Duration::from_secs(15))
            .read_timeout(Duration::from_secs(20))
            .http1_only()
            .no_proxy()
            .build();
        client.map(|client| Self { client }).map_err(|_| TransportError::Unreachable)
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            let most = request.most;
            let reply = self.build(request).send().await.map_err(|error| cause(&error))?;
            read(reply, most).await
        })
    }
}

impl HttpTransport {
    fn build(&self, request: HttpRequest) -> reqwest::RequestBuilder {
        let mut builder = self
            .client
            .post(request.url)
            .timeout(request.within)
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT_ENCODING, "zstd")
            .body(request.body);
        if let Some(encoding) = request.encoding {
            builder = builder.header(CONTENT_ENCODING, encoding);
        }
        if let Some(token) = request.bearer {
            builder = builder.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        builder
    }
}

async fn read(mut reply: reqwest::Response, most: usize) -> Result<HttpReply, TransportError> {
    let mut whole = head(reply.status().as_u16(), reply.headers());
    while let Some(chunk) = reply.chunk().await.map_err(|error| cause(&error))? {
        if whole.body.len() + chunk.len() > most {
            return Err(TransportError::TooLarge);
        }
        whole.body.extend_from_slice(&chunk);
    }
    Ok(whole)
}

fn head(status: u16, headers: &HeaderMap) -> HttpReply {
    let text =
        |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).map(str::to_owned);
    HttpReply {
        status,
        content_type: text(CONTENT_TYPE).unwrap_or_default(),
        encoding: text(CONTENT_ENCODING),
        retry_after: text(RETRY_AFTER).and_then(|seconds| seconds.trim().parse().ok()),
        body: Vec::new(),
    }
}

/// What happened, without the address: reqwest's own text would carry it.
fn cause(error: &reqwest::Error) -> TransportError {
    if error.is_builder() {
        TransportError::BadAddress
    } else if error.is_timeout() {
        TransportError::Stalled
    } else if error.is_connect() {
        TransportError::Unreachable
    } else {
        TransportError::CutOff
    }
}
