//! Why a whole request is refused. Anything about a single operation is told inside an answer instead.

use alongside_core::wire::{Code, WipeOrder};

use crate::store::StoreError;

/// A request that was refused; nothing of it took effect.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Nobody has this token.
    #[error("unknown token")]
    UnknownToken,
    /// The token was revoked.
    #[error("revoked token")]
    TokenRevoked(Option<WipeOrder>),
    /// The person has left, or the replica is another phone's.
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    /// There is no such thing, or none that this person may know of.
    #[error("not there")]
    Missing,
    /// The request contradicts itself or the protocol.
    #[error("bad request: {0}")]
    Bad(&'static str),
    /// More operations than one request may hold.
    #[error("too many operations or bytes")]
    TooMany,
    /// The phone's chain of operations is not the one that was received.
    #[error("forked chain")]
    Forked,
    /// The cursor is not one that this server made for this person.
    #[error("unknown cursor")]
    CursorUnknown,
    /// The storage failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl Refused {
    /// The order to destroy what is on the phone that asked, when one was given.
    pub fn wipe_order(&self) -> Option<&WipeOrder> {
        match self {
            Self::TokenRevoked(order) => order.as_ref(),
            _ => None,
        }
    }

    /// The stable code.
    pub const fn code(&self) -> Code {
        match self {
            Self::UnknownToken => Code::Unauthorised,
            Self::TokenRevoked(_) => Code::TokenRevoked,
            Self::Forbidden(_) => Code::Forbidden,
            Self::Missing => Code::NotFound,
            Self::Bad(_) => Code::BadRequest,
            Self::TooMany => Code::TooLarge,
            Self::Forked => Code::Forked,
            Self::CursorUnknown => Code::CursorUnknown,
            Self::Store(StoreError::Full | StoreError::Busy(_)) => Code::Unavailable,
            Self::Store(_) => Code::Internal,
        }
    }
}
