//! Fetching a feed over HTTP: GET alone, no keys, bounded in time and size.

use std::collections::BTreeMap;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use serde_json::Value;
use tokio::task::JoinSet;

use super::fault::FeedFault;
use super::limits::Limits;
use super::report::DirectoryError;

/// A feed behind an address.
#[derive(Clone, Debug)]
pub(super) struct HttpFeed {
    client: Client,
    base: String,
    limits: Limits,
}

impl HttpFeed {
    /// A feed at `base`, the address before `/services`.
    pub(super) fn new(base: &str, limits: Limits) -> Result<Self, DirectoryError> {
        // Another part of the process may have installed one before; both are ours.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(Policy::limited(5))
            .connect_timeout(limits.within)
            .timeout(limits.within)
            .http1_only()
            .user_agent(concat!("alongside-server/", env!("CARGO_PKG_VERSION")))
            .build();
        let client = client.map_err(|_| DirectoryError::Client)?;
        Ok(Self { client, base: base.to_owned(), limits })
    }

    /// Page `number`, from 1.
    pub(super) async fn page(&self, number: u32) -> Result<Value, FeedFault> {
        let per_page = self.limits.per_page;
        self.load(&format!("{}/services?page={number}&per_page={per_page}", self.base)).await
    }

    /// The details of one service. `id` is a UUID in one of its forms, so it cannot lead to another address.
    pub(super) async fn service(&self, id: &str) -> Result<Value, FeedFault> {
        self.load(&format!("{}/services/{id}", self.base)).await
    }

    /// The details of many, a few at the same time, by the place each was asked for at.
    pub(super) async fn services(
        &self,
        ids: Vec<(usize, String)>,
    ) -> BTreeMap<usize, Result<Value, FeedFault>> {
        let (mut waiting, mut under_way, mut got) = (ids.into_iter(), JoinSet::new(), BTreeMap::new());
        loop {
            while under_way.len() < self.limits.at_once.max(1) {
                let Some((place, id)) = waiting.next() else { break };
                let feed = self.clone();
                under_way.spawn(async move { (place, feed.service(&id).await) });
            }
            match under_way.join_next().await {
                Some(Ok((place, answer))) => got.insert(place, answer),
                Some(Err(_)) => continue,
                None => return got,
            };
        }
    }

    async fn load(&self, url: &str) -> Result<Value, FeedFault> {
        let mut answer = self.load_once(url).await;
        for _ in 1..self.limits.tries {
            match answer {
                Err(fault) if fault.may_pass() => answer = self.load_once(url).await,
                settled => return settled,
            }
        }
        answer
    }

    async fn load_once(&self, url: &str) -> Result<Value, FeedFault> {
        let request = self.client.get(url).header(ACCEPT, "application/json");
        let answer = request.send().await.map_err(|error| cause(&error))?;
        let status = answer.status();
        if !status.is_success() {
            return Err(FeedFault::HttpStatus(status.as_u16()));
        }
        if !calls_itself_json(&answer) {
            return Err(FeedFault::WrongContentType);
        }
        parse(&self.read(answer).await?)
    }

    async fn read(&self, mut answer: Response) -> Result<Vec<u8>, FeedFault> {
        let mut whole = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|error| cause(&error))? {
            if whole.len() + chunk.len() > self.limits.bytes {
                return Err(FeedFault::TooLarge);
            }
            whole.extend_from_slice(&chunk);
        }
        Ok(whole)
    }
}

/// A feed that says nothing of its type is read; one that says it is a page for people is not.
fn calls_itself_json(answer: &Response) -> bool {
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_none_or(|kind| kind.to_ascii_lowercase().contains("json"))
}

fn cause(error: &reqwest::Error) -> FeedFault {
    if error.is_timeout() {
        FeedFault::TimedOut
    } else if error.is_body() || error.is_decode() {
        FeedFault::Truncated
    } else {
        FeedFault::Unreachable
    }
}

/// Reads JSON; some feeds begin it with a byte order mark.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, FeedFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        if error.is_eof() && !bytes.is_empty() { FeedFault::Truncated } else { FeedFault::NotJson }
    })
}
