//! What can go wrong for a screen.

use crate::access::Refusal;
use crate::exchange::ExchangeError;
use crate::instrument::{AnswerError, PackError};
use crate::model::RecordError;
use crate::model::catalogue::FieldError;
use crate::store::StoreError;
use crate::sync::SyncError;

/// Why a call did not go through. Nothing a person wrote is lost by any of them.
#[derive(Debug, thiserror::Error)]
pub enum CompanionError {
    /// The file could not be read or written.
    #[error("could not use the store: {0}")]
    Store(#[from] StoreError),
    /// The exchange with the server did not go through.
    #[error("could not sync: {0}")]
    Sync(#[from] SyncError),
    /// What was entered cannot be saved.
    #[error("{field} cannot be saved: {reason}")]
    Invalid {
        /// The field, by its catalogue name.
        field: String,
        /// What is wrong with it.
        reason: Reason,
    },
    /// An instrument pack was not taken.
    #[error("the pack was not taken: {0}")]
    Pack(#[from] PackError),
    /// There is no such record on this phone.
    #[error("there is no such record")]
    NotFound,
    /// This person may not do this.
    #[error("not allowed: {0}")]
    NotAllowed(#[from] Refusal),
    /// A record on this phone is not as this version expects.
    #[error("a record could not be read")]
    Unreadable(#[from] RecordError),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is longer than 64 KiB.
    #[error("it is too long")]
    TooLong,
    /// It is outside what it may be.
    #[error("it is out of range")]
    OutOfRange,
    /// It is of the wrong kind.
    #[error("it is of the wrong kind")]
    WrongType,
    /// No instrument or question of this name is known.
    #[error("it is not known")]
    Unknown,
    /// It was signed or submitted already.
    #[error("it was signed or submitted already")]
    AlreadySealed,
    /// A reason is owed.
    #[error("a reason is needed")]
    NeedsReason,
    /// The person has not agreed that this is passed on.
    #[error("the person has not agreed to this")]
    NotShared,
    /// Somebody has to decide first.
    #[error("somebody has to decide first")]
    Undecided,
    /// It cannot follow from where things stand.
    #[error("it cannot follow from where things stand")]
    NotFromHere,
    /// Something else holds at the same time.
    #[error("something else holds at the same time")]
    Overlaps,
    /// Something else comes first; the screen that checks says what.
    #[error("something else comes first")]
    NotYet,
    /// It is not safe, or does not work for this person.
    #[error("it is not safe or does not work for this person")]
    Blocked,
}

impl CompanionError {
    pub(super) fn invalid(field: impl Into<String>, reason: Reason) -> Self {
        Self::Invalid { field: field.into(), reason }
    }
}

impl From<FieldError> for CompanionError {
    fn from(error: FieldError) -> Self {
        let reason = match error {
            FieldError::Unknown { .. } => Reason::Unknown,
            FieldError::Type { .. } => Reason::WrongType,
            FieldError::Range { .. } => Reason::OutOfRange,
            FieldError::TooLong { .. } => Reason::TooLong,
        };
        Self::invalid(error.field(), reason)
    }
}

impl From<ExchangeError> for CompanionError {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::NotShared => Self::invalid("sharing", Reason::NotShared),
            ExchangeError::Undecided(_) => Self::invalid("decisions", Reason::Undecided),
            ExchangeError::BadDecision => Self::invalid("decisions", Reason::Unknown),
            ExchangeError::Unreadable => Self::invalid("file", Reason::WrongType),
        }
    }
}

impl From<AnswerError> for Reason {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::UnknownItem => Self::Unknown,
            AnswerError::OutOfScale { .. } | AnswerError::NotAChoice => Self::OutOfRange,
            AnswerError::Blank => Self::Empty,
            AnswerError::TooLong { .. } => Self::TooLong,
            _ => Self::WrongType,
        }
    }
}
