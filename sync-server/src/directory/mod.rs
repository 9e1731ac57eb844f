//! The directory of services: an Open Referral UK feed, read from its API or a file, becomes the services every phone of the
//! organisation holds.
//!
//! `oruk` says what a feed's words mean and is pure; `pages` decides when a paged feed has been read whole; `http` and
//! `source` fetch; `desk` compares by content hash and writes; `import` goes from the first page to the last. It must not
//! know how phones come by the records: they arrive by sync like any others. `docs/directory.md` is the mapping.

mod author;
mod command;
mod desk;
mod fault;
mod gone;
mod http;
mod import;
mod job;
mod limits;
mod oruk;
mod pages;
mod progress;
mod report;
mod source;
pub mod stream;
mod writing;

#[cfg(test)]
mod tests;

pub use command::{DirectoryArgs, run};
pub use fault::{EntryFault, FeedFault};
pub use import::import;
pub use job::DirectoryImport;
pub use limits::Limits;
pub use report::{DirectoryError, DirectoryReport, Remark};
pub use source::Source;
