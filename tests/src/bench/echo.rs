//! The floor of every exchange: a server that says back what it was told, over the same HTTP on both sides.

use std::time::Duration;

use alongside_core::sync::{HttpRequest, HttpTransport, Transport};
use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use tokio::net::TcpListener;

use super::BenchError;

/// A running echo and a client of it.
pub struct Echo {
    url: String,
    http: HttpTransport,
}

impl Echo {
    /// Starts one on a port of its own, for as long as the runtime lives.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start() -> Result<Self, BenchError> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/", listener.local_addr()?);
        let app = Router::new().route("/", post(|body: Bytes| async move { body }));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { url, http: HttpTransport::new()? })
    }

    /// Sends `body` and waits for it to come back.
    ///
    /// # Errors
    /// The transport's.
    pub async fn exchange(&self, body: Vec<u8>) -> Result<usize, BenchError> {
        let request = HttpRequest {
            url: self.url.clone(),
            bearer: None,
            body,
            encoding: None,
            within: Duration::from_secs(30),
            most: 1 << 20,
        };
        Ok(self.http.send(request).await?.body.len())
    }
}
