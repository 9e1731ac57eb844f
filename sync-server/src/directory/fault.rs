//! What is wrong with a feed, or with one of its entries: a stable code and plain words. Neither holds anything an entry says.

use alongside_core::model::MAX_TEXT_BYTES;

/// Why an entry was not taken. The rest of the feed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EntryFault {
    /// Something else than a JSON object.
    #[error("the entry is not a JSON object")]
    NotAnObject,
    /// No id.
    #[error("id is missing")]
    MissingId,
    /// An id that is no UUID.
    #[error("id is not a UUID")]
    BadId,
    /// No name.
    #[error("name is missing")]
    MissingName,
    /// No status: that a service can be used is never guessed.
    #[error("status is missing")]
    MissingStatus,
    /// A status that is none of the four.
    #[error("status is not one of active, inactive, defunct and temporarily closed")]
    UnknownStatus,
    /// A list where text belongs, or the like.
    #[error("{0} has the wrong type")]
    WrongType(&'static str),
    /// Nobody is that old, or the youngest is older than the oldest.
    #[error("the ages are impossible")]
    ImpossibleAges,
    /// No calendar has this day.
    #[error("{0} is not a date")]
    ImpossibleDate(&'static str),
    /// Longer than [`MAX_TEXT_BYTES`].
    #[error("{0} is longer than {MAX_TEXT_BYTES} bytes")]
    TooLong(&'static str),
    /// The id was there before in this feed, with other content; the first stands.
    #[error("the feed has another entry with this id that says something else")]
    DuplicateId,
    /// The page said little, and the details could not be had. What was known before stays.
    #[error("the details could not be read")]
    NoDetails,
}

impl EntryFault {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAnObject => "not_an_object",
            Self::MissingId => "missing_id",
            Self::BadId => "bad_id",
            Self::MissingName => "missing_name",
            Self::MissingStatus => "missing_status",
            Self::UnknownStatus => "unknown_status",
            Self::WrongType(_) => "wrong_type",
            Self::ImpossibleAges => "impossible_ages",
            Self::ImpossibleDate(_) => "impossible_date",
            Self::TooLong(_) => "too_long",
            Self::DuplicateId => "duplicate_id",
            Self::NoDetails => "no_details",
        }
    }
}

/// Why a feed was not read to its end. What was read before is kept, and no service is held to be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FeedFault {
    /// Nobody answered.
    #[error("the feed cannot be reached")]
    Unreachable,
    /// It took too long.
    #[error("the feed did not answer in time")]
    TimedOut,
    /// It answered that something went wrong.
    #[error("the feed answered with status {0}")]
    HttpStatus(u16),
    /// A page for people, or anything else that is not JSON.
    #[error("the feed answered with something that does not call itself JSON")]
    WrongContentType,
    /// The connection ended in the middle.
    #[error("the answer ended too early")]
    Truncated,
    /// More than is believed.
    #[error("the answer is too large")]
    TooLarge,
    /// Bytes that are no JSON.
    #[error("the answer is not JSON")]
    NotJson,
    /// JSON without a list of services.
    #[error("the answer is not a page of services")]
    NotAPage,
    /// The same page came again although the feed says there are more.
    #[error("the feed repeats a page and says that there are more")]
    PageRepeats,
    /// More pages than any feed has.
    #[error("the feed does not come to an end")]
    Endless,
}

impl FeedFault {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::TimedOut => "timed_out",
            Self::HttpStatus(_) => "http_status",
            Self::WrongContentType => "wrong_content_type",
            Self::Truncated => "truncated",
            Self::TooLarge => "too_large",
            Self::NotJson => "not_json",
            Self::NotAPage => "not_a_page",
            Self::PageRepeats => "page_repeats",
            Self::Endless => "endless",
        }
    }

    /// Whether asking once more may help.
    pub const fn may_pass(self) -> bool {
        match self {
            Self::HttpStatus(status) => status == 429 || status >= 500,
            Self::Unreachable | Self::TimedOut | Self::Truncated | Self::NotJson => true,
            _ => false,
        }
    }
}
