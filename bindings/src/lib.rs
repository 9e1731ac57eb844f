//! The core for Kotlin, Swift and Python, through UniFFI.
//!
//! Declares, converts, delegates; decides nothing. A type of the core is mirrored in `mirrors`, so that the core stays free
//! of UniFFI and a field that changes there does not compile here. What is exported is documented for readers of Kotlin,
//! Swift and Python: the words are copied into the generated code.
//!
//! One object, [`Companion`], with a file of methods for each area. What the platform brings is in `ports`. Whatever goes
//! wrong becomes one of eight [`AlongsideError`]s.

mod assessments;
mod assignments;
mod caseload;
mod client_side;
mod clients;
mod companion;
mod contacts;
mod decisions;
mod details;
mod drafts;
mod duties;
mod endings;
mod enrolment;
mod episodes;
mod error;
mod exchange;
mod goals;
mod half_said;
mod handover;
mod mirrors;
mod needs;
mod notes;
mod packs;
mod photos;
mod ports;
mod reaching;
mod records;
mod referrals;
mod referrals_in;
mod remarks;
mod rescue;
mod search;
mod services;
mod sharing;
mod syncing;
mod today;
mod what_matters;
mod worklog;

pub use client_side::{ClientHome, CrisisContact};
pub use companion::Companion;
pub use decisions::{DecisionChoice, PendingDecision};
pub use drafts::DraftSummary;
pub use error::{AlongsideError, InvalidReason, OfflineReason, StorageProblem};
pub use ports::{
    ChangeListener, DeviceClock, DeviceClockError, HttpRequest, KeyStore, KeyStoreError, ListenerError,
    SyncTransport, SyncTransportError,
};
pub use records::StoredRecord;
pub use remarks::{Remark, WrittenField};
pub use rescue::{Rescued, rescue};
pub use sharing::Readers;
pub use today::Today;

uniffi::setup_scaffolding!("alongside");
