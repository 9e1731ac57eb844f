//! What an import of a directory did, and what it has to say of the feed and of single entries.

use std::fmt;

use uuid::Uuid;

use super::fault::{EntryFault, FeedFault};
use crate::store::StoreError;

/// What an import did, in services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DirectoryReport {
    /// Pages read in this run.
    pub pages: u32,
    /// Entries read.
    pub read: u64,
    /// Services that were not there before.
    pub added: u64,
    /// Services that say something new.
    pub changed: u64,
    /// Services that say what they said: nothing was written.
    pub unchanged: u64,
    /// Services that were erased here at somebody's request: they stay away.
    pub erased: u64,
    /// Entries that were there twice with the same content.
    pub repeated: u64,
    /// Services that the feed no longer lists and that are inactive now.
    pub gone: u64,
    /// Entries that were not taken.
    pub refused: u64,
    /// Whether the feed was read from its first page to its last.
    pub whole: bool,
    /// How long it took.
    pub milliseconds: u64,
}

impl DirectoryReport {
    /// Whether everything the feed has is in the directory now.
    pub const fn is_complete(&self) -> bool {
        self.whole && self.refused == 0
    }
}

impl fmt::Display for DirectoryReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            pages,
            read,
            added,
            changed,
            unchanged,
            erased,
            repeated,
            gone,
            refused,
            whole,
            milliseconds,
        } = self;
        let ended = if *whole { "read whole" } else { "not read to its end" };
        write!(
            f,
            "{pages} pages, {read} entries: {added} added, {changed} changed, {unchanged} unchanged, \
             {repeated} repeated, {gone} gone, {refused} refused"
        )?;
        if *erased > 0 {
            write!(f, ", {erased} erased here")?;
        }
        write!(f, "; {ended}; {milliseconds} ms")
    }
}

/// Where in the feed an entry is, counted from 1, and its id if it has one that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The page.
    pub page: u32,
    /// The entry within the page.
    pub entry: usize,
    /// The entry's id.
    pub id: Option<Uuid>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page {} entry {}", self.page, self.entry)?;
        self.id.map_or(Ok(()), |id| write!(f, " ({id})"))
    }
}

/// Something to say. Written as `page 2 entry 14 (id): code, plain words`; holds nothing an entry says but its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// An entry was not taken.
    Refused(Spot, EntryFault),
    /// The feed ended before its end.
    Stopped {
        /// The page that could not be had.
        page: u32,
        /// Why.
        fault: FeedFault,
    },
    /// The feed says another number of pages than it has; all that it has were read.
    WrongPageCount {
        /// What it says.
        said: u32,
        /// What it has.
        found: u32,
    },
    /// So many services are missing that the feed is held to be damaged; none of them was marked.
    TooManyGone(u64),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(spot, fault) => write!(f, "{spot}: {}, {fault}", fault.code()),
            Self::Stopped { page, fault } => write!(f, "page {page}: {}, {fault}", fault.code()),
            Self::WrongPageCount { said, found } => {
                write!(f, "wrong_page_count, the feed says that it has {said} pages and has {found}")
            }
            Self::TooManyGone(gone) => write!(
                f,
                "too_many_gone, {gone} services are no longer in the feed, more than half; none was marked. \
                 If that is right, import again with --accept-shrinking"
            ),
        }
    }
}

/// Why an import could not go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DirectoryError {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The file that remembers how far an import came is of another feed, or is no such file.
    #[error("the progress file is of another feed or cannot be read")]
    Progress,
    /// The address is no http or https address.
    #[error("the address of a feed begins with http:// or https://")]
    Address,
    /// No connection can be made at all.
    #[error("no connections can be made from here")]
    Client,
    /// The store cannot be read or written.
    #[error("the services cannot be stored: {0}")]
    Store(#[from] StoreError),
}
