//! Why a line was not taken: a stable code and plain words. Neither holds anything the line says.

use alongside_core::model::MAX_TEXT_BYTES;

use super::limits::MAX_LINE_BYTES;

/// Why a line was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Longer than [`MAX_LINE_BYTES`].
    #[error("the line is longer than {MAX_LINE_BYTES} bytes")]
    LineTooLong,
    /// Bytes that are no text.
    #[error("the line is not UTF-8")]
    NotUtf8,
    /// Not one JSON object.
    #[error("the line is not one whole JSON object")]
    NotJson,
    /// A kind nobody knows.
    #[error("k is not a kind of record this version knows")]
    UnknownKind,
    /// A key is not there.
    #[error("{0} is missing")]
    MissingKey(&'static str),
    /// A key that has no place in a line of this kind, and whose value would be lost.
    #[error("there is a key that lines of this kind do not have")]
    UnknownKey,
    /// Text where a number belongs, or the like.
    #[error("{0} has the wrong type")]
    WrongType(&'static str),
    /// A number outside what it may be.
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
    /// A word that is not in its list.
    #[error("{0} is not one of the words it may be")]
    UnknownWord(&'static str),
    /// Longer than [`MAX_TEXT_BYTES`].
    #[error("{0} is longer than {MAX_TEXT_BYTES} bytes")]
    TooLong(&'static str),
    /// No calendar or clock has this time, or it has no zone.
    #[error("at is not a time such as 2026-11-22T09:30:00Z")]
    ImpossibleDate,
    /// A client's own line names another client.
    #[error("a client's own line carries its own id as c")]
    NotItsOwn,
    /// A line of this kind stands for itself.
    #[error("p is set, but a line of this kind hangs under nothing")]
    NeedsNoParent,
    /// A line of this kind hangs under another record.
    #[error("p is not set, but a line of this kind hangs under another record")]
    NeedsParent,
    /// No client line before it, and no such case on the server.
    #[error("c is no client of this organisation")]
    UnknownClient,
    /// No record of the right kind and client has this id.
    #[error("p is no record of this client that the line can hang under")]
    UnknownParent,
    /// The id belongs to something that says something else.
    #[error("another record with this id is there already")]
    DuplicateId,
    /// The domain was answered before in this assessment, under another id.
    #[error("the assessment has an answer to this domain already")]
    AnsweredTwice,
    /// Too much for one record.
    #[error("the assessment would become too large")]
    TooLarge,
    /// It, or what it belongs to, was erased at somebody's request.
    #[error("this was erased at somebody's request and is not taken again")]
    Erased,
    /// Lines of another client, or the end of an earlier run, have closed the assessment.
    #[error("the assessment was closed before this line; lines of one client belong together")]
    TooLate,
}

impl Fault {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LineTooLong => "line_too_long",
            Self::NotUtf8 => "not_utf8",
            Self::NotJson => "not_json",
            Self::UnknownKind => "unknown_kind",
            Self::MissingKey(_) => "missing_key",
            Self::UnknownKey => "unknown_key",
            Self::WrongType(_) => "wrong_type",
            Self::OutOfRange(_) => "out_of_range",
            Self::UnknownWord(_) => "unknown_word",
            Self::TooLong(_) => "too_long",
            Self::ImpossibleDate => "impossible_date",
            Self::NotItsOwn => "not_its_own",
            Self::NeedsNoParent => "needs_no_parent",
            Self::NeedsParent => "needs_parent",
            Self::UnknownClient => "unknown_client",
            Self::UnknownParent => "unknown_parent",
            Self::DuplicateId => "duplicate_id",
            Self::AnsweredTwice => "answered_twice",
            Self::TooLarge => "too_large",
            Self::TooLate => "too_late",
            Self::Erased => "erased",
        }
    }
}
