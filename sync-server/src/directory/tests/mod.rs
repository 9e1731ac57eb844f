//! The import of a directory, against invented feeds that are as sloppy as real ones, and worse.

mod command;
mod entries;
mod faults;
mod feed;
mod paging;
mod reader;
mod rerun;
mod service;
