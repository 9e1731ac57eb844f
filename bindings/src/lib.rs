//! The core for Kotlin, Swift and Python, through UniFFI.
//!
//! Declares, converts, delegates; decides nothing. A type of the core is mirrored in `mirrors`, so that the core stays free
//! of UniFFI and a field that changes there does not compile here. What is exported is documented for readers of Kotlin,
//! Swift and Python: the words are copied into the generated code.
//!
//! One object, [`Companion`], with a file of methods for each area. What the platform brings is in `ports`. Whatever goes
//! wrong becomes one of eight [`AlongsideError`]s.

mod assessments;
mod caseload;
mod client_side;
mod clients;
mod companion;
mod contacts;
mod drafts;
mod enrolment;
mod error;
mod goals;
mod handover;
mod mirrors;
mod needs;
mod notes;
mod packs;
mod ports;
mod records;
mod referrals;
mod remarks;
mod search;
mod services;
mod sharing;
mod syncing;
mod what_matters;

pub use client_side::{ClientHome, CrisisContact};
pub use companion::Companion;
pub use drafts::DraftSummary;
pub use error::{AlongsideError, InvalidReason, OfflineReason, StorageProblem};
pub use ports::{
    ChangeListener, HttpRequest, KeyStore, KeyStoreError, ListenerError, SyncTransport, SyncTransportError,
};
pub use records::StoredRecord;
pub use remarks::{Remark, WrittenField};
pub use sharing::Readers;

uniffi::setup_scaffolding!("alongside");
