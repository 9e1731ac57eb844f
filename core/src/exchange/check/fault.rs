//! What can be wrong with a bundle, where, without a word of what it says of the person.

use std::fmt;

/// A fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleFault {
    /// The entry, by its place in the bundle and its resource type.
    pub entry: String,
    /// The element, such as `period`.
    pub element: String,
    /// What is wrong.
    pub what: FaultKind,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// It is no bundle of entries.
    #[error("it is no bundle of entries")]
    NoBundle,
    /// A reference leads to no entry.
    #[error("a reference leads to no entry")]
    Dangling,
    /// A reference leads to a resource of another type than the element allows.
    #[error("a reference leads to the wrong type of resource")]
    WrongTarget,
    /// An end lies before its beginning.
    #[error("a period runs backwards")]
    Reversed,
    /// Two entries have one address.
    #[error("two entries have one address")]
    DuplicateFullUrl,
    /// A resource's id is not the one its address names, or is none at all.
    #[error("the id is not that of the address")]
    WrongId,
    /// A code that is not on the published list.
    #[error("the code is not on the published list")]
    NotInValueSet,
    /// A task that was rejected, cancelled, put on hold or could not go ahead, and no reason.
    #[error("a reason is owed")]
    NoReason,
    /// The code for a referral to social prescribing stands more than once for one episode.
    #[error("the referral code stands more than once")]
    CodedTwice,
    /// A null, an empty list, an empty object or an empty text.
    #[error("an element is empty")]
    Empty,
    /// More than one value where one may be chosen.
    #[error("more than one value where there may be one")]
    TwoValues,
    /// A time without its zone, or on a day there is not.
    #[error("the time is not one")]
    BadTime,
}

impl fmt::Display for BundleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}: {}", self.entry, self.element, self.what)
    }
}
