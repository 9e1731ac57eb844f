//! Loading a caseload from another system: a file of JSON lines, one record a line, becomes cases of one link worker.
//!
//! `source` cuts the file into lines, `read` and `mapping` say what a line means, `fold` puts answers into their
//! assessments, `desk` decides a batch of lines and `writing` writes it in one transaction; `load` goes through the file.
//! The file is never held whole. Running the same file again changes nothing. A line that cannot be taken is remarked on
//! and stops nothing else. It must not know how phones come by the records: they arrive by sync like any others.

mod batch;
mod command;
mod date;
mod desk;
mod fault;
mod fold;
mod job;
mod keys;
mod limits;
mod line;
mod load;
mod mapping;
mod read;
mod report;
mod source;
mod worker;
mod writing;

#[cfg(test)]
mod tests;

pub use command::{ImportArgs, run};
pub use fault::Fault;
pub use job::Import;
pub use limits::MAX_LINE_BYTES;
pub use load::import;
pub use report::{ImportError, ImportReport, Remark};
pub use worker::{WorkerError, find_worker};
