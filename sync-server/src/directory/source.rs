//! Where a feed is: an address or a file, and the name its services carry.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::fault::FeedFault;
use super::http::{HttpFeed, parse};
use super::limits::Limits;
use super::report::DirectoryError;

/// Where a feed is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    place: Place,
    name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Url(String),
    File(PathBuf),
}

/// A feed that can be read.
pub(super) enum Feed {
    Http(HttpFeed),
    /// A file is one page.
    File(Result<Value, FeedFault>),
}

impl Source {
    /// A feed behind an address: that of the API, with or without `/services`. It names its services by `name`, or by the
    /// address.
    ///
    /// # Errors
    /// [`DirectoryError::Address`].
    pub fn url(address: &str, name: Option<&str>) -> Result<Self, DirectoryError> {
        let bare = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let base = bare.strip_suffix("/services").unwrap_or(bare);
        let host = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"));
        // An address with somebody's password in it would be stored with every service.
        if host.is_none_or(|host| host.is_empty() || host.contains(['@', ' '])) {
            return Err(DirectoryError::Address);
        }
        let name = name.unwrap_or(base).to_owned();
        Ok(Self { place: Place::Url(base.to_owned()), name })
    }

    /// A feed in a file: a page of the API, a list of services, or one service. It names its services by `name`, or `file`.
    pub fn file(path: impl Into<PathBuf>, name: Option<&str>) -> Self {
        Self { place: Place::File(path.into()), name: name.unwrap_or("file").to_owned() }
    }

    /// The name its services carry: two files with one name are two states of one feed.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn open(&self, limits: Limits) -> Result<Feed, DirectoryError> {
        match &self.place {
            Place::Url(base) => Ok(Feed::Http(HttpFeed::new(base, limits)?)),
            Place::File(path) => Ok(Feed::File(read_file(path, limits.bytes)?)),
        }
    }
}

fn read_file(path: &Path, most: usize) -> Result<Result<Value, FeedFault>, DirectoryError> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > most { Err(FeedFault::TooLarge) } else { parse(&bytes) })
}

impl Feed {
    /// Page `number`, from 1.
    pub(super) async fn page(&self, number: u32) -> Result<Value, FeedFault> {
        match self {
            Self::Http(feed) => feed.page(number).await,
            Self::File(whole) if number == 1 => whole.clone(),
            Self::File(_) => Ok(Value::Array(Vec::new())),
        }
    }
}
