//! Why something could not be handed on. No variant carries a word of the record.

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The person said no to this, or took a yes back.
    #[error("the person has not agreed that this is passed on")]
    NotShared,
    /// Marked passages wait for somebody to decide about them.
    #[error("{0} marked passages wait for a decision")]
    Undecided(usize),
    /// A decision without the name of who took it, or about a mark that does not stand.
    #[error("a decision names no person, or a mark that does not stand")]
    BadDecision,
    /// A file of records could not be read.
    #[error("this is no file of records, or one of a newer version")]
    Unreadable,
}
