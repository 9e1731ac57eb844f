//! What an Open Referral UK feed says, as fields of our services. Pure: text in, records or faults out.
//!
//! Real feeds leave out what the standard asks for, send `null`, numbers as text and HTML in descriptions, and fields nobody
//! knows. All of that is read. What has another shape than it can have (a list where text belongs) is refused, entry by
//! entry, rather than guessed at.

mod category;
mod entry;
mod envelope;
mod fees;
mod opening;
mod place;
mod plain;
mod reach;
mod value;
mod wait;

pub(super) use entry::{Entry, is_thin, raw_id, read_entry};
pub(super) use envelope::{Envelope, read_page};
