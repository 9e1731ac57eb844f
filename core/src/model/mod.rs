//! What a record is: ids, streams, fields, kinds and their catalogue, operations, entities and seals.
//!
//! A kind is one struct and one catalogue entry in a file of its own; nothing here knows SQL, HTTP, a clock or sync.

pub mod catalogue;
mod choice;
mod clock;
mod donation;
mod entity;
mod entry;
mod fields;
mod ids;
pub mod kinds;
mod op;
mod order;
mod outcome;
mod role;
mod seal;
mod stream;
mod time;

pub use choice::Choice;
pub(crate) use choice::choice;
pub use clock::{OpClock, RequestClock};
pub use donation::{Donate, Donation};
pub use entity::{Cell, Entity, Origin, Sealed, State};
pub use entry::{FieldEntry, FieldType, KindEntry, MAX_TEXT_BYTES, MergeClass};
pub use fields::{Fields, Record, RecordError, from_fields, to_fields};
pub use ids::{CaseId, DeviceId, EntityId, OrganisationId, PersonId, ReplicaId};
pub use op::{Act, Base, Bases, Op, Publication, VOID_REASON};
pub(crate) use order::sort_by_key;
pub use outcome::{Outcome, Why};
pub use role::Role;
pub(crate) use seal::hex;
pub use seal::{canonical_json, content_hash, published_id};
pub use stream::{Audience, StreamError, StreamRef};
pub use time::Timestamp;
