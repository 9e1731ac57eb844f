//! Refusals: a stable code, a plain sentence and a request id. Never personal data.

use serde::{Deserialize, Serialize};

use super::WipeOrder;

/// Why a request was refused. A code never changes its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The request could not be read.
    BadRequest,
    /// No token, or one nobody has.
    Unauthorised,
    /// The phone's token was revoked.
    TokenRevoked,
    /// The person no longer works here or may not do this.
    Forbidden,
    /// No enrolment code like this.
    CodeWrong,
    /// The enrolment code was used already.
    CodeUsed,
    /// The enrolment code is too old.
    CodeExpired,
    /// There is nothing here.
    NotFound,
    /// The path does not take this method.
    MethodNotAllowed,
    /// The phone's operations do not continue the server's: it was restored from a backup, or copied.
    Forked,
    /// The cursor is not one this server made for this phone.
    CursorUnknown,
    /// The body is larger than a limit allows.
    TooLarge,
    /// The body's type or encoding is not one the server reads.
    UnsupportedMedia,
    /// The app is too old to read what the server sends.
    UpdateApp,
    /// Too many attempts; wait.
    RateLimited,
    /// The server is stopping or overloaded; wait.
    Unavailable,
    /// The server is at fault; the request id finds the reason in its log.
    Internal,
}

impl Code {
    /// Every code, for documents and tests.
    pub const ALL: [Self; 17] = [
        Self::BadRequest,
        Self::Unauthorised,
        Self::TokenRevoked,
        Self::Forbidden,
        Self::CodeWrong,
        Self::CodeUsed,
        Self::CodeExpired,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Forked,
        Self::CursorUnknown,
        Self::TooLarge,
        Self::UnsupportedMedia,
        Self::UpdateApp,
        Self::RateLimited,
        Self::Unavailable,
        Self::Internal,
    ];

    /// The HTTP status that goes with it.
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::Unauthorised => 401,
            Self::TokenRevoked | Self::Forbidden | Self::CodeWrong | Self::CodeUsed | Self::CodeExpired => {
                403
            }
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::Forked => 409,
            Self::CursorUnknown => 410,
            Self::TooLarge => 413,
            Self::UnsupportedMedia => 415,
            Self::UpdateApp => 426,
            Self::RateLimited => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    /// A plain sentence for a person.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::BadRequest => "The request could not be read.",
            Self::Unauthorised => "Sign in again to continue.",
            Self::TokenRevoked => "This phone may no longer sync. Ask your service for a new code.",
            Self::Forbidden => "This is not allowed.",
            Self::CodeWrong => "This code is not known. Check it and try again.",
            Self::CodeUsed => "This code has been used. Ask for a new one.",
            Self::CodeExpired => "This code is too old. Ask for a new one.",
            Self::NotFound => "There is nothing here.",
            Self::MethodNotAllowed => "This cannot be done here.",
            Self::Forked => "This phone's records come from a copy. It will introduce itself again.",
            Self::CursorUnknown => "The phone will read its records again.",
            Self::TooLarge => "The request is too large.",
            Self::UnsupportedMedia => "The request is of a kind that cannot be read.",
            Self::UpdateApp => "Update the app to receive news. What you write is still accepted.",
            Self::RateLimited => "Too many attempts. Wait a minute and try again.",
            Self::Unavailable => "The server is busy. The phone will try again.",
            Self::Internal => "Something went wrong on the server.",
        }
    }
}

/// The body of every refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The stable code.
    pub code: Code,
    /// A plain sentence.
    pub message: String,
    /// Finds the request in the server's log.
    pub request: String,
    /// With `token_revoked`: the order to destroy what is on this phone, when one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wipe: Option<WipeOrder>,
}
