//! What can become of an operation: said by `merge`, carried by `wire`, shown by the phone.

use serde::{Deserialize, Serialize};

/// What became of an operation. Each of them keeps what was written: in the record, in a sibling, or set aside where a
/// person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It took effect as written.
    Applied,
    /// It met a concurrent edit, and a rule settled it.
    Merged,
    /// It met a concurrent edit, and both stay until a person settles it.
    Sibling,
    /// It was written before its author learned that the case had moved on; accepted and marked.
    Late,
    /// It had already been done.
    Duplicate,
    /// It came after the record was sealed and became a draft amendment.
    SealedLate,
    /// The author signed something other than what the server has; the draft stays a draft.
    SignStale,
    /// This server does not know the kind or act; kept until one that does is here.
    Parked,
    /// It may not take effect; kept where a supervisor sees it.
    Quarantined,
    /// The record was erased for good at somebody's request; nothing of it is kept, this operation's text neither.
    Erased,
}

/// Why an operation did not simply apply: a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The operation's text is not an operation.
    Malformed,
    /// A kind this server does not know.
    UnknownKind,
    /// A field this server does not know.
    UnknownField,
    /// No record has this id.
    NoSuchRecord,
    /// The id belongs to a record of another kind or stream.
    IdTaken,
    /// A field that is written once was written again.
    WrittenOnce,
    /// A value is of the wrong type, too long or out of range.
    BadValue,
    /// An answer is outside its instrument's scale.
    BadAnswer,
    /// The author's stream, role or field does not allow it.
    NotAllowed,
    /// The seal's hash is not that of the draft.
    HashDiffers,
    /// The draft has other texts that nobody has settled.
    Unsettled,
    /// An operation of its group was set aside, so it was too.
    GroupRefused,
    /// A second, different submission of one draft.
    SubmittedBefore,
    /// Larger than one operation may be.
    TooLarge,
    /// Putting away lost to an edit that its author had not seen.
    EditWins,
    /// The case had moved on when this was written; its author had not heard of it yet.
    CaseMovedOn,
    /// A supervisor looked at it and left it aside, with a note.
    LeftAside,
}
