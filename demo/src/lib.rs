//! Shows Alongside whole, with invented people: what a service would see, without anybody's record.
//!
//! `people` invents, `caseload` keeps what was invented, `instruments` says what its conversations ask, `service` runs the real
//! server, `phone` runs real cores, `stage` sets all of that up, `page` shows it in a browser, `story` plays it without one, and
//! `show` is the program.

pub mod caseload;
pub mod error;
pub mod instruments;
pub mod page;
pub mod people;
pub mod phone;
pub mod service;
pub mod show;
pub mod stage;
pub mod story;
pub mod writer;
