//! What a screen is told when a call did not go through, chosen by what it can do about it, and the one conversion from the
//! core's errors. No variant carries a name, a text, an answer or a token.

use alongside_core::companion::{CompanionError, Reason};
use alongside_core::instrument::PackError;
use alongside_core::store::StoreError;
use alongside_core::sync::{SyncError, TransportError};
use alongside_core::wire::Code;

/// Why a call did not go through. Nothing a person wrote is lost by any of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum AlongsideError {
    /// The exchange with the service did not go through now. Go on working; it will be tried again.
    #[error("could not reach the service: {why}")]
    Offline {
        /// What stood in the way.
        why: OfflineReason,
    },
    /// This phone is not enrolled, or no longer: ask for a new code. What was written stays on the phone.
    #[error("this phone must be enrolled again")]
    SignInAgain,
    /// The app is too old to receive news. What is written is still accepted by the service.
    #[error("the app is too old")]
    UpdateApp,
    /// There is no such record on this phone.
    #[error("there is no such record")]
    NotFound,
    /// This person may not do this.
    #[error("this is not allowed")]
    NotAllowed,
    /// What was entered cannot be saved: show the reason beside the field.
    #[error("{field} cannot be saved: {reason}")]
    Invalid {
        /// The field, by its catalogue name; `case`, `id` or `person` for an id that is none.
        field: String,
        /// What is wrong with it.
        reason: InvalidReason,
    },
    /// The phone's file cannot be used. None of these has created, emptied or deleted anything.
    #[error("could not use the phone's file: {what}")]
    Storage {
        /// What is wrong with it.
        what: StorageProblem,
    },
    /// A fault of the app or the service. Show the reference, so that it can be reported.
    #[error("something went wrong ({reference})")]
    Unexpected {
        /// A stable word for the fault.
        reference: String,
    },
}

/// What stood between this phone and the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Enum)]
pub enum OfflineReason {
    /// There is no connection.
    #[error("there is no connection")]
    Unreachable,
    /// The service did not answer in time.
    #[error("the service is too slow")]
    TooSlow,
    /// The connection closed in the middle.
    #[error("the connection closed in the middle")]
    CutOff,
    /// Something else answered, such as the login page of a guest network: open a browser to sign in there.
    #[error("something other than the service answered")]
    NotOurServer,
    /// The service is busy, resting, or asks to wait.
    #[error("the service is busy")]
    ServerBusy,
    /// The time given for this sync is over. What was exchanged is kept.
    #[error("the time for this sync is over")]
    OutOfTime,
    /// The sync was called off. What was exchanged is kept.
    #[error("the sync was called off")]
    Cancelled,
    /// Another sync is running: wait for that one.
    #[error("a sync is already running")]
    AlreadyRunning,
}

/// What is wrong with what was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Enum)]
pub enum InvalidReason {
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
    /// Nobody knows it: a code, an instrument or a question.
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
    /// Somebody has to decide first: ask `passages` what about.
    #[error("somebody has to decide first")]
    Undecided,
    /// It cannot follow from where things stand.
    #[error("it cannot follow from where things stand")]
    NotFromHere,
    /// Something else holds at the same time.
    #[error("something else holds at the same time")]
    Overlaps,
    /// Something else comes first: the check of the same name says what, in words for the screen.
    #[error("something else comes first")]
    NotYet,
    /// It is not safe, or does not work for this person: `check_way` says why.
    #[error("it is not safe or does not work for this person")]
    Blocked,
    /// The enrolment code was used before.
    #[error("it was used already")]
    Used,
    /// The enrolment code is too old.
    #[error("it is too old")]
    Expired,
    /// Nobody has signed the instrument pack.
    #[error("nobody has signed it")]
    Unsigned,
    /// The pack's signer is not one this organisation trusts, or the signature is not theirs.
    #[error("its signature is not one this organisation trusts")]
    NotTrusted,
    /// The pack was cut off or changed after it was signed: fetch it again.
    #[error("it was damaged on the way")]
    Damaged,
    /// The pack names no licence, or not who grants it.
    #[error("it names no licence")]
    NoLicence,
    /// The pack holds something that this app cannot use: `check_pack` says what.
    #[error("it cannot be used")]
    Unusable,
}

/// What is wrong with the phone's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Enum)]
pub enum StorageProblem {
    /// The disk is full. What is on the screen is not saved; reading still works.
    #[error("the disk is full")]
    Full,
    /// The file is damaged.
    #[error("it is damaged")]
    Damaged,
    /// It cannot be opened now: another process holds it, or the key store does not answer, as before the first unlock
    /// after a restart. Try again later.
    #[error("it cannot be opened now")]
    Locked,
    /// The key is not the one the file was made with.
    #[error("the key does not open it")]
    WrongKey,
    /// This phone was set up, and its file is gone.
    #[error("it is missing")]
    Missing,
    /// A newer version of the app made it: update the app.
    #[error("it was made by a newer app")]
    Newer,
    /// The folder cannot be read or written.
    #[error("its folder cannot be used")]
    Folder,
}

impl AlongsideError {
    pub(crate) fn invalid(field: impl Into<String>, reason: InvalidReason) -> Self {
        Self::Invalid { field: field.into(), reason }
    }

    fn unexpected(reference: impl Into<String>) -> Self {
        Self::Unexpected { reference: reference.into() }
    }
}

impl From<CompanionError> for AlongsideError {
    fn from(error: CompanionError) -> Self {
        match error {
            CompanionError::Store(error) => error.into(),
            CompanionError::Sync(error) => error.into(),
            CompanionError::Invalid { field, reason } => Self::Invalid { field, reason: reason.into() },
            CompanionError::Pack(error) => Self::invalid("pack", pack_reason(&error)),
            CompanionError::NotFound => Self::NotFound,
            CompanionError::NotAllowed(_) => Self::NotAllowed,
            CompanionError::Unreadable(error) => Self::unexpected(format!("unreadable_{}", error.kind)),
        }
    }
}

impl From<Reason> for InvalidReason {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Empty => Self::Empty,
            Reason::TooLong => Self::TooLong,
            Reason::OutOfRange => Self::OutOfRange,
            Reason::WrongType => Self::WrongType,
            Reason::Unknown => Self::Unknown,
            Reason::AlreadySealed => Self::AlreadySealed,
            Reason::NeedsReason => Self::NeedsReason,
            Reason::NotShared => Self::NotShared,
            Reason::Undecided => Self::Undecided,
            Reason::NotFromHere => Self::NotFromHere,
            Reason::Overlaps => Self::Overlaps,
            Reason::NotYet => Self::NotYet,
            Reason::Blocked => Self::Blocked,
        }
    }
}

/// The words of a pack's refusal are `check_pack`'s.
fn pack_reason(error: &PackError) -> InvalidReason {
    match error.code() {
        "pack_too_large" | "definition_too_large" => InvalidReason::TooLong,
        "pack_malformed" => InvalidReason::WrongType,
        "pack_unsigned" => InvalidReason::Unsigned,
        "pack_signer_unknown" | "pack_signature_wrong" => InvalidReason::NotTrusted,
        "pack_damaged" => InvalidReason::Damaged,
        "licence_missing" | "licence_incomplete" => InvalidReason::NoLicence,
        _ => InvalidReason::Unusable,
    }
}

impl From<StoreError> for AlongsideError {
    fn from(error: StoreError) -> Self {
        let what = match error {
            StoreError::Full => StorageProblem::Full,
            StoreError::Damaged => StorageProblem::Damaged,
            StoreError::Locked | StoreError::Suspended | StoreError::KeyStore(_) => StorageProblem::Locked,
            StoreError::WrongKey => StorageProblem::WrongKey,
            StoreError::Missing => StorageProblem::Missing,
            StoreError::Newer => StorageProblem::Newer,
            StoreError::Folder(_) => StorageProblem::Folder,
            StoreError::NotEnrolled => return Self::SignInAgain,
            StoreError::NoSuchRecord => return Self::NotFound,
            StoreError::Unreadable => return Self::unexpected("store_unreadable"),
            StoreError::Database(_) => return Self::unexpected("store_database"),
        };
        Self::Storage { what }
    }
}

impl From<SyncError> for AlongsideError {
    fn from(error: SyncError) -> Self {
        let why = match error {
            SyncError::Transport(error) => return error.into(),
            SyncError::Refused(code, _) => return refused(code),
            SyncError::Store(error) => return error.into(),
            SyncError::Nonsense => return Self::unexpected("nonsense"),
            SyncError::NotOurServer(_) => OfflineReason::NotOurServer,
            SyncError::OutOfTime => OfflineReason::OutOfTime,
            SyncError::Cancelled | SyncError::Suspended => OfflineReason::Cancelled,
            SyncError::Wiped | SyncError::WipeOrdered(_) => return Self::SignInAgain,
            SyncError::SomebodyElses => return Self::NotAllowed,
            SyncError::Busy => OfflineReason::AlreadyRunning,
        };
        Self::Offline { why }
    }
}

impl From<TransportError> for AlongsideError {
    fn from(error: TransportError) -> Self {
        let why = match error {
            TransportError::Unreachable => OfflineReason::Unreachable,
            TransportError::Stalled => OfflineReason::TooSlow,
            TransportError::CutOff => OfflineReason::CutOff,
            TransportError::TooLarge => return Self::unexpected("reply_too_large"),
            TransportError::BadAddress => return Self::invalid("server", InvalidReason::WrongType),
        };
        Self::Offline { why }
    }
}

/// What the service's own refusals mean for a screen.
fn refused(code: Code) -> AlongsideError {
    let reference = match code {
        Code::Unauthorised | Code::TokenRevoked => return AlongsideError::SignInAgain,
        Code::Forbidden => return AlongsideError::NotAllowed,
        Code::UpdateApp => return AlongsideError::UpdateApp,
        Code::CodeWrong => return AlongsideError::invalid("code", InvalidReason::Unknown),
        Code::CodeUsed => return AlongsideError::invalid("code", InvalidReason::Used),
        Code::CodeExpired => return AlongsideError::invalid("code", InvalidReason::Expired),
        Code::RateLimited | Code::Unavailable => {
            return AlongsideError::Offline { why: OfflineReason::ServerBusy };
        }
        Code::BadRequest => "bad_request",
        Code::NotFound => "not_found",
        Code::MethodNotAllowed => "method_not_allowed",
        Code::Forked => "forked",
        Code::CursorUnknown => "cursor_unknown",
        Code::TooLarge => "too_large",
        Code::UnsupportedMedia => "unsupported_media",
        Code::Internal => "internal",
    };
    AlongsideError::unexpected(format!("server_{reference}"))
}

#[cfg(test)]
mod tests;
