//! The transport port: one request out, one reply in. What is in them is none of its business.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::store::StoreError;
use crate::wire::{Code, WipeOrder};

/// A future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries requests. Implementations follow no redirects and trust no body: the caller checks it.
pub trait Transport: Send + Sync {
    /// Sends a POST and waits for the whole reply.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>>;
}

/// A POST request.
#[derive(Clone)]
pub struct HttpRequest {
    /// Where to.
    pub url: String,
    /// The bearer token, if there is one. Never log it.
    pub bearer: Option<String>,
    /// The body, JSON.
    pub body: Vec<u8>,
    /// How the body is compressed; nothing when it is not.
    pub encoding: Option<&'static str>,
    /// How long the whole exchange may take.
    pub within: Duration,
    /// How many bytes of reply are read before giving up.
    pub most: usize,
}

impl std::fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpRequest").field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

/// A reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpReply {
    /// The HTTP status.
    pub status: u16,
    /// The content type, as the server named it.
    pub content_type: String,
    /// The content encoding, when there is one.
    pub encoding: Option<String>,
    /// Seconds to wait before the next attempt, when the server said so.
    pub retry_after: Option<u64>,
    /// The body as it came.
    pub body: Vec<u8>,
}

/// The request did not get a whole reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No connection could be made.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The server stopped answering.
    #[error("the server is too slow")]
    Stalled,
    /// The connection closed before the reply was complete.
    #[error("the connection closed in the middle")]
    CutOff,
    /// More than was asked for.
    #[error("the reply is too large")]
    TooLarge,
    /// The address is not one a request can be sent to.
    #[error("the server's address is not valid")]
    BadAddress,
}

/// Who answered, when it was not our server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    /// A page for people: a login page of a network, or a proxy's error.
    Page,
    /// Something that calls itself JSON and is not ours.
    Stranger,
}

/// Why a sync did not go through. Nothing on the phone is lost by any of them.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// No whole reply came.
    #[error("could not reach the server")]
    Transport(#[from] TransportError),
    /// Somebody else answered, such as a network's login page.
    #[error("something other than the server answered")]
    NotOurServer(Answering),
    /// The server refused, with a stable code.
    #[error("the server refused: {0:?}")]
    Refused(Code, Option<u64>),
    /// The server answered something this version cannot use.
    #[error("the server's answer makes no sense")]
    Nonsense,
    /// The store could not be read or written.
    #[error("could not use the store")]
    Store(#[from] StoreError),
    /// The time given for it is over; what was done is kept.
    #[error("the time for this sync is over")]
    OutOfTime,
    /// The caller called it off; what was done is kept.
    #[error("the sync was called off")]
    Cancelled,
    /// Another sync is running, in this process or another.
    #[error("a sync is already running")]
    Busy,
    /// The app is suspended: nothing is sent until it goes on.
    #[error("the app is suspended")]
    Suspended,
    /// The server ordered that what is on this phone be destroyed. Whether the order is genuine is not checked yet.
    #[error("the server ordered this phone to be emptied")]
    WipeOrdered(WipeOrder),
    /// What this phone had not sent was left with the server, and what is on it may be destroyed.
    #[error("this phone was emptied by its service")]
    Wiped,
    /// The code was somebody else's, and what this phone's person had not sent could not be handed over.
    #[error("this phone holds unsent work of somebody else")]
    SomebodyElses,
}

impl SyncError {
    /// A stable word for the log and the sync screen.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Transport(TransportError::Unreachable | TransportError::BadAddress) => "unreachable",
            Self::Transport(TransportError::Stalled) => "stalled",
            Self::Transport(TransportError::CutOff) => "cut_off",
            Self::Transport(TransportError::TooLarge) | Self::Nonsense => "nonsense",
            Self::NotOurServer(_) => "not_our_server",
            Self::Refused(code, _) => refusal(*code),
            Self::Store(_) => "store",
            Self::OutOfTime => "out_of_time",
            Self::Cancelled => "cancelled",
            Self::Busy => "busy",
            Self::Suspended => "suspended",
            Self::WipeOrdered(_) => "token_revoked",
            Self::Wiped => "wiped",
            Self::SomebodyElses => "somebody_elses",
        }
    }
}

/// Whether this word of [`SyncError::code`] says that the service no longer knows the phone.
pub fn must_enrol_again(problem: &str) -> bool {
    [Code::Unauthorised, Code::TokenRevoked].into_iter().any(|code| refusal(code) == problem)
}

const fn refusal(code: Code) -> &'static str {
    match code {
        Code::Unauthorised => "unauthorised",
        Code::TokenRevoked => "token_revoked",
        Code::Forbidden => "forbidden",
        Code::Forked => "forked",
        Code::CursorUnknown => "cursor_unknown",
        Code::UpdateApp => "update_app",
        Code::RateLimited => "rate_limited",
        Code::Unavailable => "unavailable",
        Code::CodeWrong => "code_wrong",
        Code::CodeUsed => "code_used",
        Code::CodeExpired => "code_expired",
        _ => "refused",
    }
}
